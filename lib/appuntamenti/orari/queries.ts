import "server-only";
import { and, eq, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { disponibilita, type ModoAppuntamento, motiviAppuntamento, patroni } from "@/db/schema/agenda";
import type { ViewerScope } from "@/lib/auth/viewer";
import { addDays, type DataIso } from "@/lib/dates";
import { festaOn } from "@/lib/giorni-lavorativi";
import { type Disponibilita, type Impegno, isPatrono, type Orario, orariLiberi } from "./rules";

export type OrarioLibero = Orario & { sede: string };

type Chiesto = {
  sedi: string[];
  motivo: string;
  modo: ModoAppuntamento;
  /** Civil date of today, and the instant that counts as now (SQL adesso()). */
  oggi: DataIso;
  adesso: Date;
  /** What is offered to the viewer for this reason: free to them, as what they hold. */
  offerta?: string | null;
};

/**
 * The times that can be had at these sedi, earliest first, up to the horizon of the reason. A time that the viewer
 * holds counts as free. No row: there is no such reason, or nothing is free. A reason that is offered no more has times for
 * who moves an appuntamento.
 */
export function listOrariLiberi({ tx }: Pick<ViewerScope, "tx">, chiesto: Chiesto): Promise<OrarioLibero[]> {
  return findOrari(tx, chiesto, propri(chiesto));
}

const propri =
  ({ offerta = null }: Chiesto): Occupati =>
  (sedi, dal, al) =>
    sql`orari_occupati(${sedi}, ${dal}, ${al}, ${offerta}::uuid)`;

/** Why nothing is free: nobody receives in this way, nobody receives at all in this time, or all of it is taken. */
export type PercheNessuno = "non_in_questo_modo" | "non_si_riceve" | "tutti_presi";

export async function whyNessuno({ tx }: Pick<ViewerScope, "tx">, chiesto: Chiesto): Promise<PercheNessuno> {
  const letto = await readAgenda(tx, chiesto, propri(chiesto));
  if (!letto || letto.regole.length === 0) return "non_in_questo_modo";
  const soloAssenze = letto.impegni.filter(({ assenza }) => assenza);
  return orariDi(chiesto.sedi, { ...letto, impegni: soloAssenze }).length === 0
    ? "non_si_riceve"
    : "tutti_presi";
}

export type PrimoLibero = Awaited<ReturnType<typeof listPrimi>>[number];

/** The first time in each of these ways. */
export function listPrimi(
  scope: Pick<ViewerScope, "tx">,
  { modi, ...chiesto }: Omit<Chiesto, "modo"> & { modi: ModoAppuntamento[] },
) {
  return Promise.all(
    modi.map(async (modo) => {
      const [primo = null] = await listOrariLiberi(scope, { ...chiesto, modo });
      return { modo, primo };
    }),
  );
}

/** As listOrariLiberi, for the job worker, to whom no hold is its own. */
export function listOrariPerAttese(tx: Tx, chiesto: Chiesto): Promise<OrarioLibero[]> {
  return findOrari(tx, chiesto, (sedi, dal, al) => sql`impegni_di(${sedi}, ${dal}, ${al}, null, null, null)`);
}

async function findOrari(tx: Tx, chiesto: Chiesto, occupati: Occupati): Promise<OrarioLibero[]> {
  const letto = await readAgenda(tx, chiesto, occupati);
  return letto ? orariDi(chiesto.sedi, letto) : [];
}

/** What free times are reckoned from; null: there is no such reason. */
async function readAgenda(tx: Tx, chiesto: Chiesto, occupati: Occupati) {
  const [[motivo], [chi]] = await Promise.all([
    tx.select().from(motiviAppuntamento).where(eq(motiviAppuntamento.codice, chiesto.motivo)),
    tx.execute<{ sede: boolean }>(sql`select sede_corrente() is not null as sede`),
  ]);
  if (!motivo) return null;
  const al = addDays(chiesto.oggi, motivo.orizzonteGiorni);
  const [regole, santi, impegni] = await readRighe(tx, chiesto, al, occupati);
  // A sede books for whom it has before it: without notice.
  const preavviso = chi?.sede ? 0 : motivo.preavvisoOre * 60;
  const nonPrimaDi = Math.ceil(chiesto.adesso.getTime() / 60_000) + preavviso;
  const richiesta = {
    dal: chiesto.oggi,
    al,
    nonPrimaDi,
    durata: motivo.durataMinuti,
    pausa: motivo.pausaMinuti,
  };
  return { regole, santi, impegni, richiesta };
}

type Letto = Omit<NonNullable<Awaited<ReturnType<typeof readAgenda>>>, "impegni"> & {
  impegni: readonly RigaImpegni[];
};

function orariDi(sedi: string[], { regole, santi, impegni, richiesta }: Letto): OrarioLibero[] {
  return sedi
    .flatMap((sede) => {
      const santo = santi.find(({ sedeCodice }) => sedeCodice === sede);
      const chiuso = (data: DataIso) => festaOn(data) !== undefined || isPatrono(data, santo);
      const mie = regole.filter(({ sedeCodice }) => sedeCodice === sede).map(toDisponibilita);
      const occupati = impegni.filter((impegno) => impegno.sede === sede).flatMap(toImpegni);
      return orariLiberi(mie, occupati, richiesta, chiuso).map((orario) => ({ ...orario, sede }));
    })
    .sort((a, b) => a.inizio - b.inizio || (a.sede < b.sede ? -1 : 1));
}

type Occupati = (sedi: SQL, dal: SQL, al: SQL) => SQL;
/** All that one esperto has: the minutes at which each begins, and at which it ends. */
type RigaImpegni = Pick<Impegno, "esperto" | "assenza"> & { sede: string; inizi: number[]; fini: number[] };

function readRighe(tx: Tx, { sedi, modo, oggi }: Chiesto, al: DataIso, occupati: Occupati) {
  const elenco = sql`${sql.param(`{${sedi.join(",")}}`)}::text[]`;
  const dal = sql`${oggi}::date::timestamptz`;
  const fino = sql`${addDays(al, 2)}::date::timestamptz`;
  return Promise.all([
    tx
      .select()
      .from(disponibilita)
      .where(
        and(
          inArray(disponibilita.sedeCodice, sedi),
          sql`${modo} = any(${disponibilita.modi})`,
          lte(disponibilita.dal, al),
          or(isNull(disponibilita.al), sql`${disponibilita.al} >= ${oggi}`),
          sql`(${disponibilita.sedeCodice}, ${disponibilita.esperto}) in (select e.sede, e.esperto from esperti_di(${elenco}) e)`,
        ),
      ),
    tx.select().from(patroni).where(inArray(patroni.sedeCodice, sedi)),
    // Minutes since 1970 from here on, a row for each esperto: ten thousand rows are slow to read, and instants as dates.
    tx.execute<RigaImpegni>(sql`
      select sede, esperto, assenza, to_json(array_agg((date_part('epoch', inizio) / 60)::int)) as inizi,
        to_json(array_agg(ceil(date_part('epoch', fine) / 60)::int)) as fini
      from ${occupati(elenco, dal, fino)} where not mio group by sede, esperto, assenza`),
  ]);
}

function toDisponibilita(riga: typeof disponibilita.$inferSelect): Disponibilita {
  const { esperto, giorno, dalle, alle, ogniSettimane, dal, al } = riga;
  return { esperto, giorno, dalle: dalle.slice(0, 5), alle: alle.slice(0, 5), ogniSettimane, dal, al };
}

const toImpegni = ({ esperto, assenza, inizi, fini }: RigaImpegni): Impegno[] =>
  inizi.map((inizio, n) => ({ esperto, assenza, inizio, fine: fini[n] ?? inizio }));
