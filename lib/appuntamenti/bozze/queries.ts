import "server-only";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { appuntamenti, eventiAppuntamento } from "@/db/schema/appuntamenti";
import { bozze } from "@/db/schema/messaggi";
import { quesiti } from "@/db/schema/quesiti";
import type { CassettoScope } from "@/lib/auth/viewer";

/** What was written for a held time, also after the hold; no row when it is somebody else's, or became an appuntamento. */
export function getBozzaDiPrenotazione({ tx, posizioneId }: CassettoScope, id: string) {
  return tx
    .select({
      testo: bozze.testo,
      motivoCodice: bozze.motivoCodice,
      modo: bozze.modo,
      rapporto: bozze.rapporto,
      anno: bozze.anno,
      trimestre: bozze.trimestre,
      progressivo: bozze.progressivo,
      protocollo: quesiti.protocollo,
    })
    .from(bozze)
    .leftJoin(quesiti, and(eq(quesiti.posizioneId, bozze.posizioneId), eq(quesiti.id, bozze.quesitoId)))
    .where(
      and(
        eq(bozze.posizioneId, posizioneId),
        eq(bozze.id, id),
        eq(bozze.lato, "cittadino"),
        isNotNull(bozze.motivoCodice),
      ),
    );
}

/** The time that whoever looks holds to move that appuntamento to. */
export function listTenuti({ tx, posizioneId }: CassettoScope, appuntamentoId: string) {
  return tx
    .select({ sedeCodice: appuntamenti.sedeCodice, inizioAt: appuntamenti.inizioAt })
    .from(appuntamenti)
    .where(
      and(
        eq(appuntamenti.posizioneId, posizioneId),
        eq(appuntamenti.spostaId, appuntamentoId),
        eq(appuntamenti.stato, "in_prenotazione"),
        sql`${appuntamenti.scadeAt} > now() and ${appuntamenti.utenteId} = (select utente_corrente())`,
      ),
    );
}

/** The number of the appuntamento that was moved by this hold; no row while it is one, or when it ran out. */
export function getSpostato({ tx, posizioneId }: CassettoScope, id: string) {
  return tx
    .select({ numero: appuntamenti.numero })
    .from(eventiAppuntamento)
    .innerJoin(
      appuntamenti,
      and(
        eq(appuntamenti.posizioneId, eventiAppuntamento.posizioneId),
        eq(appuntamenti.id, eventiAppuntamento.appuntamentoId),
      ),
    )
    .where(
      and(
        eq(eventiAppuntamento.posizioneId, posizioneId),
        eq(eventiAppuntamento.evento, "spostato"),
        eq(eventiAppuntamento.motivo, id),
      ),
    )
    .limit(1);
}
