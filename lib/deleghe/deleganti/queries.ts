import "server-only";
import { and, eq, gt, gte, isNotNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { deleganti, gruppiDeleganti } from "@/db/schema/deleganti";
import type { ViewerScope } from "@/lib/auth/viewer";
import { addDays, type DataIso } from "@/lib/dates";
import type { Cents } from "@/lib/money";
import type { Cursore, FiltroDeleganti } from "./input";
import { type Filtro, GIORNI_IN_SCADENZA, type Ordine } from "./rules";

export const DELEGANTI_PER_PAGINA = 50;

/** Columns compared as an Italian index sorts (Àlvarez stands with the A): the desk's indexes are made so. */
const cognome = sql`${deleganti.cognome} collate "it-x-icu"`;
const nome = sql`${deleganti.nome} collate "it-x-icu"`;
/** What each order goes by before the name; all of them ascend, so that one comparison finds the next page. */
const PRIMA: Record<Ordine, SQL> = {
  nome: sql`''::text`,
  scadenza: sql`coalesce(${deleganti.prossimaScadenza}, '9999-12-31')`,
  scaduto: sql`(- ${deleganti.scaduto})`,
};
const TIPO: Record<Ordine, SQL> = { nome: sql`text`, scadenza: sql`date`, scaduto: sql`integer` };

/** Quesiti with a word of the sede that nobody has read, or that waits for one; appuntamenti that the sede cannot keep. */
type Novita = { posizione: string; da_leggere: number; da_spostare: number };
type Scelta = Pick<FiltroDeleganti, "cerca" | "filtro" | "ordine" | "gruppo" | "dopo">;

/**
 * The drawers of others that the viewer may open, one page and one row at a time.
 * @param righe how many; one more is read, to know whether there is a page after it
 */
export async function listDeleganti(
  { tx }: ViewerScope,
  scelta: Scelta,
  oggi: DataIso,
  righe = DELEGANTI_PER_PAGINA,
) {
  const { ordine } = scelta;
  const prima = PRIMA[ordine];
  const by = ordine === "nome" ? [cognome, nome] : [prima, cognome, nome];
  const trovati = await tx
    .select({
      id: deleganti.posizioneId,
      nome: deleganti.nome,
      cognome: deleganti.cognome,
      codiceFiscale: deleganti.codiceFiscale,
      comune: deleganti.comune,
      ambito: deleganti.ambito,
      prossimaScadenza: deleganti.prossimaScadenza,
      prossimoImporto: deleganti.prossimoImporto,
      scaduto: deleganti.scaduto,
      anomalie: deleganti.anomalie,
      gruppo: gruppiDeleganti.gruppoId,
      prima: sql<string>`${prima}::text`,
    })
    .from(deleganti)
    .leftJoin(gruppiDeleganti, eq(gruppiDeleganti.posizioneId, deleganti.posizioneId))
    .where(and(matching(scelta), narrowed(scelta.filtro, oggi), after(scelta.dopo, ordine)))
    .orderBy(...by, deleganti.posizioneId)
    .limit(righe + 1);
  const posizioni = `{${trovati.map(({ id }) => id).join(",")}}`;
  // Of the page alone: a join would make the planner read the whole desk in place of one page of its index.
  const [prossimi, novita] = await Promise.all([
    tx.execute<{ posizione: string; inizio: string }>(
      sql`select * from prossimi_appuntamenti(${posizioni}::uuid[])`,
    ),
    tx.execute<Novita>(sql`select * from novita_dei_deleganti(${posizioni}::uuid[])`),
  ]);
  const inizio = new Map(prossimi.map(({ posizione, inizio }) => [posizione, new Date(inizio)]));
  const nuovo = new Map(novita.map((una) => [una.posizione, una]));
  return trovati.map((riga) => ({
    ...riga,
    daLeggere: nuovo.get(riga.id)?.da_leggere ?? 0,
    daSpostare: nuovo.get(riga.id)?.da_spostare ?? 0,
    prossimoAppuntamento: inizio.get(riga.id) ?? null,
  }));
}

/** Whose desk it is, as the database knows it at this moment; null: nobody's, the session has ended. */
export async function getTitolareScrivania({ tx }: ViewerScope): Promise<string | null> {
  const [row] = await tx.execute<{ delegato: string | null }>(sql`select delegato_corrente() as delegato`);
  return row?.delegato ?? null;
}

/** Those opened last by this user under this profilo, latest first. */
export function listDelegantiRecenti({ tx }: ViewerScope, righe: number) {
  return tx
    .select({
      id: deleganti.posizioneId,
      nome: deleganti.nome,
      cognome: deleganti.cognome,
      codiceFiscale: deleganti.codiceFiscale,
      comune: deleganti.comune,
      /** Grows with time, whichever the profilo. */
      ultimo: sql<number>`r.ultimo`.mapWith(Number),
    })
    .from(sql`deleganti_recenti() r`)
    .innerJoin(deleganti, eq(deleganti.posizioneId, sql`r.posizione`))
    .orderBy(sql`r.ultimo desc`)
    .limit(righe);
}

export type TotaliDeleganti = {
  deleganti: number;
  inScadenza: number;
  importoInScadenza: Cents;
  conScaduto: number;
  scaduto: Cents;
  conAnomalie: number;
};

/** The sums over the whole desk, whatever is searched for. */
export async function countDeleganti({ tx }: ViewerScope): Promise<TotaliDeleganti> {
  const [row] = await tx.execute<Record<string, number | string>>(sql`select * from conta_deleganti()`);
  return {
    deleganti: Number(row?.deleganti ?? 0),
    inScadenza: Number(row?.in_scadenza ?? 0),
    importoInScadenza: Number(row?.importo_in_scadenza ?? 0),
    conScaduto: Number(row?.con_scaduto ?? 0),
    scaduto: Number(row?.scaduto ?? 0),
    conAnomalie: Number(row?.con_anomalie ?? 0),
  };
}

/** How many deleganti have quesiti with a word of the sede that nobody has read, or that waits for an answer. */
export async function countDelegantiDaLeggere({ tx }: ViewerScope): Promise<number> {
  const rows = await tx.execute<{ n: number }>(sql`select count(*)::int as n from deleganti_da_leggere()`);
  return rows[0]?.n ?? 0;
}

/** How many deleganti have appuntamenti that the sede cannot keep. */
export async function countDelegantiDaSpostare({ tx }: ViewerScope): Promise<number> {
  const rows = await tx.execute<{ n: number }>(sql`select count(*)::int as n from deleganti_da_spostare()`);
  return rows[0]?.n ?? 0;
}

function matching({ cerca, gruppo }: Scelta): SQL | undefined {
  return and(
    cerca ? among(sql`select cerca_deleganti(${cerca})`) : undefined,
    gruppo ? eq(gruppiDeleganti.gruppoId, gruppo) : undefined,
  );
}

function narrowed(filtro: Filtro | null, oggi: DataIso): SQL | undefined {
  const passed = and(isNotNull(deleganti.prossimaScadenza), lt(deleganti.prossimaScadenza, oggi));
  if (filtro === "in_scadenza") {
    const soon = addDays(oggi, GIORNI_IN_SCADENZA);
    return and(gte(deleganti.prossimaScadenza, oggi), lte(deleganti.prossimaScadenza, soon));
  }
  if (filtro === "scaduto") return or(gt(deleganti.scaduto, 0), passed);
  if (filtro === "da_leggere") return among(sql`select posizione from deleganti_da_leggere()`);
  if (filtro === "da_spostare") return among(sql`select posizione from deleganti_da_spostare()`);
  if (filtro === "anomalie") return or(gt(deleganti.anomalie, 0), passed);
  return undefined;
}

/** One array, made once: a join would read the whole desk. */
const among = (posizioni: SQL): SQL => sql`${deleganti.posizioneId} = any(array(${posizioni}))`;

function after(dopo: Cursore | null, ordine: Ordine): SQL | undefined {
  if (!dopo) return undefined;
  const [prima, ...rest] = dopo;
  const name = sql`${cognome}, ${nome}, ${deleganti.posizioneId}`;
  const given = sql`${rest[0]}, ${rest[1]}, ${rest[2]}::uuid`;
  if (ordine === "nome") return sql`(${name}) > (${given})`;
  return sql`(${PRIMA[ordine]}, ${name}) > (${prima}::${TIPO[ordine]}, ${given})`;
}

export type DeleganteElencato = Awaited<ReturnType<typeof listDeleganti>>[number];

/** Where the list goes on after this row. */
export const cursoreDi = ({ prima, cognome, nome, id }: DeleganteElencato): Cursore => [
  prima,
  cognome,
  nome,
  id,
];
