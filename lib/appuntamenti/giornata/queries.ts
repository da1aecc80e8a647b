import "server-only";
import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import { motiviAppuntamento } from "@/db/schema/agenda";
import { appuntamenti } from "@/db/schema/appuntamenti";
import { quesiti } from "@/db/schema/quesiti";
import type { CassettoScope, ViewerScope } from "@/lib/auth/viewer";
import type { DataIso } from "@/lib/dates";
import { GIORNI_PER_SEGNARE } from "./rules";

const DELLA_SEDE = sql`(select sede_corrente())`;

export type InGiornata = Awaited<ReturnType<typeof listGiornata>>[number];

/** What the viewer's sede has on one day, by the hour; without holds. */
export function listGiornata({ tx }: ViewerScope, data: DataIso) {
  return tx
    .select({
      id: appuntamenti.id,
      numero: appuntamenti.numero,
      stato: appuntamenti.stato,
      inizioAt: appuntamenti.inizioAt,
      fineAt: appuntamenti.fineAt,
      arrivatoAt: appuntamenti.arrivatoAt,
      iniziatoAt: appuntamenti.iniziatoAt,
      daSpostareAt: appuntamenti.daSpostareAt,
      esperto: appuntamenti.esperto,
      espertoNome: appuntamenti.espertoNome,
      datoreNome: appuntamenti.datoreNome,
      modo: appuntamenti.modo,
      collegamento: appuntamenti.collegamento,
      motivo: motiviAppuntamento.nome,
    })
    .from(appuntamenti)
    .innerJoin(motiviAppuntamento, eq(motiviAppuntamento.codice, appuntamenti.motivoCodice))
    .where(
      and(
        eq(appuntamenti.sedeCodice, DELLA_SEDE),
        ne(appuntamenti.stato, "in_prenotazione"),
        sql`${appuntamenti.inizioAt} >= ${data}::timestamp at time zone 'Europe/Rome'`,
        sql`${appuntamenti.inizioAt} < (${data}::date + 1)::timestamp at time zone 'Europe/Rome'`,
      ),
    )
    .orderBy(asc(appuntamenti.inizioAt), asc(appuntamenti.espertoNome), asc(appuntamenti.id));
}

/** What was to be on days before and nobody marked, the latest first. */
export function listDaSegnare({ tx }: ViewerScope, oggi: DataIso) {
  const { id, numero, inizioAt, esperto, espertoNome, datoreNome } = appuntamenti;
  return tx
    .select({ id, numero, inizioAt, esperto, espertoNome, datoreNome })
    .from(appuntamenti)
    .where(
      and(
        eq(appuntamenti.sedeCodice, DELLA_SEDE),
        eq(appuntamenti.stato, "confermato"),
        sql`${appuntamenti.inizioAt} < ${oggi}::timestamp at time zone 'Europe/Rome'`,
        sql`${appuntamenti.fineAt} >= adesso() - make_interval(days => ${GIORNI_PER_SEGNARE})`,
      ),
    )
    .orderBy(desc(appuntamenti.inizioAt), asc(appuntamenti.id));
}
export type DaSegnare = Awaited<ReturnType<typeof listDaSegnare>>[number];

/** The thread behind one, if it is the viewer's sede that answers it. */
export function getQuesitoDietro({ tx, posizioneId }: CassettoScope, appuntamentoId: string) {
  return tx
    .select({ protocollo: quesiti.protocollo, oggetto: quesiti.oggetto })
    .from(appuntamenti)
    .innerJoin(
      quesiti,
      and(eq(quesiti.posizioneId, appuntamenti.posizioneId), eq(quesiti.id, appuntamenti.quesitoId)),
    )
    .where(
      and(
        eq(appuntamenti.posizioneId, posizioneId),
        eq(appuntamenti.id, appuntamentoId),
        eq(quesiti.sedeCodice, DELLA_SEDE),
      ),
    );
}
