import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql, TransactionSql } from "postgres";
import { z } from "zod";
import type { Tx } from "@/db/client";
import type { ModoAppuntamento } from "@/db/schema/agenda";
import { listOfferti } from "@/lib/appuntamenti/motivi/queries";
import { isStesso, type OggettoDiAppuntamento } from "@/lib/appuntamenti/motivi/rules";
import { listOrariPerAttese } from "@/lib/appuntamenti/orari/queries";
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

type Attesa = OggettoDiAppuntamento & {
  id: string;
  posizione: string;
  sedi: string[];
  modi: ModoAppuntamento[];
  /** Whether who waits may still write from that drawer. */
  scrive: boolean;
};

/**
 * Offers what is free to those who wait, the first who came first: each is held for them for some hours. A wait ends
 * when who waits may act no more, or what they wait for is booked or settled.
 * Beware: drizzle changes how `sql` reads and writes instants; it must be a client that nobody else uses.
 * @returns to how many
 */
export async function attese(sql: Sql, oggi: DataIso): Promise<{ offerti: number }> {
  const tx = drizzle(sql) as unknown as Tx;
  let offerti = 0;
  const waiting = await onDay(
    sql,
    oggi,
    (own) => own<Attesa[]>`
      select id, posizione_id as posizione, motivo_codice as "motivoCodice", rapporto, quesito_id as "quesitoId", anno,
        trimestre, progressivo, to_json(sedi) as sedi, to_json(modi) as modi,
        scrive_ancora(posizione_id, utente_id) as scrive
      from attese where stato = 'attiva' order by creata_at, id limit 500`,
  );
  for (const attesa of waiting) {
    if (!(attesa.scrive && (await isDaOffrire(tx, attesa, oggi)))) {
      await sql`update attese set stato = 'scaduta' where id = ${attesa.id} and stato = 'attiva'`;
    } else if (await offer(sql, tx, attesa, oggi)) offerti += 1;
  }
  return { offerti };
}

/** Whether it could be asked for today, as the pages offer it. */
async function isDaOffrire(tx: Tx, attesa: Attesa, oggi: DataIso): Promise<boolean> {
  // No session stands behind it: the worker reads as the owner, of a drawer whose people asked it to.
  const offerte = await listOfferti({ tx, posizioneId: attesa.posizione } as CassettoScope, oggi);
  return offerte.some(({ perche, quesito, vivo }) => isStesso(attesa, perche, quesito?.id ?? null) && !vivo);
}

async function offer(sql: Sql, tx: Tx, { id, motivoCodice: motivo, sedi, modi }: Attesa, oggi: DataIso) {
  const [clock] = await onDay(
    sql,
    oggi,
    (own) =>
      own<{ millisecondi: number }[]>`select (extract(epoch from adesso()) * 1000)::float8 as millisecondi`,
  );
  const adesso = new Date(clock?.millisecondi ?? Date.now());
  const found = await Promise.all(
    modi.map(async (modo) =>
      (await listOrariPerAttese(tx, { sedi, motivo, modo, oggi, adesso })).map((orario) => ({
        ...orario,
        modo,
      })),
    ),
  );
  // The earliest of all; should somebody take it meanwhile, the next.
  for (const orario of found
    .flat()
    .sort((a, b) => a.inizio - b.inizio)
    .slice(0, 5)) {
    const { sede, esperto, modo, inizio } = orario;
    const istante = new Date(inizio * 60_000).toISOString();
    const [row] = await onDay(
      sql,
      oggi,
      (own) =>
        own<{ offerto: boolean }[]>`
          select offri_orario(${id}, ${sede}, ${esperto}, ${modo}, ${istante}) as offerto`,
    );
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
