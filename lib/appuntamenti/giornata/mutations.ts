import "server-only";
import { sql } from "drizzle-orm";
import { type Contesto, inTransaction } from "@/db/client";
import type { Esito } from "../mutations";
import type { Atto } from "./rules";

/** Marks what happened. `nota` is for who asked: they read it on their page of the appuntamento. */
export async function markAppuntamento(
  contesto: Contesto,
  id: string,
  atto: Atto,
  nota: string,
): Promise<Esito> {
  const rows = await inTransaction(contesto, (tx) =>
    tx.execute<{ esito: Esito }>(sql`select segna_appuntamento(${id}::uuid, ${atto}, ${nota}) as esito`),
  );
  return rows[0]?.esito ?? "non_trovata";
}
