import "server-only";
import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { motiviAppuntamento } from "@/db/schema/agenda";
import { appuntamenti, attese } from "@/db/schema/appuntamenti";
import { quesiti } from "@/db/schema/quesiti";
import { rapporti } from "@/db/schema/rapporti";
import { soggetti } from "@/db/schema/soggetti";
import type { CassettoScope } from "@/lib/auth/viewer";

export type AttesaElencata = Awaited<ReturnType<typeof listAttese>>[number];

/** The places on the waiting list this drawer has, with the time that is offered to one; the oldest first. */
export function listAttese(scope: CassettoScope) {
  return select(scope).where(
    and(eq(attese.posizioneId, scope.posizioneId), inArray(attese.stato, ["attiva", "offerta"])),
  );
}

/**
 * The places of this drawer that went with an offer nobody confirmed, until somebody takes note of it, waits for the
 * same again or has it.
 */
export function listOfferteScadute(scope: CassettoScope) {
  const stessa = (altra: string) =>
    sql.raw(`${altra}.posizione_id = attese.posizione_id and ${altra}.motivo_codice = attese.motivo_codice
      and oggetto_di(${altra}.quesito_id, ${altra}.rapporto, ${altra}.anno, ${altra}.trimestre, ${altra}.progressivo)
        = oggetto_di(attese.quesito_id, attese.rapporto, attese.anno, attese.trimestre, attese.progressivo)`);
  return select(scope).where(
    and(
      eq(attese.posizioneId, scope.posizioneId),
      eq(attese.stato, "scaduta"),
      isNotNull(attese.appuntamentoId),
      sql`not exists (select from attese dopo where ${stessa("dopo")} and dopo.creata_at > attese.creata_at)`,
      sql`not exists (select from appuntamenti a where ${stessa("a")} and a.creato_at > attese.creata_at
        and a.stato <> 'in_prenotazione')`,
    ),
  );
}

/** Whether that time was offered from the waiting list, and still is. */
export async function isOfferta({ tx, posizioneId }: CassettoScope, id: string): Promise<boolean> {
  const rows = await tx
    .select({ id: attese.id })
    .from(attese)
    .where(
      and(eq(attese.posizioneId, posizioneId), eq(attese.appuntamentoId, id), eq(attese.stato, "offerta")),
    );
  return rows.length > 0;
}

function select({ tx }: CassettoScope) {
  return tx
    .select({
      id: attese.id,
      stato: attese.stato,
      motivoCodice: attese.motivoCodice,
      motivo: motiviAppuntamento.nome,
      quesitoId: attese.quesitoId,
      rapporto: attese.rapporto,
      anno: attese.anno,
      trimestre: attese.trimestre,
      progressivo: attese.progressivo,
      quesito: { protocollo: quesiti.protocollo, oggetto: quesiti.oggetto },
      lavoratore: { nome: soggetti.nome, cognome: soggetti.cognome },
      chi: attese.chi,
      modi: attese.modi,
      creataAt: attese.creataAt,
      /** Null: none is, or it is for `chi` alone. */
      offerta: { id: appuntamenti.id, inizioAt: appuntamenti.inizioAt, scadeAt: appuntamenti.scadeAt },
    })
    .from(attese)
    .innerJoin(motiviAppuntamento, eq(motiviAppuntamento.codice, attese.motivoCodice))
    .leftJoin(quesiti, and(eq(quesiti.posizioneId, attese.posizioneId), eq(quesiti.id, attese.quesitoId)))
    .leftJoin(
      rapporti,
      and(eq(rapporti.posizioneId, attese.posizioneId), eq(rapporti.codice, attese.rapporto)),
    )
    .leftJoin(soggetti, eq(soggetti.codiceFiscale, rapporti.lavoratore))
    .leftJoin(
      appuntamenti,
      and(eq(appuntamenti.posizioneId, attese.posizioneId), eq(appuntamenti.id, attese.appuntamentoId)),
    )
    .orderBy(asc(attese.creataAt), asc(attese.id))
    .$dynamic();
}
