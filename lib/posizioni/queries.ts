import "server-only";
import { eq } from "drizzle-orm";
import { posizioni } from "@/db/schema/posizioni";
import { sedi } from "@/db/schema/sedi";
import { soggetti } from "@/db/schema/soggetti";
import type { CassettoScope, ViewerScope } from "@/lib/auth/viewer";

/** The datore's registry data, with the office in charge. */
export function getAnagrafica({ tx, posizioneId }: CassettoScope) {
  return tx
    .select({ soggetto: soggetti, sede: sedi, dataIscrizione: posizioni.dataIscrizione })
    .from(posizioni)
    .innerJoin(soggetti, eq(soggetti.codiceFiscale, posizioni.codiceFiscale))
    .innerJoin(sedi, eq(sedi.codice, posizioni.sedeCodice))
    .where(eq(posizioni.id, posizioneId));
}

/** The ids of the drawers the viewer may open, at most two: enough to know whether there is exactly one. */
export function listPosizioniApribili({ tx }: ViewerScope) {
  return tx.select({ id: posizioni.id }).from(posizioni).limit(2);
}
