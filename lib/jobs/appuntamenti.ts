import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { z } from "zod";
import type { Tx } from "@/db/client";
import type { ModoAppuntamento } from "@/db/schema/agenda";
import { listOrariPerAttese } from "@/lib/appuntamenti/orari/queries";
import type { DataIso } from "@/lib/dates";

const payloadSchema = z.object({ id: z.uuid() });

/** Two days before an appuntamento; none is sent of one that was cancelled or is over. */
export async function promemoria(
  sql: Sql,
  payload: unknown,
  oggi: string | undefined,
): Promise<{ appuntamento: string; ricordato: boolean }> {
  const { id } = payloadSchema.parse(payload);
  const [row] = await sql.begin(async (tx) => {
    await tx`select set_config('app.oggi', ${oggi ?? ""}, true)`;
    return tx<{ ricordato: boolean }[]>`select ricorda_appuntamento(${id}) as ricordato`;
  });
  return { appuntamento: id, ricordato: row?.ricordato ?? false };
}

/** Takes away the holds whose time is over. Nothing waits for it: whoever reads compares with the clock. */
export async function prenotazioni(sql: Sql): Promise<{ scadute: number }> {
  const [row] = await sql<{ scadute: number }[]>`select scadi_prenotazioni() as scadute`;
  return { scadute: row?.scadute ?? 0 };
}

type Attesa = { id: string; motivo: string; sedi: string[]; modi: ModoAppuntamento[] };

/**
 * Offers what is free to those who wait, the first who came first: each is held for them for some hours.
 * Beware: drizzle changes how `sql` reads and writes instants; it must be a client that nobody else uses.
 * @returns to how many
 */
export async function attese(sql: Sql, oggi: DataIso): Promise<{ offerti: number }> {
  let offerti = 0;
  const waiting = await sql<Attesa[]>`
    select id, motivo_codice as motivo, to_json(sedi) as sedi, to_json(modi) as modi from attese where stato = 'attiva' order by creata_at, id limit 500`;
  for (const attesa of waiting) {
    if (await offer(sql, attesa, oggi)) offerti += 1;
  }
  return { offerti };
}

async function offer(sql: Sql, { id, motivo, sedi, modi }: Attesa, oggi: DataIso): Promise<boolean> {
  const tx = drizzle(sql) as unknown as Tx;
  const [clock] = await sql.begin(async (own) => {
    await own`select set_config('app.oggi', ${oggi}, true)`;
    return own<
      { millisecondi: number }[]
    >`select (extract(epoch from adesso()) * 1000)::float8 as millisecondi`;
  });
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
    const [row] = await sql<{ offerto: boolean }[]>`
      select offri_orario(${id}, ${sede}, ${esperto}, ${modo}, ${new Date(inizio * 60_000).toISOString()}) as offerto`;
    if (row?.offerto) return true;
  }
  return false;
}
