import "server-only";
import { type AnyColumn, and, desc, eq, getTableColumns, inArray, type SQL, sql } from "drizzle-orm";
import { deleganti } from "@/db/schema/deleganti";
import { intermediari } from "@/db/schema/deleghe";
import { eventiDelega, type Proposta, proposte } from "@/db/schema/proposte";
import type { CassettoScope, ViewerScope } from "@/lib/auth/viewer";
import { CAMBIAMENTI_MASSIMI, GIORNI_PER_DECIDERE } from "../rules";
import type { ParteProposte } from "./input";

const MASSIMO = 100;
export const PROPOSTE_PER_PAGINA = 20;

/** The proposte between the datore of this drawer and others, from both sides, latest first. */
export function listProposteDelDatore({ tx }: CassettoScope) {
  return selectProposte(tx, sql`${proposte.datoreCodiceFiscale} = (select datore_corrente())`, {
    chiusaAt,
  }).limit(MASSIMO);
}

/**
 * Those by which somebody names the viewer as a person, whatever they are logged in as. What was accepted is a delega, and
 * only that one knows what became of it.
 */
export function listProposteAllaPersona({ tx }: ViewerScope) {
  return selectProposte(
    tx,
    sql`${proposte.delegatoCodiceFiscale} = (select persona_corrente()) and ${proposte.stato} <> 'attiva'`,
    { chiusaAt },
  ).limit(MASSIMO);
}

/** As a studio sees it: that a datore refused what it asked is not its to know, while they could still accept or after. */
const vistoDalloStudio = sql<Proposta["stato"]>`case
  when ${proposte.proponente} <> 'delegato' or ${proposte.stato} <> 'rifiutata' then ${proposte.stato}
  when ${proposte.termine} < (select oggi()) then 'scaduta' else 'proposta' end`;
const aspetta = sql`${vistoDalloStudio} = 'proposta' and ${proposte.termine} >= (select oggi())`;
/** By when what waits was made, so that a studio's years of requests are not read for the offers among them. */
const recente = sql`${proposte.propostaAt} >= (select oggi()) - ${GIORNI_PER_DECIDERE + 2}::int`;
const PARTI: Record<ParteProposte, SQL> = {
  ricevute: sql`${proposte.proponente} = 'datore' and ${recente} and ${aspetta}`,
  chieste: sql`${proposte.proponente} = 'delegato' and ${recente} and ${aspetta}`,
  passate: sql`not (${aspetta}) and ${proposte.stato} <> 'attiva'`,
};

/**
 * Those between the viewer's intermediario and datori, latest first: what datori offer, what the studio asked, what was
 * decided, each with pages of its own. @param dopo the last of the page before
 */
export function listProposteDelloStudio({ tx }: ViewerScope, parte: ParteProposte, dopo: string | null) {
  const place = sql`(${proposte.propostaAt}, ${proposte.id})`;
  return selectProposte(
    tx,
    and(
      sql`${proposte.intermediarioCodice} = (select intermediario_corrente())`,
      PARTI[parte],
      dopo === null
        ? undefined
        : sql`${place} < (select d.proposta_at, d.id from proposte d where d.id = ${dopo}::uuid)`,
    ),
    { stato: vistoDalloStudio, order: [desc(proposte.propostaAt), desc(proposte.id)] },
  ).limit(PROPOSTE_PER_PAGINA + 1);
}

/** How it stands, to who is a party of it. */
export async function getStatoProposta(
  { tx }: ViewerScope,
  propostaId: string,
): Promise<Proposta["stato"] | undefined> {
  const [row] = await tx.select({ stato: proposte.stato }).from(proposte).where(eq(proposte.id, propostaId));
  return row?.stato;
}

/** Whether what was just accepted begins on a later day. */
export async function isPropostaFutura({ tx }: ViewerScope, propostaId: string): Promise<boolean> {
  const [row] = await tx
    .select({ futura: sql<boolean>`${proposte.dataInizio} > (select oggi())` })
    .from(proposte)
    .where(eq(proposte.id, propostaId));
  return row?.futura ?? false;
}

/** What one archive brought on one day is one piece of news, however many deleghe it is about. */
const notizia = sql`case when ${eventiDelega.evento} in ('attivata_da_archivio', 'chiusa_da_archivio')
  then (${eventiDelega.quandoAt} at time zone 'Europe/Rome')::date::text else ${eventiDelega.id}::text end`;

/**
 * The last 30 days of what happened to the deleghe of the viewer's intermediario, latest first, one more than a page
 * shows. What it asked and nobody accepted is no change. A datore has a name where the studio holds their delega, or
 * where they told it when they offered it.
 */
export function listEventiDelloStudio({ tx }: ViewerScope) {
  const ultimo = sql<number>`max(${eventiDelega.id})`;
  const uno = <T>(colonna: SQL | AnyColumn) => sql<T | null>`case when count(*) = 1 then min(${colonna}) end`;
  const e = tx
    .select({
      id: ultimo.mapWith(Number).as("ultimo"),
      quandoAt: sql<Date>`max(${eventiDelega.quandoAt})`.mapWith(eventiDelega.quandoAt).as("quando"),
      evento: eventiDelega.evento,
      chi: eventiDelega.chi,
      perConto: eventiDelega.perConto,
      quante: sql<number>`count(*)::int`.as("quante"),
      codiceFiscale: uno<string>(eventiDelega.datoreCodiceFiscale).as("datore"),
      delega: uno<string>(sql`${eventiDelega.delegaId}::text`).as("delega"),
    })
    .from(eventiDelega)
    .where(
      and(
        sql`${eventiDelega.intermediarioCodice} = (select intermediario_corrente())`,
        sql`${eventiDelega.quandoAt} > now() - interval '30 days'`,
        inArray(eventiDelega.evento, [
          "accettata",
          "rifiutata",
          "revocata",
          "rinunciata",
          "sostituita",
          "ripristinata",
          "scaduta",
          "attivata_da_archivio",
          "chiusa_da_archivio",
        ]),
        sql`not (${eventiDelega.evento} in ('rifiutata', 'scaduta') and exists (
          select from proposte p where p.id = ${eventiDelega.delegaId} and p.proponente = 'delegato' and p.stato <> 'attiva'))`,
      ),
    )
    .groupBy(notizia, eventiDelega.evento, eventiDelega.chi, eventiDelega.perConto)
    .orderBy(desc(ultimo))
    .limit(CAMBIAMENTI_MASSIMI + 1)
    .as("e");
  return tx
    .select({
      id: e.id,
      quandoAt: e.quandoAt,
      evento: e.evento,
      chi: e.chi,
      perConto: e.perConto,
      quante: e.quante,
      codiceFiscale: e.codiceFiscale,
      datore: sql<
        string | null
      >`coalesce(${deleganti.nome} || ' ' || ${deleganti.cognome}, ${proposte.datoreNome})`,
    })
    .from(e)
    .leftJoin(deleganti, eq(deleganti.codiceFiscale, e.codiceFiscale))
    .leftJoin(proposte, sql`${proposte.id} = ${e.delega}::uuid`)
    .orderBy(desc(e.id));
}

type Modo = { stato?: SQL<Proposta["stato"]>; chiusaAt?: SQL<Date | null>; order?: SQL[] };
const statoScritto = sql<Proposta["stato"]>`${proposte.stato}`;
const primaLeAperte = [desc(sql`${proposte.stato} = 'proposta'`), desc(proposte.propostaAt)];
/** To a studio it is not said: what nobody refused is closed by an event, what was refused by one it must not see. */
const nonDetto = sql<Date | null>`null`;
/** When it was refused or taken back. */
const chiusaAt = sql`(select max(e.quando_at) from eventi_delega e
  where e.delega_id = proposte.id and e.evento in ('rifiutata', 'annullata'))`.mapWith(
  eventiDelega.quandoAt,
) as SQL<Date | null>;

/** The pending ones first, then the latest. No name is joined to a codice fiscale: it would tell whose it is. */
function selectProposte(
  tx: ViewerScope["tx"],
  whose: SQL | undefined,
  { stato = statoScritto, chiusaAt = nonDetto, order = primaLeAperte }: Modo,
) {
  return tx
    .select({ proposta: { ...getTableColumns(proposte), stato }, intermediario: intermediari, chiusaAt })
    .from(proposte)
    .leftJoin(intermediari, eq(intermediari.codice, proposte.intermediarioCodice))
    .where(whose)
    .orderBy(...order);
}

export type PropostaElencata = Awaited<ReturnType<typeof listProposteDelloStudio>>[number];
