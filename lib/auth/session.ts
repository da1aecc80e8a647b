import "server-only";
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { cookies, headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { decode } from "next-auth/jwt";
import { type Contesto, DatabaseNonDisponibile, inTransaction, type Tx } from "@/db/client";
import type { TipoProfilo } from "@/db/schema/utenti";
import { env } from "@/lib/env";
import { markNonDisponibile } from "@/lib/richiesta";
import { cookieOptions, isSecure, profiloCookie, sessionCookie } from "./cookies";
import { openCassetto, openSessione, type SessioneRow, toViewer } from "./opening";
import { AREE, type Area, mayEnter } from "./route-access";
import { DURATA_MASSIMA_ORE, INATTIVITA_MASSIMA_MINUTI, safeReturnPath } from "./rules";
import type { Cassetto, CassettoScope, Viewer, ViewerScope } from "./viewer";

/** What a visit is entered under in the access register. */
export type Cosa = keyof typeof AREA_DI;
const AREA_DI = {
  panoramica: "cassetto",
  anagrafica: "cassetto",
  rapporti: "cassetto",
  rapporto: "cassetto",
  pagamenti: "cassetto",
  comunicazioni: "comunicazioni",
  appuntamenti: "appuntamenti",
  delega: "delega",
  deleghe: "deleghe",
  accessi: "accessi",
} as const satisfies Record<string, Area>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A page of a drawer, by its address. */
const CASSETTO = /^\/cassetto\/([^/?#]+)/;

/**
 * The gate of every page and action outside a drawer: no session: to the login and back; an initial PIN:
 * to a new one first; wrong profile: 403. `read` runs in the same transaction as the check, so it may find
 * nothing at all: it must only read, and what it read is used only if the check passed.
 */
export async function requireViewer<T = undefined>(
  area: Area,
  read?: (scope: ViewerScope) => Promise<T>,
): Promise<{ viewer: Viewer; dati: T }> {
  const contesto = { sessione: await sessionKey(), posizione: null };
  const [row, dati] = await reachable(contesto, (tx) =>
    Promise.all([openSessione(tx), read?.({ tx } as ViewerScope)]),
  );
  return { viewer: await admitted(row, area), dati: dati as T };
}

/**
 * The gate of every page of a drawer: as `requireViewer`, and 404 when the posizione (or its rapporto) does
 * not exist or is not the viewer's to open. Writes the access register when the drawer is somebody else's.
 */
export async function requireCassetto<T>(
  params: Promise<{ posizione: string; codice?: string }>,
  cosa: Cosa,
  read: (scope: CassettoScope) => Promise<T>,
): Promise<{ viewer: Viewer; cassetto: Cassetto; dati: T }> {
  const { posizione, codice } = await params;
  // What cannot be an id is nobody's drawer; sent to PostgreSQL, a NUL in it would be an error instead.
  const wellFormed = UUID.test(posizione) && (codice === undefined || /^\d{10}$/.test(codice));
  const posizioneId = wellFormed ? posizione : null;
  const contesto = { sessione: await sessionKey(), posizione: posizioneId };
  // Who is turned away has looked at nothing: a page of the datore alone is nobody else's visit.
  const registra = (AREE[AREA_DI[cosa]].chi as readonly string[]).includes("delegato");
  const [row, opened, dati] = await reachable(contesto, (tx) =>
    Promise.all([
      openSessione(tx),
      openCassetto(tx, cosa, posizioneId && (codice ?? null), registra),
      posizioneId ? read({ tx, posizioneId } as CassettoScope) : undefined,
    ]),
  );
  const viewer = await admitted(row, AREA_DI[cosa]);
  if (!opened) notFound();
  return { viewer, cassetto: opened, dati: dati as T };
}

/**
 * The gate of an action on a drawer: as `requireCassetto`, but a visit is no business of the register's here. What a page
 * of one drawer sends may act on no other, whatever its fields say: between two tabs they get mixed up.
 * @returns the context its mutation runs in, which can reach no drawer but this one.
 */
export async function requirePosizione(
  posizione: string,
  cosa: Cosa,
): Promise<Contesto & { posizione: string }> {
  const aperta = (await headers()).get("x-percorso")?.match(CASSETTO)?.[1] ?? posizione;
  const posizioneId = UUID.test(posizione) && aperta === posizione ? posizione : null;
  const contesto = { sessione: await sessionKey(), posizione: posizioneId };
  const [row, opened] = await reachable(contesto, (tx) =>
    Promise.all([openSessione(tx), openCassetto(tx, cosa, null, false)]),
  );
  const viewer = await admitted(row, AREA_DI[cosa]);
  if (!opened) notFound();
  return { ...contesto, posizione: opened.posizioneId, profilo: viewer.profilo?.id };
}

/**
 * The gate of what a sede reads of somebody's: 404 when `open` finds it is not theirs. `read` runs with the drawer open:
 * the reading has just gone into its register.
 */
export async function requireAperto<A extends { posizioneId: string }, T>(
  open: (tx: Tx) => Promise<A | undefined>,
  read: (scope: CassettoScope, aperto: A) => Promise<T>,
): Promise<A & { viewer: Viewer; dati: T }> {
  const sessione = await sessionKey();
  // What is being read is no news any more when the menu counts it.
  const [aperto, row] = await reachable({ sessione, posizione: null }, (tx) =>
    Promise.all([open(tx), openSessione(tx)]),
  );
  const viewer = await admitted(row, "sede");
  if (!aperto) notFound();
  const { posizioneId } = aperto;
  // As whoever opened it, not as what else they may be in that drawer.
  const dati = await reachable({ sessione, posizione: posizioneId, profilo: viewer.profilo?.id }, (tx) =>
    read({ tx, posizioneId } as CassettoScope, aperto),
  );
  return { ...aperto, viewer, dati };
}

/** The viewer if there is one, for pages that are for everybody: they show without a database too. */
export async function currentViewer(): Promise<Viewer | null> {
  const sessione = await sessionKey();
  if (!sessione) return null;
  try {
    const row = await inTransaction({ sessione, posizione: null }, openSessione);
    return row ? toViewer(row) : null;
  } catch (error) {
    if (error instanceof DatabaseNonDisponibile) return null;
    throw error;
  }
}

/** Seconds until the session ends by itself, 0 when it has ended. */
export async function remainingSeconds(): Promise<number> {
  const sessione = await sessionKey();
  if (!sessione) return 0;
  const [row] = await reachable({ sessione, posizione: null }, (tx) =>
    tx.execute<{ secondi: number }>(sql`select floor(extract(epoch from least(
        s.vista_at + make_interval(mins => ${INATTIVITA_MASSIMA_MINUTI}),
        s.creata_at + make_interval(hours => ${DURATA_MASSIMA_ORE})) - now()))::int as secondi
      from sessioni s join sessione_corrente() c on c.sessione = s.id`),
  );
  return Math.max(0, row?.secondi ?? 0);
}

type CookieJar = Awaited<ReturnType<typeof cookies>>;

/** Ends the session for good and takes its cookies away. */
export async function clearSession(jar: CookieJar): Promise<void> {
  const secure = isSecure(env.NEXTAUTH_URL);
  const sessione = await sessionKey();
  if (sessione) {
    await reachable({ sessione, posizione: null }, (tx) =>
      tx.execute(
        sql`update sessioni set chiusa_at = now() where id = (select c.sessione from sessione_corrente() c)`,
      ),
    );
  }
  jar.delete(sessionCookie(secure));
  jar.delete(profiloCookie(secure));
}

/** Tells proxy.ts which profile was chosen. */
export function setProfiloHint(jar: CookieJar, tipo: TipoProfilo): void {
  const secure = isSecure(env.NEXTAUTH_URL);
  jar.set(profiloCookie(secure), tipo, cookieOptions(secure));
}

/**
 * Reads on for whoever a gate has let in, after the answer has begun. The database looks at the session anew each
 * time: nothing is found any more once it has ended.
 */
export function readOn<T>(contesto: Contesto, read: (scope: ViewerScope) => Promise<T>): Promise<T> {
  return inTransaction(contesto, (tx) => read({ tx } as ViewerScope));
}

/** Reads in the drawer that requirePosizione has opened, before an act. */
export function readPosizione<T>(
  contesto: Contesto & { posizione: string },
  read: (scope: CassettoScope) => Promise<T>,
): Promise<T> {
  return reachable(contesto, (tx) => read({ tx, posizioneId: contesto.posizione } as CassettoScope));
}

/** The context a mutation of the logged-in person runs in. */
export async function currentContesto(): Promise<Contesto> {
  return { sessione: await sessionKey(), posizione: null };
}

/** Hex SHA-256 of the secret in the session cookie: what the database knows a session by. */
export const hashSessionSecret = (secret: string) => createHash("sha256").update(secret).digest("hex");

async function sessionKey(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie(isSecure(env.NEXTAUTH_URL)))?.value;
  if (!token) return null;
  const payload = await decode({ token, secret: env.NEXTAUTH_SECRET }).catch(() => null);
  return typeof payload?.chiave === "string" ? hashSessionSecret(payload.chiave) : null;
}

async function admitted(row: SessioneRow | undefined, area: Area): Promise<Viewer> {
  if (!row) {
    const back = safeReturnPath((await headers()).get("x-percorso"));
    redirect(back ? `/accesso?da=${encodeURIComponent(back)}` : "/accesso");
  }
  const viewer = toViewer(row);
  if (viewer.pinIniziale && area !== "profilo") redirect("/profilo/pin");
  if (!viewer.profilo && area !== "profilo") redirect("/profilo");
  if (!mayEnter(area, viewer.profilo?.tipo ?? null)) forbidden();
  return viewer;
}

/** Runs in a transaction; when the database is away, the answer becomes a 503 (scripts/server.mjs). */
async function reachable<T>(contesto: Contesto, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(contesto, work);
  } catch (error) {
    if (error instanceof DatabaseNonDisponibile) markNonDisponibile();
    throw error;
  }
}
