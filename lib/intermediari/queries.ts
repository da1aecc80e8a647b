import "server-only";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { deleganti, gruppi } from "@/db/schema/deleganti";
import { intermediari } from "@/db/schema/deleghe";
import { nomine, type TipoProfilo } from "@/db/schema/utenti";
import { registro, righeRegistro } from "@/lib/accessi/queries";
import type { ViewerScope } from "@/lib/auth/viewer";

/** How many of those a search finds are shown. */
export const INTERMEDIARI_MASSIMI = 20;

/** The intermediari whose name or town has all these words, one more than are shown; none when there is no word. */
export function searchIntermediari({ tx }: Pick<ViewerScope, "tx">, cerca: string) {
  const text = sql`normalizza_ricerca(concat_ws(' ', ${intermediari.denominazione}, ${intermediari.comune}))`;
  const words = sql`string_to_array(normalizza_ricerca(${cerca}), ' ')`;
  return tx
    .select()
    .from(intermediari)
    .where(
      and(
        sql`normalizza_ricerca(${cerca}) <> ''`,
        sql`(select bool_and(position(parola in ${text}) > 0) from unnest(${words}) parola)`,
      ),
    )
    .orderBy(asc(intermediari.denominazione), intermediari.codice)
    .limit(INTERMEDIARI_MASSIMI + 1);
}

export function getIntermediario({ tx }: Pick<ViewerScope, "tx">, codice: string) {
  return tx.select().from(intermediari).where(eq(intermediari.codice, codice));
}

/** Whom the viewer's studio has named, the ones still to answer and at work first. Only its titolare finds any. */
export function listNomineDelloStudio({ tx }: ViewerScope) {
  return tx
    .select()
    .from(nomine)
    .where(sql`${nomine.intermediarioCodice} = (select titolare_corrente())`)
    .orderBy(sql`${nomine.stato} in ('rifiutata', 'revocata')`, desc(nomine.nominatoAt))
    .limit(200);
}

/** By which studios the viewer was named, as a person. */
export function listNomineDellaPersona({ tx }: ViewerScope) {
  return tx
    .select({ nomina: nomine, intermediario: intermediari })
    .from(nomine)
    .innerJoin(intermediari, eq(intermediari.codice, nomine.intermediarioCodice))
    .where(sql`${nomine.codiceFiscale} = (select persona_corrente())`)
    .orderBy(desc(nomine.nominatoAt));
}

/** How the viewer's nomina by that studio stands, to them as a person. */
export async function getStatoNomina({ tx }: ViewerScope, intermediario: string) {
  const [row] = await tx
    .select({ stato: nomine.stato })
    .from(nomine)
    .where(
      and(
        eq(nomine.intermediarioCodice, intermediario),
        sql`${nomine.codiceFiscale} = (select persona_corrente())`,
      ),
    );
  return row?.stato;
}

/** Whether the viewer's studio waits for this person's answer. */
export async function isNominaInAttesa({ tx }: ViewerScope, codiceFiscale: string): Promise<boolean> {
  const [row] = await tx
    .select({ stato: nomine.stato })
    .from(nomine)
    .where(
      and(
        eq(nomine.codiceFiscale, codiceFiscale),
        sql`${nomine.intermediarioCodice} = (select titolare_corrente())`,
      ),
    );
  return row?.stato === "proposta";
}

/** The groups of the viewer's studio, with how many deleganti are in each. */
export function listGruppi({ tx }: ViewerScope) {
  return tx
    .select({
      id: gruppi.id,
      nome: gruppi.nome,
      // A group outlives the deleghe in it: only those in force are counted.
      deleganti: sql<number>`(select count(*)::int from gruppi_deleganti m
        join deleganti d on d.posizione_id = m.posizione_id where m.gruppo_id = gruppi.id)`,
    })
    .from(gruppi)
    .orderBy(asc(gruppi.nome))
    .limit(200);
}

export const ATTIVITA_PER_PAGINA = 50;

/** In the studio there are rows of no drawer, and of who is not named to it. */
const righeAttivita = {
  ...righeRegistro,
  chi: sql<string | null>`r.chi`,
  profilo: sql<TipoProfilo | null>`r.profilo`,
  /** How many deleganti were put into the gruppo, or taken out of it. */
  quanti: sql<number | null>`r.quanti`,
};

/**
 * What was opened and done in the studio's name and decided inside of it, latest first; the names of drawers it still
 * has a delega for.
 */
export function listAttivita({ tx }: ViewerScope, primaDi: string | null) {
  // One by one: joined as a whole, the planner reads a studio's 50,000 for the names of a page.
  const d = tx
    .select({ nome: deleganti.nome, cognome: deleganti.cognome })
    .from(deleganti)
    .where(sql`${deleganti.posizioneId} = r.posizione_id`)
    .limit(1)
    .as("d");
  return tx
    .select({ ...righeAttivita, nome: d.nome, cognome: d.cognome })
    .from(registro(primaDi, null, ATTIVITA_PER_PAGINA + 1))
    .leftJoinLateral(d, sql`true`)
    .orderBy(sql`r.ordinality`);
}

export type IntermediarioTrovato = Awaited<ReturnType<typeof searchIntermediari>>[number];
export type NominaElencata = Awaited<ReturnType<typeof listNomineDelloStudio>>[number];
export type NominaRicevuta = Awaited<ReturnType<typeof listNomineDellaPersona>>[number];
export type GruppoElencato = Awaited<ReturnType<typeof listGruppi>>[number];
export type AttivitaElencata = Awaited<ReturnType<typeof listAttivita>>[number];
