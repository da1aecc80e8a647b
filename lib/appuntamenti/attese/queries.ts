import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { motiviAppuntamento } from "@/db/schema/agenda";
import { appuntamenti, attese } from "@/db/schema/appuntamenti";
import { quesiti } from "@/db/schema/quesiti";
import { rapporti } from "@/db/schema/rapporti";
import { soggetti } from "@/db/schema/soggetti";
import type { CassettoScope } from "@/lib/auth/viewer";

export type AttesaElencata = Awaited<ReturnType<typeof listAttese>>[number];

/** The places on the waiting list this drawer has, with the time that is offered to one; the oldest first. */
export function listAttese({ tx, posizioneId }: CassettoScope) {
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
    .where(and(eq(attese.posizioneId, posizioneId), inArray(attese.stato, ["attiva", "offerta"])))
    .orderBy(asc(attese.creataAt), asc(attese.id));
}
