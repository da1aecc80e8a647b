import "server-only";
import { and, asc, eq, or, sql } from "drizzle-orm";
import { deleghe, intermediari } from "@/db/schema/deleghe";
import { posizioni } from "@/db/schema/posizioni";
import { soggetti } from "@/db/schema/soggetti";
import type { CassettoScope, ViewerScope } from "@/lib/auth/viewer";
import { delegheValide } from "./policy";

/** The deleghe in force on the drawer, with the delegato's or the intermediario's contacts. */
export function listDelegheAttive({ tx, posizioneId }: CassettoScope, oggi: string) {
  return tx
    .select({ delega: deleghe, intermediario: intermediari, delegato: soggetti })
    .from(deleghe)
    .leftJoin(intermediari, eq(intermediari.codice, deleghe.intermediarioCodice))
    .leftJoin(soggetti, eq(soggetti.codiceFiscale, deleghe.delegatoCodiceFiscale))
    .where(and(eq(deleghe.posizioneId, posizioneId), delegheValide(oggi)));
}

export const DELEGANTI_PER_PAGINA = 50;

/**
 * The drawers of others that the viewer may open, by name, one page at a time.
 * @param dopo the last row of the page before: `[cognome, nome, id]`.
 */
export function listDeleganti({ tx }: ViewerScope, cerca: string, dopo: readonly string[] | null) {
  const words = cerca.split(/\s+/).filter(Boolean).slice(0, 5);
  // As an Italian index sorts: Àlvarez stands with the A.
  const cognome = sql`${soggetti.cognome} collate "it-x-icu"`;
  const nome = sql`${soggetti.nome} collate "it-x-icu"`;
  const name = sql`${soggetti.cognome} || ' ' || ${soggetti.nome}`;
  return tx
    .select({
      id: posizioni.id,
      nome: soggetti.nome,
      cognome: soggetti.cognome,
      codiceFiscale: soggetti.codiceFiscale,
      comune: soggetti.comune,
    })
    .from(posizioni)
    .innerJoin(soggetti, eq(soggetti.codiceFiscale, posizioni.codiceFiscale))
    .where(
      and(
        ...words.map((word) =>
          or(
            sql`position(lower(${word}) in lower(${name})) > 0`,
            eq(soggetti.codiceFiscale, word.toUpperCase()),
          ),
        ),
        dopo
          ? sql`(${cognome}, ${nome}, ${posizioni.id}::text) > (${dopo[0]}, ${dopo[1]}, ${dopo[2]})`
          : undefined,
      ),
    )
    .orderBy(asc(cognome), asc(nome), asc(sql`${posizioni.id}::text`))
    .limit(DELEGANTI_PER_PAGINA + 1);
}

/** How many drawers of others the viewer may open. */
export async function countDeleganti({ tx }: ViewerScope): Promise<number> {
  return tx.$count(posizioni);
}
