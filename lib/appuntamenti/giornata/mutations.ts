import "server-only";
import { sql } from "drizzle-orm";
import { type Contesto, inTransaction } from "@/db/client";
import type { Esito } from "../mutations";
import type { Atto, Correggibile } from "./rules";

/** Marks what happened. `nota` is for who asked: they read it on their page of the appuntamento. */
export function markAppuntamento(contesto: Contesto, id: string, atto: Atto, nota: string): Promise<Esito> {
  return run(contesto, sql`segna_appuntamento(${id}::uuid, ${atto}, ${nota})`);
}

/** Takes back what was marked last. `atto` says what that is: of two windows one may not know. */
export function correctAppuntamento(contesto: Contesto, id: string, atto: Correggibile): Promise<Esito> {
  return run(contesto, sql`correggi_appuntamento(${id}::uuid, ${atto})`);
}

/** Says to who asked where the call by video will be. It takes the place of what was said before. */
export function giveCollegamento(contesto: Contesto, id: string, collegamento: string): Promise<Esito> {
  return run(contesto, sql`dai_collegamento(${id}::uuid, ${collegamento})`);
}

async function run(contesto: Contesto, act: ReturnType<typeof sql>): Promise<Esito> {
  const rows = await inTransaction(contesto, (tx) =>
    tx.execute<{ esito: Esito }>(sql`select ${act} as esito`),
  );
  return rows[0]?.esito ?? "non_trovata";
}
