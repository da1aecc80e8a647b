import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { motiviAppuntamento } from "@/db/schema/agenda";
import { appuntamenti, eventiAppuntamento } from "@/db/schema/appuntamenti";
import { quesiti } from "@/db/schema/quesiti";
import { rapporti } from "@/db/schema/rapporti";
import { sedi } from "@/db/schema/sedi";
import { soggetti } from "@/db/schema/soggetti";
import type { CassettoScope } from "@/lib/auth/viewer";

export type AppuntamentoIntero = Awaited<ReturnType<typeof getAppuntamento>>[number];

/** By what people say on the phone, with its sede and what it is about; no row when it is not of this drawer. */
export function getAppuntamento(scope: CassettoScope, numero: string) {
  return select(scope).where(
    and(eq(appuntamenti.posizioneId, scope.posizioneId), eq(appuntamenti.numero, numero)),
  );
}

/** By its id, also while it is held. */
export function getPrenotazione(scope: CassettoScope, id: string) {
  return select(scope).where(and(eq(appuntamenti.posizioneId, scope.posizioneId), eq(appuntamenti.id, id)));
}

/** What happened to it and which mails were written, from the first. */
export function listEventiDiAppuntamento({ tx, posizioneId }: CassettoScope, appuntamentoId: string) {
  return tx
    .select()
    .from(eventiAppuntamento)
    .where(
      and(
        eq(eventiAppuntamento.posizioneId, posizioneId),
        eq(eventiAppuntamento.appuntamentoId, appuntamentoId),
      ),
    )
    .orderBy(asc(eventiAppuntamento.id));
}

function select({ tx }: CassettoScope) {
  return tx
    .select({
      appuntamento: appuntamenti,
      sede: sedi,
      motivo: motiviAppuntamento,
      /** The thread behind it; null: an anomalia is. */
      quesito: { protocollo: quesiti.protocollo, oggetto: quesiti.oggetto },
      lavoratore: { nome: soggetti.nome, cognome: soggetti.cognome },
    })
    .from(appuntamenti)
    .innerJoin(sedi, eq(sedi.codice, appuntamenti.sedeCodice))
    .innerJoin(motiviAppuntamento, eq(motiviAppuntamento.codice, appuntamenti.motivoCodice))
    .leftJoin(
      quesiti,
      and(eq(quesiti.posizioneId, appuntamenti.posizioneId), eq(quesiti.id, appuntamenti.quesitoId)),
    )
    .leftJoin(
      rapporti,
      and(eq(rapporti.posizioneId, appuntamenti.posizioneId), eq(rapporti.codice, appuntamenti.rapporto)),
    )
    .leftJoin(soggetti, eq(soggetti.codiceFiscale, rapporti.lavoratore));
}
