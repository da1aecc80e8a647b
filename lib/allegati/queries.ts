import "server-only";
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { allegati, anteprime, contenutiAllegato } from "@/db/schema/allegati";
import { bozze, messaggi } from "@/db/schema/messaggi";
import type { CassettoScope, ViewerScope } from "@/lib/auth/viewer";

const COLONNE = {
  id: allegati.id,
  /** Null: still of a bozza. */
  messaggioId: allegati.messaggioId,
  nome: allegati.nome,
  tipo: allegati.tipo,
  byte: allegati.byte,
  sha256: allegati.sha256,
  pagine: allegati.pagine,
  scansione: allegati.scansione,
};

export type AllegatoElencato = Awaited<ReturnType<typeof listAllegatiDiBozza>>[number];

/** The files of a bozza, in the order in which they were added. */
export function listAllegatiDiBozza({ tx, posizioneId }: CassettoScope, bozzaId: string) {
  return tx
    .select(COLONNE)
    .from(allegati)
    .where(and(eq(allegati.posizioneId, posizioneId), eq(allegati.bozzaId, bozzaId)))
    .orderBy(asc(allegati.caricatoAt), asc(allegati.id));
}

/** The files of all messaggi of a quesito. */
export function listAllegatiDiQuesito({ tx, posizioneId }: CassettoScope, quesitoId: string) {
  return tx
    .select(COLONNE)
    .from(messaggi)
    .innerJoin(
      allegati,
      and(eq(allegati.posizioneId, messaggi.posizioneId), eq(allegati.messaggioId, messaggi.id)),
    )
    .where(and(eq(messaggi.posizioneId, posizioneId), eq(messaggi.quesitoId, quesitoId)))
    .orderBy(asc(allegati.caricatoAt), asc(allegati.id));
}

/** The files that who booked an appuntamento added to it. */
export function listAllegatiDiAppuntamento({ tx, posizioneId }: CassettoScope, appuntamentoId: string) {
  return tx
    .select(COLONNE)
    .from(allegati)
    .where(and(eq(allegati.posizioneId, posizioneId), eq(allegati.appuntamentoId, appuntamentoId)))
    .orderBy(asc(allegati.caricatoAt), asc(allegati.id));
}

/** The answers of whoever asks, from a sede, that have not been sent yet, the last written first. */
export function listBozzeDaAllegare({ tx, posizioneId }: CassettoScope, quesitoId: string) {
  return tx
    .select({ id: bozze.id })
    .from(bozze)
    .where(
      and(
        eq(bozze.posizioneId, posizioneId),
        eq(bozze.quesitoId, quesitoId),
        eq(bozze.lato, "sede"),
        isNull(bozze.parteAt),
      ),
    )
    .orderBy(desc(bozze.aggiornataAt));
}

/** A file as it was sent; no row unless the antivirus let it through and its messaggio, or bozza, is theirs to read. */
export function getContenuto({ tx }: Pick<ViewerScope, "tx">, id: string) {
  return tx
    .select({ nome: allegati.nome, tipo: allegati.tipo, contenuto: contenutiAllegato.contenuto })
    .from(allegati)
    .innerJoin(
      contenutiAllegato,
      and(
        eq(contenutiAllegato.posizioneId, allegati.posizioneId),
        eq(contenutiAllegato.allegatoId, allegati.id),
      ),
    )
    .where(eq(allegati.id, id));
}

/** One page of an image, drawn anew; the same holds. */
export function getAnteprima({ tx }: Pick<ViewerScope, "tx">, id: string, pagina: number) {
  return tx
    .select({ contenuto: anteprime.contenuto })
    .from(allegati)
    .innerJoin(
      anteprime,
      and(eq(anteprime.posizioneId, allegati.posizioneId), eq(anteprime.allegatoId, allegati.id)),
    )
    .where(and(eq(allegati.id, id), eq(anteprime.pagina, pagina)));
}
