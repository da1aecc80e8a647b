import "server-only";
import { sql } from "drizzle-orm";
import { type Contesto, inTransaction } from "@/db/client";

/** Tries a dead letter again; false: it is none, or not any more. */
export async function retryLettera(contesto: Contesto, id: string): Promise<boolean> {
  const rows = await inTransaction(contesto, (tx) =>
    tx.execute<{ esito: string }>(sql`select ritenta_posta(${id}::uuid) as esito`),
  );
  return rows[0]?.esito === "ok";
}

/** Tries all dead letters again. @returns how many */
export async function retryAbbandonate(contesto: Contesto): Promise<number> {
  const rows = await inTransaction(contesto, (tx) =>
    tx.execute<{ quante: number }>(sql`
      select count(*) filter (where ritenta_posta(p.id) = 'ok')::int as quante
      from (select id from posta where abbandonata_at is not null order by id) p`),
  );
  return rows[0]?.quante ?? 0;
}
