import "server-only";
import { and, asc, desc, eq, gte, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { motiviAppuntamento } from "@/db/schema/agenda";
import { appuntamenti } from "@/db/schema/appuntamenti";
import { quesiti } from "@/db/schema/quesiti";
import { rapporti } from "@/db/schema/rapporti";
import { sedi } from "@/db/schema/sedi";
import { soggetti } from "@/db/schema/soggetti";
import type { CassettoScope } from "@/lib/auth/viewer";
import { addDays } from "@/lib/dates";
import type { FiltroAppuntamenti } from "./input";

export const APPUNTAMENTI_PER_PAGINA = 20;
/** More than anybody has to come: of one thing there is one. */
const IN_ARRIVO_MASSIMI = 50;

const passato = sql<boolean>`(${appuntamenti.stato} not in ('confermato', 'in_prenotazione')
  or ${appuntamenti.fineAt} <= (select adesso()))`;

/** A hold counts while it lasts, for who holds it; one to move another there is that other's business. */
const contano = or(
  ne(appuntamenti.stato, "in_prenotazione"),
  and(
    isNull(appuntamenti.spostaId),
    sql`${appuntamenti.scadeAt} > now()`,
    sql`${appuntamenti.utenteId} = (select utente_corrente())`,
  ),
);

/** One page of those of the drawer: what is to come, the next first, then what was; one more row is read. */
export function listAppuntamenti(scope: CassettoScope, filtro: FiltroAppuntamenti) {
  return select(scope)
    .where(and(eq(appuntamenti.posizioneId, scope.posizioneId), contano, matching(filtro), after(filtro)))
    .orderBy(
      asc(passato),
      sql`case when not ${passato} then ${appuntamenti.inizioAt} end`,
      desc(appuntamenti.inizioAt),
      desc(appuntamenti.id),
    )
    .limit(APPUNTAMENTI_PER_PAGINA + 1);
}

/** Those to come that are booked, the next first. */
export function listAppuntamentiInArrivo(scope: CassettoScope) {
  return select(scope)
    .where(
      and(
        eq(appuntamenti.posizioneId, scope.posizioneId),
        eq(appuntamenti.stato, "confermato"),
        sql`not ${passato}`,
      ),
    )
    .orderBy(asc(appuntamenti.inizioAt), desc(appuntamenti.id))
    .limit(IN_ARRIVO_MASSIMI);
}

/** Whether there is any, whatever is looked for. */
export async function hasAppuntamenti({ tx, posizioneId }: CassettoScope): Promise<boolean> {
  const trovati = await tx
    .select({ uno: sql`1` })
    .from(appuntamenti)
    .where(and(eq(appuntamenti.posizioneId, posizioneId), contano))
    .limit(1);
  return trovati.length > 0;
}

export type AppuntamentoElencato = Awaited<ReturnType<typeof listAppuntamenti>>[number];

function select({ tx }: CassettoScope) {
  return tx
    .select({
      id: appuntamenti.id,
      numero: appuntamenti.numero,
      stato: appuntamenti.stato,
      modo: appuntamenti.modo,
      collegamento: appuntamenti.collegamento,
      inizioAt: appuntamenti.inizioAt,
      fineAt: appuntamenti.fineAt,
      /** As a cursor needs it: a Date has no microseconds. */
      istante: sql<string>`to_char(${appuntamenti.inizioAt} at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS.US')`,
      passato,
      daSpostareAt: appuntamenti.daSpostareAt,
      espertoNome: appuntamenti.espertoNome,
      chi: appuntamenti.chi,
      perConto: appuntamenti.perConto,
      motivoCodice: appuntamenti.motivoCodice,
      motivo: motiviAppuntamento.nome,
      quesitoId: appuntamenti.quesitoId,
      anno: appuntamenti.anno,
      trimestre: appuntamenti.trimestre,
      progressivo: appuntamenti.progressivo,
      sede: {
        denominazione: sedi.denominazione,
        indirizzo: sedi.indirizzo,
        cap: sedi.cap,
        comune: sedi.comune,
        provincia: sedi.provincia,
      },
      rapporto: appuntamenti.rapporto,
      /** Null when an archive gave the rapporto to another datore meanwhile. */
      lavoratore: { nome: soggetti.nome, cognome: soggetti.cognome },
      quesito: quesiti.oggetto,
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

function matching({ rapporto, stato, chi, dal, al }: FiltroAppuntamenti): SQL | undefined {
  const mio = sql`${appuntamenti.utenteId} = (select utente_corrente())`;
  return and(
    rapporto === "nessuno"
      ? isNull(appuntamenti.rapporto)
      : rapporto
        ? eq(appuntamenti.rapporto, rapporto)
        : undefined,
    stato ? eq(appuntamenti.stato, stato) : undefined,
    chi ? (chi === "io" ? mio : sql`not ${mio}`) : undefined,
    dal ? gte(appuntamenti.inizioAt, startOf(dal)) : undefined,
    al ? lt(appuntamenti.inizioAt, startOf(addDays(al, 1))) : undefined,
  );
}

/** When that day begins in Rome. */
const startOf = (giorno: string) => sql`(${giorno}::date::timestamp at time zone 'Europe/Rome')`;

function after({ dopo }: FiltroAppuntamenti): SQL | undefined {
  if (!dopo) return undefined;
  const inizio = sql`(${dopo.istante}::timestamp at time zone 'utc')`;
  const qui = sql`(${appuntamenti.inizioAt}, ${appuntamenti.id})`;
  if (dopo.passato) return sql`${passato} and ${qui} < (${inizio}, ${dopo.id}::uuid)`;
  return sql`(${passato} or ${appuntamenti.inizioAt} > ${inizio}
    or ${appuntamenti.inizioAt} = ${inizio} and ${appuntamenti.id} < ${dopo.id}::uuid)`;
}
