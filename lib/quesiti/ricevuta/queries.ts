import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { allegati } from "@/db/schema/allegati";
import { argomenti, categorieQuesito } from "@/db/schema/argomenti";
import { messaggi } from "@/db/schema/messaggi";
import { eventiQuesito, quesiti } from "@/db/schema/quesiti";
import { sedi } from "@/db/schema/sedi";
import type { CassettoScope } from "@/lib/auth/viewer";

/** The proof that this side sent a messaggio: of the one named, or of the first. Looking at it reads no answer. */
export async function getRicevuta(scope: CassettoScope, protocollo: string, messaggio: string | null) {
  const { tx, posizioneId } = scope;
  const [ricevuta] = await tx
    .select({
      messaggioId: messaggi.id,
      /** Of this messaggio. */
      protocollo: messaggi.protocollo,
      inviatoAt: messaggi.inviatoAt,
      chi: messaggi.chi,
      profilo: messaggi.profilo,
      perConto: messaggi.perConto,
      quesito: quesiti.protocollo,
      oggetto: quesiti.oggetto,
      rapporto: quesiti.rapporto,
      datore: quesiti.datoreNome,
      /** As it was promised then: a receipt says for ever what it said. */
      termine: sql<string>`coalesce(${eventiQuesito.dettaglio}, ${quesiti.termine}::text)`,
      argomento: argomenti.nome,
      categoria: categorieQuesito.nome,
      sede: sedi,
    })
    .from(messaggi)
    .innerJoin(
      quesiti,
      and(eq(quesiti.posizioneId, messaggi.posizioneId), eq(quesiti.id, messaggi.quesitoId)),
    )
    // What was registered in one transaction has one time.
    .leftJoin(
      eventiQuesito,
      and(
        eq(eventiQuesito.posizioneId, messaggi.posizioneId),
        eq(eventiQuesito.quesitoId, messaggi.quesitoId),
        eq(eventiQuesito.quandoAt, messaggi.inviatoAt),
        inArray(eventiQuesito.evento, ["inviato", "integrato", "riaperto"]),
      ),
    )
    .innerJoin(argomenti, eq(argomenti.codice, quesiti.argomentoCodice))
    .innerJoin(categorieQuesito, eq(categorieQuesito.codice, argomenti.categoriaCodice))
    // Who registered it gave its number: a quesito may have been passed on to another sede since.
    .innerJoin(sedi, eq(sedi.codice, sql`left(${messaggi.protocollo}, 6)`))
    .where(
      and(
        eq(messaggi.posizioneId, posizioneId),
        eq(quesiti.protocollo, protocollo),
        eq(messaggi.protocollo, messaggio ?? protocollo),
        eq(messaggi.lato, "cittadino"),
      ),
    );
  if (!ricevuta) return null;
  const file = await tx
    .select({ id: allegati.id, nome: allegati.nome, byte: allegati.byte, sha256: allegati.sha256 })
    .from(allegati)
    .where(and(eq(allegati.posizioneId, posizioneId), eq(allegati.messaggioId, ricevuta.messaggioId)))
    .orderBy(asc(allegati.caricatoAt), asc(allegati.id));
  return { ...ricevuta, file };
}

export type Ricevuta = NonNullable<Awaited<ReturnType<typeof getRicevuta>>>;
