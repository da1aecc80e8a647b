import "server-only";
import { sql } from "drizzle-orm";
import { type Contesto, inTransaction } from "@/db/client";
import type { Bozza } from "@/db/schema/messaggi";
import type { Esito } from "../mutations";

// What a sede does. Each act looks for itself who asks: `contesto` needs no open drawer.

/** @returns with `gia_preso`, the name of who has it */
export async function takeQuesito(
  contesto: Contesto,
  quesitoId: string,
): Promise<{ esito: Esito; chi: string | null }> {
  type Row = { esito: Esito; chi: string | null };
  const rows = await inTransaction(contesto, (tx) =>
    tx.execute<Row>(sql`select * from prendi_in_carico(${quesitoId}::uuid)`),
  );
  return rows[0] ?? { esito: "non_trovata", chi: null };
}

export function releaseQuesito(contesto: Contesto, quesitoId: string) {
  return run(contesto, sql`rilascia_quesito(${quesitoId}::uuid)`);
}

/** All of them to one colleague, or none. */
export function assignQuesiti(contesto: Contesto, quesitoIds: string[], utenteId: string, motivo: string) {
  const ids = sql.param(`{${quesitoIds.join(",")}}`);
  return run(contesto, sql`assegna_quesiti(${ids}::uuid[], ${utenteId}::uuid, ${motivo})`);
}

/** To another sede; the reason is read by who asked, too. */
export function transferQuesito(contesto: Contesto, quesitoId: string, sede: string, motivo: string) {
  return run(contesto, sql`trasferisci_quesito(${quesitoId}::uuid, ${sede}, ${motivo})`);
}

export type Risposta = {
  id: string;
  quesitoId: string;
  azione: Bozza["azione"];
  esito: Bozza["esito"];
  testo: string;
};

/** Keeps an answer that is being written. */
export function writeRisposta(contesto: Contesto, { id, quesitoId, azione, esito, testo }: Risposta) {
  return run(contesto, sql`scrivi_risposta(${id}::uuid, ${quesitoId}::uuid, ${azione}, ${esito}, ${testo})`);
}

/** Puts it on its way; `parte`: when it leaves, null: it has left. */
export async function sendRisposta(
  contesto: Contesto,
  id: string,
): Promise<{ esito: Esito; parte: Date | null }> {
  const rows = await inTransaction(contesto, (tx) =>
    tx.execute<{ esito: Esito; parte: string | null }>(sql`select * from invia_risposta(${id}::uuid)`),
  );
  const { esito = "non_trovata", parte = null } = rows[0] ?? {};
  return { esito, parte: parte === null ? null : new Date(parte) };
}

/** Stops one that has not left. */
export function stopRisposta(contesto: Contesto, id: string) {
  return run(contesto, sql`ferma_risposta(${id}::uuid)`);
}

/** `id`: chosen by the form, so that a note sent twice is one. */
export function addNota(contesto: Contesto, id: string, quesitoId: string, testo: string) {
  return run(contesto, sql`aggiungi_nota(${id}::uuid, ${quesitoId}::uuid, ${testo})`);
}

/** Until the esperto has answered they see the quesito, of whatever sede they are. */
export function askParere(contesto: Contesto, quesitoId: string, espertoId: string, domanda: string) {
  return run(contesto, sql`chiedi_parere(${quesitoId}::uuid, ${espertoId}::uuid, ${domanda})`);
}

export function giveParere(contesto: Contesto, parereId: string, testo: string) {
  return run(contesto, sql`rendi_parere(${parereId}::uuid, ${testo})`);
}

async function run(contesto: Contesto, act: ReturnType<typeof sql>): Promise<Esito> {
  const rows = await inTransaction(contesto, (tx) =>
    tx.execute<{ esito: Esito }>(sql`select ${act} as esito`),
  );
  return rows[0]?.esito ?? "non_trovata";
}
