import "server-only";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { argomenti, categorieQuesito } from "@/db/schema/argomenti";
import { bozze, messaggi } from "@/db/schema/messaggi";
import { quesiti } from "@/db/schema/quesiti";
import { rapporti } from "@/db/schema/rapporti";
import { sedi } from "@/db/schema/sedi";
import { soggetti } from "@/db/schema/soggetti";
import type { CassettoScope } from "@/lib/auth/viewer";
import type { Tempi } from "../queries";

/** Of whoever asks, and not the note of an appuntamento. */
const DI_QUESITO = and(eq(bozze.lato, "cittadino"), isNull(bozze.motivoCodice));

/** One bozza of whoever asks, in this drawer: no row when it is somebody else's or was sent. */
export function getBozza(scope: CassettoScope, id: string) {
  return select(scope).where(and(eq(bozze.posizioneId, scope.posizioneId), eq(bozze.id, id), DI_QUESITO));
}

/** All of them, the last written first. */
export function listBozze(scope: CassettoScope) {
  return select(scope)
    .where(and(eq(bozze.posizioneId, scope.posizioneId), DI_QUESITO))
    .orderBy(desc(bozze.aggiornataAt), desc(bozze.id));
}

/** The answer whoever asks has begun in this thread, if any. */
export function getBozzaDiQuesito({ tx, posizioneId }: CassettoScope, quesitoId: string) {
  return tx
    .select({ id: bozze.id, testo: bozze.testo })
    .from(bozze)
    .where(and(eq(bozze.posizioneId, posizioneId), eq(bozze.quesitoId, quesitoId), DI_QUESITO))
    .orderBy(desc(bozze.aggiornataAt))
    .limit(1);
}

/** What this bozza became when it was sent; no row while it is one. */
export function getInviato({ tx, posizioneId }: CassettoScope, id: string) {
  return tx
    .select({ protocollo: quesiti.protocollo, ricevuta: messaggi.protocollo })
    .from(messaggi)
    .innerJoin(
      quesiti,
      and(eq(quesiti.posizioneId, messaggi.posizioneId), eq(quesiti.id, messaggi.quesitoId)),
    )
    .where(and(eq(messaggi.posizioneId, posizioneId), eq(messaggi.id, id), eq(messaggi.lato, "cittadino")));
}

/** What a quesito may be about now, by categoria. */
export function listArgomenti({ tx }: CassettoScope) {
  return tx
    .select({
      codice: argomenti.codice,
      nome: argomenti.nome,
      aiuto: argomenti.aiuto,
      categoriaCodice: categorieQuesito.codice,
      categoria: categorieQuesito.nome,
    })
    .from(argomenti)
    .innerJoin(categorieQuesito, eq(categorieQuesito.codice, argomenti.categoriaCodice))
    .where(eq(argomenti.attivo, true))
    .orderBy(asc(categorieQuesito.ordine), asc(argomenti.ordine), asc(argomenti.codice));
}

export function listCategorie({ tx }: CassettoScope) {
  return tx
    .select({ codice: categorieQuesito.codice, nome: categorieQuesito.nome })
    .from(categorieQuesito)
    .orderBy(asc(categorieQuesito.ordine));
}

/** Who will answer: the sede of the rapporto's place of work, or of the posizione. */
export function getSedeCompetente({ tx, posizioneId }: CassettoScope, rapporto: string | null) {
  return tx
    .select()
    .from(sedi)
    .where(eq(sedi.codice, sql`(select sede_competente(${posizioneId}::uuid, ${rapporto}))`));
}

export function getSede({ tx }: CassettoScope, codice: string) {
  return tx.select().from(sedi).where(eq(sedi.codice, codice));
}

/** How long a sede really took for a categoria, in the last 12 months. */
export async function getTempi(
  { tx }: CassettoScope,
  sede: string,
  categoria: string,
): Promise<Tempi | null> {
  const rows = await tx.execute<Tempi>(sql`select * from tempi_di_risposta(${sede}, ${categoria})`);
  return rows[0] ?? null;
}

export type BozzaElencata = Awaited<ReturnType<typeof getBozza>>[number];
export type ArgomentoElencato = Awaited<ReturnType<typeof listArgomenti>>[number];

function select({ tx }: CassettoScope) {
  return tx
    .select({
      bozza: bozze,
      /** The thread it answers in; null: a new quesito. */
      quesito: {
        protocollo: quesiti.protocollo,
        oggetto: quesiti.oggetto,
        rapporto: quesiti.rapporto,
        stato: quesiti.stato,
        termine: quesiti.termine,
        sospesoDal: quesiti.sospesoDal,
        sedeCodice: quesiti.sedeCodice,
      },
      argomento: argomenti.nome,
      termineGiorni: argomenti.termineGiorni,
      categoria: categorieQuesito.nome,
      categoriaCodice: categorieQuesito.codice,
      lavoratore: { nome: soggetti.nome, cognome: soggetti.cognome },
    })
    .from(bozze)
    .leftJoin(quesiti, and(eq(quesiti.posizioneId, bozze.posizioneId), eq(quesiti.id, bozze.quesitoId)))
    .leftJoin(
      argomenti,
      eq(argomenti.codice, sql`coalesce(${quesiti.argomentoCodice}, ${bozze.argomentoCodice})`),
    )
    .leftJoin(categorieQuesito, eq(categorieQuesito.codice, argomenti.categoriaCodice))
    .leftJoin(
      rapporti,
      and(
        eq(rapporti.posizioneId, bozze.posizioneId),
        eq(rapporti.codice, sql`coalesce(${quesiti.rapporto}, ${bozze.rapporto})`),
      ),
    )
    .leftJoin(soggetti, eq(soggetti.codiceFiscale, rapporti.lavoratore));
}
