import "server-only";
import { createHash } from "node:crypto";
import { and, asc, eq, sql } from "drizzle-orm";
import { type Contesto, inTransaction, type Tx } from "@/db/client";
import { codeOf } from "@/db/errori";
import { assenze, disponibilita, type ModoAppuntamento, patroni } from "@/db/schema/agenda";
import { appuntamenti } from "@/db/schema/appuntamenti";
import { listOrariLiberi, type OrarioLibero } from "@/lib/appuntamenti/orari/queries";
import { ORE_PER_CAMBIARE } from "@/lib/appuntamenti/rules";
import type { DataIso } from "@/lib/dates";
import { getPatrono, listAssenze, listRegole } from "../queries";
import {
  type Agenda,
  colpitiDa,
  type Patrono,
  proposte,
  type Regola,
  siSovrappongono,
  whyNotRegola,
} from "./rules";

export type NuovaRegola = Omit<Regola, "id" | "modi"> & { modi: ModoAppuntamento[] };
export type Cambio =
  | { tipo: "apri"; regola: NuovaRegola }
  | { tipo: "cambia"; id: string; regola: Omit<NuovaRegola, "esperto"> }
  | { tipo: "termina"; id: string; al: DataIso }
  | { tipo: "togli"; id: string }
  | { tipo: "assenta"; esperto: string | null; inizioAt: Date; fineAt: Date; motivo: string }
  | { tipo: "torna"; id: string }
  | { tipo: "patrono"; patrono: Patrono }
  | { tipo: "senza_patrono" };

export type RifiutoAgenda = "non_consentito" | "non_trovata" | "sovrapposta" | "date";

export type Colpito = Awaited<ReturnType<typeof listFuturi>>[number] & {
  /** The next times that can be had, once the agenda has changed. */
  proposte: OrarioLibero[];
};

export type EsitoCambio =
  /** How many were told that theirs is to be moved, and that it stands after all. */
  | { esito: "ok"; avvisati: number; restano: number }
  | { esito: "colpiti"; colpiti: Colpito[]; visti: string }
  | { esito: RifiutoAgenda };

/** How many times are proposed for each appuntamento that is hit. */
const PROPOSTE = 3;

/** Carries what was found out of the transaction that it undoes. */
class DaMostrare extends Error {
  constructor(
    readonly colpiti: Colpito[],
    readonly visti: string,
  ) {
    super("appuntamenti are hit");
  }
}

/**
 * Changes the agenda of the viewer's sede, unless that hits appuntamenti other than those in `visti`: then nothing
 * changes, and they are named. Whoever has one that is hit is told, and may move it at any time; so is whoever had one to
 * move that stands after all.
 *
 * The change is made first and undone if need be: from then on no booking can come in between.
 */
export async function changeAgenda(
  contesto: Contesto,
  cambio: Cambio,
  visti: string | null,
  oggi: DataIso,
): Promise<EsitoCambio> {
  try {
    return await inTransaction(contesto, async (tx): Promise<EsitoCambio> => {
      const sede = await lockAgenda(tx);
      if (sede === null) return { esito: "non_consentito" };
      const prima = await agendaOf(tx, oggi);
      const rifiuto = await apply(tx, sede, cambio, prima.regole);
      if (rifiuto) return { esito: rifiuto };
      const [dopo, futuri] = await Promise.all([agendaOf(tx, oggi), listFuturi(tx, sede)]);
      const colpiti = colpitiDa({ prima, dopo }, futuri);
      const ids = colpiti.map(({ id }) => id);
      if (ids.length > 0 && visti !== sealOf(ids)) {
        throw new DaMostrare(await withProposte(tx, sede, colpiti, oggi), sealOf(ids));
      }
      const [segnati] = await tx.execute<{ avvisati: number; restano: number }>(sql`
        select segna_da_spostare(${sql.param(`{${ids.join(",")}}`)}::uuid[]) as avvisati, segna_che_restano() as restano`);
      return { esito: "ok", avvisati: segnati?.avvisati ?? 0, restano: segnati?.restano ?? 0 };
    });
  } catch (error) {
    if (error instanceof DaMostrare) {
      return { esito: "colpiti", colpiti: error.colpiti, visti: error.visti };
    }
    // insufficient_privilege: the policies know whose agenda it is.
    if (codeOf(error) === "42501") return { esito: "non_consentito" };
    throw error;
  }
}

/** Which appuntamenti were shown, however many, in the length of a field. */
const sealOf = (ids: readonly string[]): string =>
  createHash("sha256")
    .update([...ids].sort().join())
    .digest("hex");

/** As the triggers of the agenda do, but before anything is read. @returns the sede, null without one */
async function lockAgenda(tx: Tx): Promise<string | null> {
  const [row] = await tx.execute<{ sede: string | null }>(sql`
    select s.sede, pg_advisory_xact_lock(hashtextextended('agenda ' || s.sede, 0))
    from (select sede_corrente() as sede) s`);
  return row?.sede ?? null;
}

async function agendaOf(tx: Tx, oggi: DataIso): Promise<Agenda> {
  const [regole, vie, patrono] = await Promise.all([
    listRegole({ tx }, { dal: oggi, al: null }),
    listAssenze({ tx }, oggi),
    getPatrono({ tx }),
  ]);
  return { regole, assenze: vie, patrono };
}

function listFuturi(tx: Tx, sede: string) {
  const { id, numero, datoreNome, esperto, espertoNome, motivoCodice, modo, inizioAt, fineAt } = appuntamenti;
  return tx
    .select({ id, numero, datoreNome, esperto, espertoNome, motivoCodice, modo, inizioAt, fineAt })
    .from(appuntamenti)
    .where(
      and(
        eq(appuntamenti.sedeCodice, sede),
        eq(appuntamenti.stato, "confermato"),
        sql`${appuntamenti.fineAt} > adesso()`,
      ),
    )
    .orderBy(asc(appuntamenti.inizioAt), asc(appuntamenti.id));
}

async function apply(
  tx: Tx,
  sede: string,
  cambio: Cambio,
  regole: readonly Regola[],
): Promise<RifiutoAgenda | null> {
  const mia = (id: string) => and(eq(disponibilita.sedeCodice, sede), eq(disponibilita.id, id));
  const found = (rows: unknown[]) => (rows.length > 0 ? null : "non_trovata");
  switch (cambio.tipo) {
    case "apri": {
      if (meets(cambio.regola, regole)) return "sovrapposta";
      await tx.insert(disponibilita).values({ sedeCodice: sede, ...cambio.regola });
      return null;
    }
    case "cambia": {
      const vecchia = regole.find(({ id }) => id === cambio.id);
      if (!vecchia) return "non_trovata";
      if (meets({ ...cambio.regola, esperto: vecchia.esperto }, regole, cambio.id)) return "sovrapposta";
      return found(await tx.update(disponibilita).set(cambio.regola).where(mia(cambio.id)).returning());
    }
    case "termina": {
      const vecchia = regole.find(({ id }) => id === cambio.id);
      if (!vecchia) return "non_trovata";
      if (whyNotRegola({ ...vecchia, al: cambio.al })) return "date";
      return found(await tx.update(disponibilita).set({ al: cambio.al }).where(mia(cambio.id)).returning());
    }
    case "togli":
      return found(await tx.delete(disponibilita).where(mia(cambio.id)).returning());
    case "assenta": {
      const { tipo: _, ...assenza } = cambio;
      await tx.insert(assenze).values({ sedeCodice: sede, ...assenza });
      return null;
    }
    case "torna":
      return found(
        await tx
          .delete(assenze)
          .where(and(eq(assenze.sedeCodice, sede), eq(assenze.id, cambio.id)))
          .returning(),
      );
    case "patrono":
      await tx
        .insert(patroni)
        .values({ sedeCodice: sede, ...cambio.patrono })
        .onConflictDoUpdate({ target: patroni.sedeCodice, set: cambio.patrono });
      return null;
    case "senza_patrono":
      return found(await tx.delete(patroni).where(eq(patroni.sedeCodice, sede)).returning());
  }
}

const meets = (nuova: NuovaRegola, regole: readonly Regola[], tranne?: string) =>
  regole.some(
    (regola) => regola.id !== tranne && regola.esperto === nuova.esperto && siSovrappongono(regola, nuova),
  );

type Futuro = Awaited<ReturnType<typeof listFuturi>>[number];

/** Once for each reason and way: the agenda of a sede is not read for every appuntamento anew. */
async function withProposte(tx: Tx, sede: string, colpiti: Futuro[], oggi: DataIso): Promise<Colpito[]> {
  const [clock] = await tx.execute<{ ms: number }>(
    sql`select (extract(epoch from adesso()) * 1000)::float8 as ms`,
  );
  // What begins sooner nobody can be asked to come to.
  const adesso = new Date((clock?.ms ?? 0) + ORE_PER_CAMBIARE * 3_600_000);
  const found = new Map<string, Promise<OrarioLibero[]>>();
  const liberiPer = ({ motivoCodice: motivo, modo }: Futuro) => {
    const chiave = `${motivo} ${modo}`;
    const orari = found.get(chiave) ?? listOrariLiberi({ tx }, { sedi: [sede], motivo, modo, oggi, adesso });
    found.set(chiave, orari);
    return orari;
  };
  const conLiberi = await Promise.all(
    colpiti.map(async (colpito) => ({ colpito, liberi: await liberiPer(colpito) })),
  );
  return proposte(conLiberi, PROPOSTE);
}
