import "server-only";
import { and, eq, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { contributi, versamenti } from "@/db/schema/pagamenti";
import { rapporti } from "@/db/schema/rapporti";
import { soggetti } from "@/db/schema/soggetti";
import type { CassettoScope } from "@/lib/auth/viewer";

/** Every contributo of the drawer, or of one of its rapporti, latest first, with the worker's name. */
export function listContributi({ tx, posizioneId }: CassettoScope, rapporto?: string) {
  return tx
    .select({
      rapporto: contributi.rapporto,
      anno: contributi.anno,
      trimestre: contributi.trimestre,
      progressivo: contributi.progressivo,
      importo: contributi.importo,
      scadenza: contributi.scadenza,
      codiceAvviso: contributi.codiceAvviso,
      sospensione: contributi.sospensione,
      nome: soggetti.nome,
      cognome: soggetti.cognome,
    })
    .from(contributi)
    .innerJoin(
      rapporti,
      and(eq(rapporti.posizioneId, contributi.posizioneId), eq(rapporti.codice, contributi.rapporto)),
    )
    .innerJoin(soggetti, eq(soggetti.codiceFiscale, rapporti.lavoratore))
    .where(inDrawer(contributi, posizioneId, rapporto));
}

/** Every versamento of the drawer, or of one of its rapporti. */
export function listVersamenti({ tx, posizioneId }: CassettoScope, rapporto?: string) {
  return tx
    .select({
      identificativo: versamenti.identificativo,
      rapporto: versamenti.rapporto,
      anno: versamenti.anno,
      trimestre: versamenti.trimestre,
      progressivo: versamenti.progressivo,
      data: versamenti.data,
      importo: versamenti.importo,
      canale: versamenti.canale,
    })
    .from(versamenti)
    .where(inDrawer(versamenti, posizioneId, rapporto));
}

type InDrawer = { posizioneId: PgColumn; rapporto: PgColumn };

function inDrawer(table: InDrawer, posizioneId: string, rapporto?: string): SQL | undefined {
  const ofPosizione = eq(table.posizioneId, posizioneId);
  return rapporto === undefined ? ofPosizione : and(ofPosizione, eq(table.rapporto, rapporto));
}

export type ContributoElencato = Awaited<ReturnType<typeof listContributi>>[number];
export type VersamentoElencato = Awaited<ReturnType<typeof listVersamenti>>[number];
