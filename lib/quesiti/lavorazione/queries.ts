import "server-only";
import { and, asc, desc, eq, getTableColumns, ilike, ne, or, sql } from "drizzle-orm";
import { argomenti, categorieQuesito } from "@/db/schema/argomenti";
import { modelliRisposta, noteQuesito, pareri } from "@/db/schema/lavorazione";
import { bozze, messaggi } from "@/db/schema/messaggi";
import { eventiQuesito, quesiti } from "@/db/schema/quesiti";
import { sedi } from "@/db/schema/sedi";
import type { CassettoScope, ViewerScope } from "@/lib/auth/viewer";

/** Who has it in charge; what somebody left who does not work for the sede any more is nobody's, as for the acts. */
export const inCaricoA = sql<string | null>`case when ${quesiti.assegnatoA} = any(array(
  select c.utente from colleghi() c where c.sede = (select sede_corrente()))) then ${quesiti.assegnatoA} end`;

/** The quesito with what it is about and the sede that answers. */
export function getQuesitoDellaSede({ tx, posizioneId }: CassettoScope, quesitoId: string) {
  return tx
    .select({
      quesito: { ...getTableColumns(quesiti), assegnatoA: inCaricoA },
      argomento: argomenti.nome,
      categoria: categorieQuesito.nome,
      sede: sedi.denominazione,
    })
    .from(quesiti)
    .innerJoin(argomenti, eq(argomenti.codice, quesiti.argomentoCodice))
    .innerJoin(categorieQuesito, eq(categorieQuesito.codice, argomenti.categoriaCodice))
    .innerJoin(sedi, eq(sedi.codice, quesiti.sedeCodice))
    .where(and(eq(quesiti.posizioneId, posizioneId), eq(quesiti.id, quesitoId)));
}

/** What both sides wrote, in order. */
export function listMessaggiDellaSede({ tx, posizioneId }: CassettoScope, quesitoId: string) {
  return tx
    .select()
    .from(messaggi)
    .where(and(eq(messaggi.posizioneId, posizioneId), eq(messaggi.quesitoId, quesitoId)))
    .orderBy(asc(messaggi.inviatoAt), asc(messaggi.protocollo));
}

/** What happened, what is the sede's own affair too. */
export function listEventiDellaSede({ tx, posizioneId }: CassettoScope, quesitoId: string) {
  return tx
    .select()
    .from(eventiQuesito)
    .where(and(eq(eventiQuesito.posizioneId, posizioneId), eq(eventiQuesito.quesitoId, quesitoId)))
    .orderBy(asc(eventiQuesito.id));
}

export function listNote({ tx, posizioneId }: CassettoScope, quesitoId: string) {
  return tx
    .select()
    .from(noteQuesito)
    .where(and(eq(noteQuesito.posizioneId, posizioneId), eq(noteQuesito.quesitoId, quesitoId)))
    .orderBy(asc(noteQuesito.quandoAt), asc(noteQuesito.id));
}

export function listPareri({ tx, posizioneId }: CassettoScope, quesitoId: string) {
  return tx
    .select()
    .from(pareri)
    .where(and(eq(pareri.posizioneId, posizioneId), eq(pareri.quesitoId, quesitoId)))
    .orderBy(asc(pareri.chiestoAt));
}

/** The answers being written by whoever asks, and any that is on its way, the last written first. */
export function listBozzeDellaSede({ tx, posizioneId }: CassettoScope, quesitoId: string) {
  return tx
    .select()
    .from(bozze)
    .where(and(eq(bozze.posizioneId, posizioneId), eq(bozze.quesitoId, quesitoId), eq(bozze.lato, "sede")))
    .orderBy(desc(bozze.aggiornataAt));
}

export type Collega = {
  id: string;
  nome: string;
  tipo: string;
  esperto: boolean;
  /** Of another sede of the province: may only be asked. */
  altraSede: string | null;
};

/** Who works for the viewer's sede, and the esperti of the other sedi of its province. */
export async function listColleghi({ tx }: Pick<ViewerScope, "tx">): Promise<Collega[]> {
  type Row = { utente: string; nome: string; tipo: string; esperto: boolean; altra: string | null };
  const rows = await tx.execute<Row>(
    sql`select utente, nome, tipo, esperto, case when sede <> sede_corrente() then denominazione end as altra from colleghi()`,
  );
  return rows.map(({ utente, nome, tipo, esperto, altra }) => ({
    id: utente,
    nome,
    tipo,
    esperto,
    altraSede: altra,
  }));
}

/** The texts the viewer's sede answers with often. */
export function listModelli({ tx }: Pick<ViewerScope, "tx">) {
  return tx
    .select({ id: modelliRisposta.id, titolo: modelliRisposta.titolo, testo: modelliRisposta.testo })
    .from(modelliRisposta)
    .orderBy(asc(modelliRisposta.titolo));
}

/** The other sedi whose name has these words, or whose provincia is this; at most 20. */
export function searchSedi({ tx }: Pick<ViewerScope, "tx">, cerca: string) {
  const like = `%${cerca.replace(/[\\%_]/g, "\\$&")}%`;
  return tx
    .select({ codice: sedi.codice, denominazione: sedi.denominazione, provincia: sedi.provincia })
    .from(sedi)
    .where(
      and(
        ne(sedi.codice, sql`(select sede_corrente())`),
        or(ilike(sedi.denominazione, like), eq(sedi.provincia, cerca.toUpperCase())),
      ),
    )
    .orderBy(asc(sedi.denominazione))
    .limit(20);
}

export type QuesitoDellaSede = Awaited<ReturnType<typeof getQuesitoDellaSede>>[number];
export type SedeTrovata = Awaited<ReturnType<typeof searchSedi>>[number];
export type ModelloElencato = Awaited<ReturnType<typeof listModelli>>[number];
