import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { argomenti, categorieQuesito } from "@/db/schema/argomenti";
import { messaggi } from "@/db/schema/messaggi";
import { eventiQuesito, quesiti } from "@/db/schema/quesiti";
import { rapporti } from "@/db/schema/rapporti";
import { sedi } from "@/db/schema/sedi";
import { soggetti } from "@/db/schema/soggetti";
import type { CassettoScope } from "@/lib/auth/viewer";

/** A quesito with its sede and what it is about; no row when it is not of this drawer. */
export function getQuesito({ tx, posizioneId }: CassettoScope, quesitoId: string) {
  return tx
    .select({
      quesito: {
        id: quesiti.id,
        protocollo: quesiti.protocollo,
        oggetto: quesiti.oggetto,
        stato: quesiti.stato,
        esito: quesiti.esito,
        rapporto: quesiti.rapporto,
        anno: quesiti.anno,
        trimestre: quesiti.trimestre,
        argomentoCodice: quesiti.argomentoCodice,
        inviatoAt: quesiti.inviatoAt,
        termine: quesiti.termine,
        sospesoDal: quesiti.sospesoDal,
        chiusoAt: quesiti.chiusoAt,
        chiusoDa: quesiti.chiusoDa,
      },
      /** Whether an answer is told to whoever looks by mail. */
      avvisato: sql<boolean>`avvisato_di(${quesiti.id})`,
      sede: sedi,
      argomento: argomenti.nome,
      categoria: categorieQuesito.nome,
      lavoratore: { nome: soggetti.nome, cognome: soggetti.cognome },
    })
    .from(quesiti)
    .innerJoin(sedi, eq(sedi.codice, quesiti.sedeCodice))
    .innerJoin(argomenti, eq(argomenti.codice, quesiti.argomentoCodice))
    .innerJoin(categorieQuesito, eq(categorieQuesito.codice, argomenti.categoriaCodice))
    .leftJoin(
      rapporti,
      and(eq(rapporti.posizioneId, quesiti.posizioneId), eq(rapporti.codice, quesiti.rapporto)),
    )
    .leftJoin(soggetti, eq(soggetti.codiceFiscale, rapporti.lavoratore))
    .where(and(eq(quesiti.posizioneId, posizioneId), eq(quesiti.id, quesitoId)));
}

/** What both sides wrote, from the first. */
export function listMessaggi({ tx, posizioneId }: CassettoScope, quesitoId: string) {
  return tx
    .select({
      id: messaggi.id,
      protocollo: messaggi.protocollo,
      lato: messaggi.lato,
      profilo: messaggi.profilo,
      chi: messaggi.chi,
      perConto: messaggi.perConto,
      testo: messaggi.testo,
      azione: messaggi.azione,
      inviatoAt: messaggi.inviatoAt,
      lettoAt: messaggi.lettoAt,
      /** The other side's, and read by this very opening of the thread. */
      nuovo: sql<boolean>`${messaggi.lato} = 'sede' and ${messaggi.lettoAt} is not distinct from now()`,
    })
    .from(messaggi)
    .where(and(eq(messaggi.posizioneId, posizioneId), eq(messaggi.quesitoId, quesitoId)))
    .orderBy(asc(messaggi.inviatoAt), asc(messaggi.protocollo));
}

/** What happened to it, from the first; what is the sede's own affair is left out by its policy. */
export function listEventi({ tx, posizioneId }: CassettoScope, quesitoId: string) {
  return tx
    .select({
      id: eventiQuesito.id,
      quandoAt: eventiQuesito.quandoAt,
      evento: eventiQuesito.evento,
      chi: eventiQuesito.chi,
      perConto: eventiQuesito.perConto,
      dettaglio: eventiQuesito.dettaglio,
      motivo: eventiQuesito.motivo,
    })
    .from(eventiQuesito)
    .where(and(eq(eventiQuesito.posizioneId, posizioneId), eq(eventiQuesito.quesitoId, quesitoId)))
    .orderBy(asc(eventiQuesito.id));
}

export type Tempi = { risposte: number; mediana: number; novanta: number };

/** How long the sede of a quesito really took for its categoria, in the last 12 months. */
export async function getTempiDiQuesito({ tx }: CassettoScope, quesitoId: string): Promise<Tempi | null> {
  const rows = await tx.execute<Tempi>(sql`
    select t.* from ${quesiti} join ${argomenti} on ${argomenti.codice} = ${quesiti.argomentoCodice},
      lateral tempi_di_risposta(${quesiti.sedeCodice}, ${argomenti.categoriaCodice}) t
    where ${quesiti.id} = ${quesitoId}`);
  return rows[0] ?? null;
}

export type MessaggioElencato = Awaited<ReturnType<typeof listMessaggi>>[number];
export type EventoElencato = Awaited<ReturnType<typeof listEventi>>[number];
export type QuesitoLetto = Awaited<ReturnType<typeof getQuesito>>[number];
