import "server-only";
import { and, desc, eq, gte, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { argomenti, categorieQuesito } from "@/db/schema/argomenti";
import { messaggi } from "@/db/schema/messaggi";
import { quesiti } from "@/db/schema/quesiti";
import { rapporti } from "@/db/schema/rapporti";
import { soggetti } from "@/db/schema/soggetti";
import type { CassettoScope } from "@/lib/auth/viewer";
import { addDays } from "@/lib/dates";
import type { FiltroQuesiti } from "./input";

export const QUESITI_PER_PAGINA = 20;
/** How many the panoramica tells; the list has them all. */
const QUESITI_IN_VISTA = 3;

const nonLetti = sql<number>`(select count(*)::int from ${messaggi} m where m.posizione_id = ${quesiti.posizioneId}
  and m.quesito_id = ${quesiti.id} and m.letto_at is null and m.lato = 'sede')`;

/** One page of the quesiti of the drawer, the one in which something happened last first; one more row is read. */
export function listQuesiti(scope: CassettoScope, filtro: FiltroQuesiti) {
  return select(scope)
    .where(and(eq(quesiti.posizioneId, scope.posizioneId), matching(filtro), after(filtro)))
    .orderBy(desc(quesiti.ultimoMessaggioAt), desc(quesiti.id))
    .limit(QUESITI_PER_PAGINA + 1);
}

/** What is going on: not closed, or closed by an answer nobody has read. Unread ones first. */
export function listQuesitiInCorso(scope: CassettoScope) {
  return select(scope)
    .where(
      and(eq(quesiti.posizioneId, scope.posizioneId), or(ne(quesiti.stato, "chiuso"), sql`${nonLetti} > 0`)),
    )
    .orderBy(
      desc(sql`${nonLetti} > 0`),
      desc(sql`${quesiti.stato} = 'in_attesa_del_cittadino'`),
      quesiti.termine,
    )
    .limit(QUESITI_IN_VISTA);
}

/** Whether there is any, whatever is searched for. */
export async function hasQuesiti({ tx, posizioneId }: CassettoScope): Promise<boolean> {
  const trovati = await tx
    .select({ uno: sql`1` })
    .from(quesiti)
    .where(eq(quesiti.posizioneId, posizioneId))
    .limit(1);
  return trovati.length > 0;
}

export type QuesitoElencato = Awaited<ReturnType<typeof listQuesiti>>[number];

function select({ tx }: CassettoScope) {
  return tx
    .select({
      id: quesiti.id,
      protocollo: quesiti.protocollo,
      oggetto: quesiti.oggetto,
      stato: quesiti.stato,
      esito: quesiti.esito,
      termine: quesiti.termine,
      sospesoDal: quesiti.sospesoDal,
      ultimoMessaggioAt: quesiti.ultimoMessaggioAt,
      /** As a cursor needs it: a Date has no microseconds. */
      istante: sql<string>`to_char(${quesiti.ultimoMessaggioAt} at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS.US')`,
      rapporto: quesiti.rapporto,
      /** Null when an archive gave the rapporto to another datore meanwhile. */
      nome: soggetti.nome,
      cognome: soggetti.cognome,
      categoria: categorieQuesito.nome,
      argomento: argomenti.nome,
      chi: messaggi.chi,
      perConto: messaggi.perConto,
      daLeggere: nonLetti,
    })
    .from(quesiti)
    .innerJoin(argomenti, eq(argomenti.codice, quesiti.argomentoCodice))
    .innerJoin(categorieQuesito, eq(categorieQuesito.codice, argomenti.categoriaCodice))
    .innerJoin(messaggi, and(eq(messaggi.posizioneId, quesiti.posizioneId), eq(messaggi.id, quesiti.id)))
    .leftJoin(
      rapporti,
      and(eq(rapporti.posizioneId, quesiti.posizioneId), eq(rapporti.codice, quesiti.rapporto)),
    )
    .leftJoin(soggetti, eq(soggetti.codiceFiscale, rapporti.lavoratore));
}

function matching({ cerca, rapporto, categoria, stato, chi, dal, al }: FiltroQuesiti): SQL | undefined {
  const mio = sql`${quesiti.apertoDa} = (select utente_corrente())`;
  return and(
    cerca
      ? or(sql`${quesiti.parole} @@ ricerca_italiana(${cerca})`, eq(quesiti.protocollo, cerca))
      : undefined,
    rapporto === "nessuno" ? isNull(quesiti.rapporto) : rapporto ? eq(quesiti.rapporto, rapporto) : undefined,
    categoria ? eq(argomenti.categoriaCodice, categoria) : undefined,
    stato ? eq(quesiti.stato, stato) : undefined,
    chi ? (chi === "io" ? mio : sql`not ${mio}`) : undefined,
    dal ? gte(quesiti.inviatoAt, startOf(dal)) : undefined,
    al ? lt(quesiti.inviatoAt, startOf(addDays(al, 1))) : undefined,
  );
}

/** When that day begins in Rome. */
const startOf = (giorno: string) => sql`(${giorno}::date::timestamp at time zone 'Europe/Rome')`;

function after({ dopo }: FiltroQuesiti): SQL | undefined {
  if (!dopo) return undefined;
  return sql`(${quesiti.ultimoMessaggioAt}, ${quesiti.id})
    < (${dopo.istante}::timestamp at time zone 'utc', ${dopo.id}::uuid)`;
}
