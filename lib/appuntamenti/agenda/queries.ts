import "server-only";
import { and, asc, eq, gt, gte, inArray, isNull, lt, lte, ne, or, sql } from "drizzle-orm";
import { assenze, disponibilita, motiviAppuntamento, patroni } from "@/db/schema/agenda";
import { appuntamenti } from "@/db/schema/appuntamenti";
import type { ViewerScope } from "@/lib/auth/viewer";
import type { DataIso } from "@/lib/dates";
import { listColleghi } from "@/lib/quesiti/lavorazione/queries";
import type { Patrono, Regola } from "./cambi/rules";
import { type DatiAgenda, limitiDi } from "./rules";

type Scope = Pick<ViewerScope, "tx">;

const miaSede = sql`sede_corrente()`;
/** What takes a time of the agenda, or took it: what was cancelled or solved before freed its own. */
const IN_AGENDA = ["in_prenotazione", "confermato", "tenuto", "non_presentato"] as const;

export type Esperto = { id: string; nome: string };

/** The esperti of the viewer's sede, by name. */
export async function listEsperti(scope: Scope): Promise<Esperto[]> {
  const colleghi = await listColleghi(scope);
  return colleghi
    .filter(({ esperto, altraSede }) => esperto && altraSede === null)
    .map(({ id, nome }) => ({ id, nome }));
}

/** All that the viewer's sede has in its agenda from that day to that. */
export async function readAgenda(
  scope: Scope,
  dal: DataIso,
  al: DataIso,
): Promise<DatiAgenda & { esperti: Esperto[] }> {
  const inizio = new Date(limitiDi(dal).inizio * 60_000);
  const fine = new Date(limitiDi(al).fine * 60_000);
  const [regole, presi, vie, patrono, esperti] = await Promise.all([
    listRegole(scope, { dal, al }),
    listInAgenda(scope, inizio, fine),
    scope.tx
      .select()
      .from(assenze)
      .where(and(eq(assenze.sedeCodice, miaSede), lt(assenze.inizioAt, fine), gt(assenze.fineAt, inizio)))
      .orderBy(asc(assenze.inizioAt)),
    getPatrono(scope),
    listEsperti(scope),
  ]);
  // Who is an esperto no longer receives nobody, whatever their openings say.
  const attuali = regole.filter((regola) => esperti.some(({ id }) => id === regola.esperto));
  return { regole: attuali, appuntamenti: presi, assenze: vie, patrono, esperti };
}

/** The openings of the viewer's sede; with a period those for any of its days, without one all that are not over. */
export async function listRegole(
  { tx }: Scope,
  { dal, al }: { dal: DataIso; al: DataIso | null },
): Promise<Regola[]> {
  const righe = await tx
    .select()
    .from(disponibilita)
    .where(
      and(
        eq(disponibilita.sedeCodice, miaSede),
        or(isNull(disponibilita.al), gte(disponibilita.al, dal)),
        al === null ? undefined : lte(disponibilita.dal, al),
      ),
    );
  return righe.map(({ sedeCodice: _, dalle, alle, ...riga }) => ({
    ...riga,
    dalle: dalle.slice(0, 5),
    alle: alle.slice(0, 5),
  }));
}

function listInAgenda({ tx }: Scope, inizio: Date, fine: Date) {
  return tx
    .select({
      id: appuntamenti.id,
      numero: appuntamenti.numero,
      esperto: appuntamenti.esperto,
      espertoNome: appuntamenti.espertoNome,
      datoreNome: appuntamenti.datoreNome,
      modo: appuntamenti.modo,
      inizioAt: appuntamenti.inizioAt,
      fineAt: appuntamenti.fineAt,
      stato: appuntamenti.stato,
      daSpostareAt: appuntamenti.daSpostareAt,
      motivo: motiviAppuntamento.nome,
      liberoDa: sql<number>`ceil(extract(epoch from upper(${appuntamenti.impegno})) / 60)::int`,
    })
    .from(appuntamenti)
    .innerJoin(motiviAppuntamento, eq(motiviAppuntamento.codice, appuntamenti.motivoCodice))
    .where(
      and(
        eq(appuntamenti.sedeCodice, miaSede),
        gte(appuntamenti.inizioAt, inizio),
        lt(appuntamenti.inizioAt, fine),
        inArray(appuntamenti.stato, [...IN_AGENDA]),
        or(ne(appuntamenti.stato, "in_prenotazione"), sql`${appuntamenti.scadeAt} > now()`),
      ),
    )
    .orderBy(asc(appuntamenti.inizioAt));
}

/** The assenze of the viewer's sede that are not over on that day, the first to begin first. */
export function listAssenze({ tx }: Scope, oggi: DataIso) {
  return tx
    .select()
    .from(assenze)
    .where(and(eq(assenze.sedeCodice, miaSede), gt(assenze.fineAt, new Date(limitiDi(oggi).inizio * 60_000))))
    .orderBy(asc(assenze.inizioAt), asc(assenze.id));
}

/** Null: the viewer's sede has none written down. */
export async function getPatrono({ tx }: Scope): Promise<Patrono | null> {
  const [riga] = await tx
    .select({ mese: patroni.mese, giorno: patroni.giorno, nome: patroni.nome })
    .from(patroni)
    .where(eq(patroni.sedeCodice, miaSede));
  return riga ?? null;
}

/** The reasons that are offered, with what each takes. */
export function listDurate({ tx }: Scope) {
  return tx
    .select({
      codice: motiviAppuntamento.codice,
      nome: motiviAppuntamento.nome,
      durata: motiviAppuntamento.durataMinuti,
      pausa: motiviAppuntamento.pausaMinuti,
      preavviso: motiviAppuntamento.preavvisoOre,
      orizzonte: motiviAppuntamento.orizzonteGiorni,
    })
    .from(motiviAppuntamento)
    .where(eq(motiviAppuntamento.attivo, true))
    .orderBy(asc(motiviAppuntamento.ordine));
}

export type DurataDiMotivo = Awaited<ReturnType<typeof listDurate>>[number];
export type AssenzaElencata = Awaited<ReturnType<typeof listAssenze>>[number];
