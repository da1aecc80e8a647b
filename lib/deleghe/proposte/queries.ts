import "server-only";
import { and, desc, eq, getTableColumns, inArray, type SQL, sql } from "drizzle-orm";
import { intermediari } from "@/db/schema/deleghe";
import { eventiDelega, type Proposta, proposte } from "@/db/schema/proposte";
import type { CassettoScope, ViewerScope } from "@/lib/auth/viewer";
import { CAMBIAMENTI_MASSIMI, GIORNI_PER_DECIDERE } from "../rules";
import type { ParteProposte } from "./input";

const MASSIMO = 100;
export const PROPOSTE_PER_PAGINA = 20;

/** The proposte between the datore of this drawer and others, from both sides, latest first. */
export function listProposteDelDatore({ tx }: CassettoScope) {
  return selectProposte(tx, sql`${proposte.datoreCodiceFiscale} = (select datore_corrente())`).limit(MASSIMO);
}

/**
 * Those by which somebody names the viewer as a person, whatever they are logged in as. What was accepted is a delega, and
 * only that one knows what became of it.
 */
export function listProposteAllaPersona({ tx }: ViewerScope) {
  return selectProposte(
    tx,
    sql`${proposte.delegatoCodiceFiscale} = (select persona_corrente()) and ${proposte.stato} <> 'attiva'`,
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
    vistoDalloStudio,
    [desc(proposte.propostaAt), desc(proposte.id)],
  ).limit(PROPOSTE_PER_PAGINA + 1);
}

/** Whether what was just accepted begins on a later day. */
export async function isPropostaFutura({ tx }: ViewerScope, propostaId: string): Promise<boolean> {
  const [row] = await tx
    .select({ futura: sql<boolean>`${proposte.dataInizio} > (select oggi())` })
    .from(proposte)
    .where(eq(proposte.id, propostaId));
  return row?.futura ?? false;
}

/**
 * The last 30 days of what happened to the deleghe of the viewer's intermediario, latest first, one more than a page
 * shows. What it asked and nobody accepted is no change.
 */
export function listEventiDelloStudio({ tx }: ViewerScope) {
  return tx
    .select({
      id: eventiDelega.id,
      quandoAt: eventiDelega.quandoAt,
      evento: eventiDelega.evento,
      chi: eventiDelega.chi,
      perConto: eventiDelega.perConto,
      codiceFiscale: eventiDelega.datoreCodiceFiscale,
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
    .orderBy(desc(eventiDelega.id))
    .limit(CAMBIAMENTI_MASSIMI + 1);
}

/** The pending ones first, then the latest. No name is joined to a codice fiscale: it would tell whose it is. */
function selectProposte(
  tx: ViewerScope["tx"],
  whose: SQL | undefined,
  stato: SQL<Proposta["stato"]> = sql`${proposte.stato}`,
  order: SQL[] = [desc(sql`${proposte.stato} = 'proposta'`), desc(proposte.propostaAt)],
) {
  return tx
    .select({ proposta: { ...getTableColumns(proposte), stato }, intermediario: intermediari })
    .from(proposte)
    .leftJoin(intermediari, eq(intermediari.codice, proposte.intermediarioCodice))
    .where(whose)
    .orderBy(...order);
}

export type PropostaElencata = Awaited<ReturnType<typeof listProposteDelloStudio>>[number];
