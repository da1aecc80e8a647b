import "server-only";
import { eq, sql } from "drizzle-orm";
import { preferenze } from "@/db/schema/deleganti";
import { posizioni } from "@/db/schema/posizioni";
import { sedi } from "@/db/schema/sedi";
import { soggetti } from "@/db/schema/soggetti";
import type { CassettoScope } from "@/lib/auth/viewer";

/** The datore's registry data, with the office in charge. */
export function getAnagrafica({ tx, posizioneId }: CassettoScope) {
  return tx
    .select({ soggetto: soggetti, sede: sedi, dataIscrizione: posizioni.dataIscrizione })
    .from(posizioni)
    .innerJoin(soggetti, eq(soggetti.codiceFiscale, posizioni.codiceFiscale))
    .innerJoin(sedi, eq(sedi.codice, posizioni.sedeCodice))
    .where(eq(posizioni.id, posizioneId));
}

/** What the datore wants to be told; no row: nothing. */
export function getPreferenze({ tx, posizioneId }: CassettoScope) {
  return tx
    .select({ avvisaSeAperto: preferenze.avvisaSeAperto })
    .from(preferenze)
    .where(eq(preferenze.posizioneId, posizioneId));
}

/** Whether the datore is reminded of due dates, and whether there is an address to write to. */
export function getPromemoria({ tx, posizioneId }: CassettoScope) {
  return tx
    .select({
      attivo: sql<boolean>`coalesce(${preferenze.promemoriaScadenze}, false)`,
      indirizzo: sql<boolean>`${soggetti.email} is not null`,
    })
    .from(posizioni)
    .innerJoin(soggetti, eq(soggetti.codiceFiscale, posizioni.codiceFiscale))
    .leftJoin(preferenze, eq(preferenze.posizioneId, posizioni.id))
    .where(eq(posizioni.id, posizioneId));
}
