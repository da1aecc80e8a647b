import { sql as frase } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql, TransactionSql } from "postgres";
import { z } from "zod";
import type { Tx } from "@/db/client";
import type { ModoAppuntamento } from "@/db/schema/agenda";
import { GIORNI_PER_SEGNARE } from "@/lib/appuntamenti/giornata/rules";
import { listOfferti } from "@/lib/appuntamenti/motivi/queries";
import { isStesso, type OggettoDiAppuntamento } from "@/lib/appuntamenti/motivi/rules";
import { listOrariPerAttese, type OrarioLibero } from "@/lib/appuntamenti/orari/queries";
import type { CassettoScope } from "@/lib/auth/viewer";
import type { DataIso } from "@/lib/dates";

const payloadSchema = z.object({ id: z.uuid() });

/** Two days before an appuntamento; none is sent of one that was cancelled, is to be moved or is over, nor twice. */
export async function promemoria(
  sql: Sql,
  payload: unknown,
  oggi: string | undefined,
): Promise<{ appuntamento: string; ricordato: boolean }> {
  const { id } = payloadSchema.parse(payload);
  const [row] = await onDay(
    sql,
    oggi,
    (tx) => tx<{ ricordato: boolean }[]>`select ricorda_appuntamento(${id}) as ricordato`,
  );
  return { appuntamento: id, ricordato: row?.ricordato ?? false };
}

/**
 * Takes away the holds whose time is over, and offers to who may act no more. Nothing waits for the former: whoever
 * reads compares with the clock.
 */
export async function prenotazioni(sql: Sql, oggi: string | undefined): Promise<{ scadute: number }> {
  const [row] = await onDay(
    sql,
    oggi,
    (tx) => tx<{ scadute: number }[]>`select scadi_prenotazioni() as scadute`,
  );
  return { scadute: row?.scadute ?? 0 };
}

/** Of what a sede has not marked in time nobody knows what became: it is closed, and says so. */
export async function senzaEsito(sql: Sql, oggi: string | undefined): Promise<{ chiusi: number }> {
  const [row] = await onDay(
    sql,
    oggi,
    (tx) => tx<{ chiusi: number }[]>`select chiudi_dimenticati(${GIORNI_PER_SEGNARE}) as chiusi`,
  );
  return { chiusi: row?.chiusi ?? 0 };
}

type Attesa = OggettoDiAppuntamento & {
  id: string;
  posizione: string;
  sedi: string[];
  modi: ModoAppuntamento[];
  /** Whether who waits may still write from that drawer. */
  scrive: boolean;
  /** creata_at as PostgreSQL writes it: to go on from, to the microsecond. */
  creata: string;
};

/** How many waits are read at a time. */
const PER_VOLTA = 500;
/** So many refused, and what was read is not how it is. */
const TENTATIVI = 50;

/**
 * Offers what is free to those who wait, the first who came first: each is held for them for some hours. A wait ends
 * when who waits may act no more, or what they wait for is booked or settled.
 * Beware: drizzle changes how `sql` reads and writes instants; it must be a client that nobody else uses.
 * @returns to how many
 */
export async function attese(sql: Sql, oggi: DataIso): Promise<{ offerti: number }> {
  const tx = drizzle(sql) as unknown as Tx;
  const liberi = liberiOn(sql, tx, oggi);
  let offerti = 0;
  let last: Attesa | undefined;
  do {
    const waiting: Attesa[] = await listAttive(sql, oggi, last);
    for (const attesa of waiting) {
      if (!(attesa.scrive && (await isDaOffrire(tx, attesa, oggi)))) {
        await sql`update attese set stato = 'scaduta' where id = ${attesa.id} and stato = 'attiva'`;
      } else if (await offer(sql, liberi, attesa, oggi)) offerti += 1;
    }
    last = waiting.length === PER_VOLTA ? waiting.at(-1) : undefined;
  } while (last);
  return { offerti };
}

/** The oldest, after that one. */
function listAttive(sql: Sql, oggi: DataIso, dopo: Attesa | undefined) {
  return onDay(
    sql,
    oggi,
    (own) => own<Attesa[]>`
      select id, posizione_id as posizione, motivo_codice as "motivoCodice", rapporto, quesito_id as "quesitoId", anno,
        trimestre, progressivo, to_json(sedi) as sedi, to_json(modi) as modi,
        scrive_ancora(posizione_id, utente_id) as scrive, creata_at::text as creata
      from attese
      where stato = 'attiva' ${dopo ? own`and (creata_at, id) > (${dopo.creata}::timestamptz, ${dopo.id})` : own``}
      order by creata_at, id limit ${PER_VOLTA}`,
  );
}

/** Whether it could be asked for today, as the pages offer it. */
async function isDaOffrire(tx: Tx, attesa: Attesa, oggi: DataIso): Promise<boolean> {
  const offerte = await tx.transaction(async (own) => {
    await own.execute(frase`select set_config('app.oggi', ${oggi}, true)`);
    // No session stands behind it: the worker reads as the owner, of a drawer whose people asked it to.
    return listOfferti({ tx: own, posizioneId: attesa.posizione } as unknown as CassettoScope, oggi);
  });
  return offerte.some(({ perche, quesito, vivo }) => isStesso(attesa, perche, quesito?.id ?? null) && !vivo);
}

type Orario = OrarioLibero & { modo: ModoAppuntamento };

type Liberi = ReturnType<typeof liberiOn>;

/**
 * What is free, read once for all who wait for the same. What turns out to be so no more is taken out; what becomes free
 * meanwhile is for the next run, which begins with the first of the list again.
 */
function liberiOn(sql: Sql, tx: Tx, oggi: DataIso) {
  const found = new Map<string, Promise<Orario[]>>();
  const read = async ({ motivoCodice: motivo, sedi, modi }: Attesa): Promise<Orario[]> => {
    const [clock] = await onDay(
      sql,
      oggi,
      (own) =>
        own<{ millisecondi: number }[]>`select (extract(epoch from adesso()) * 1000)::float8 as millisecondi`,
    );
    const adesso = new Date(clock?.millisecondi ?? Date.now());
    const perModo = await Promise.all(
      modi.map(async (modo) =>
        (await listOrariPerAttese(tx, { sedi, motivo, modo, oggi, adesso })).map((orario) => ({
          ...orario,
          modo,
        })),
      ),
    );
    return perModo.flat().sort((a, b) => a.inizio - b.inizio);
  };
  return (attesa: Attesa): Promise<Orario[]> => {
    const chiave = JSON.stringify([attesa.motivoCodice, attesa.sedi, attesa.modi]);
    const orari = found.get(chiave) ?? read(attesa);
    found.set(chiave, orari);
    return orari;
  };
}

/** The earliest of all; should somebody take it meanwhile, the next. */
async function offer(sql: Sql, liberiPer: Liberi, attesa: Attesa, oggi: DataIso): Promise<boolean> {
  const orari = await liberiPer(attesa);
  for (let tentativo = 0; tentativo < TENTATIVI; tentativo += 1) {
    const orario = orari[0];
    if (!orario) return false;
    const { sede, esperto, modo, inizio } = orario;
    const istante = new Date(inizio * 60_000).toISOString();
    const [row] = await onDay(
      sql,
      oggi,
      (own) =>
        own<{ offerto: boolean | null }[]>`
          select offri_orario(${attesa.id}, ${sede}, ${esperto}, ${modo}, ${istante}) as offerto`,
    );
    // Null: no other would be theirs either.
    if (row?.offerto === null) return false;
    orari.shift();
    if (row?.offerto) return true;
  }
  return false;
}

/** A transaction in which oggi() says that day; undefined: today. */
const onDay = <T>(sql: Sql, oggi: string | undefined, work: (tx: TransactionSql) => Promise<T>) =>
  sql.begin(async (tx) => {
    await tx`select set_config('app.oggi', ${oggi ?? ""}, true)`;
    return work(tx);
  }) as Promise<T>;
