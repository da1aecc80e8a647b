import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { rapporti, variazioniRapporto } from "@/db/schema/rapporti";
import { sedi } from "@/db/schema/sedi";
import { soggetti } from "@/db/schema/soggetti";
import type { CassettoScope } from "@/lib/auth/viewer";

/** Every rapporto of the drawer with its worker's name: the active ones first, then the latest begun. */
export function listRapporti({ tx, posizioneId }: CassettoScope) {
  return tx
    .select({
      codice: rapporti.codice,
      stato: rapporti.stato,
      mansione: rapporti.mansione,
      livello: rapporti.livello,
      oreSettimanali: rapporti.oreSettimanali,
      dataInizio: rapporti.dataInizio,
      dataFine: rapporti.dataFine,
      nome: soggetti.nome,
      cognome: soggetti.cognome,
    })
    .from(rapporti)
    .innerJoin(soggetti, eq(soggetti.codiceFiscale, rapporti.lavoratore))
    .where(eq(rapporti.posizioneId, posizioneId))
    .orderBy(desc(sql`${rapporti.stato} = 'attivo'`), desc(rapporti.dataInizio), rapporti.codice);
}

/** One rapporto with worker and office; no row when it is not of this drawer. */
export function getRapporto({ tx, posizioneId }: CassettoScope, codice: string) {
  return tx
    .select({ rapporto: rapporti, lavoratore: soggetti, sede: sedi })
    .from(rapporti)
    .innerJoin(soggetti, eq(soggetti.codiceFiscale, rapporti.lavoratore))
    .innerJoin(sedi, eq(sedi.codice, rapporti.sedeCodice))
    .where(and(eq(rapporti.posizioneId, posizioneId), eq(rapporti.codice, codice)));
}

/** What imports found changed in it, latest first, at most 200. */
export function listVariazioni({ tx, posizioneId }: CassettoScope, codice: string) {
  return tx
    .select({
      id: variazioniRapporto.id,
      rilevataAt: variazioniRapporto.rilevataAt,
      campo: variazioniRapporto.campo,
      prima: variazioniRapporto.prima,
      dopo: variazioniRapporto.dopo,
    })
    .from(variazioniRapporto)
    .where(and(eq(variazioniRapporto.posizioneId, posizioneId), eq(variazioniRapporto.rapporto, codice)))
    .orderBy(desc(variazioniRapporto.id))
    .limit(200);
}

export type RapportoElencato = Awaited<ReturnType<typeof listRapporti>>[number];
