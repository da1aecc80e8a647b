import "server-only";
import { eq, sql } from "drizzle-orm";
import { type Contesto, inTransaction } from "@/db/client";
import { argomenti } from "@/db/schema/argomenti";
import { bozze, messaggi } from "@/db/schema/messaggi";
import { quesiti } from "@/db/schema/quesiti";
import { currentDate } from "@/lib/oggi";
import { type Rifiuto, termineDi, termineRipreso } from "./rules";

export type Esito = "ok" | Rifiuto;

export type NuovaBozza = {
  /** Chosen by the form: the key under which it will be sent once. */
  id: string;
  /** The thread it answers in; null: a new quesito. */
  quesitoId: string | null;
  rapporto: string | null;
  argomento: string | null;
  contributo: { anno: number; trimestre: number; progressivo: number } | null;
};

/** Begins a bozza in the open drawer, or changes what it is about. */
export function openBozza(
  contesto: Contesto,
  { id, quesitoId, rapporto, argomento, contributo }: NuovaBozza,
) {
  return run(
    contesto,
    sql`apri_bozza(${id}::uuid, ${quesitoId}::uuid, ${rapporto}, ${argomento}, ${contributo?.anno ?? null}::int,
      ${contributo?.trimestre ?? null}::int, ${contributo?.progressivo ?? null}::int)`,
  );
}

/** Keeps what was written so far. */
export function writeBozza(contesto: Contesto, id: string, oggetto: string, testo: string) {
  return run(contesto, sql`scrivi_bozza(${id}::uuid, ${oggetto}, ${testo})`);
}

export function deleteBozza(contesto: Contesto, id: string) {
  return run(contesto, sql`elimina_bozza(${id}::uuid)`);
}

export type Inviata =
  | { ok: true; quesitoId: string; protocollo: string; ricevuta: string }
  | { ok: false; reason: Rifiuto };

/**
 * Sends a bozza: text, files, protocol number, event and mail together. Asked again it answers the same.
 * `protocollo` is that of the quesito, `ricevuta` that of this messaggio: the same for the first one.
 */
export async function sendBozza(contesto: Contesto, id: string): Promise<Inviata> {
  type Row = { esito: Esito; quesito: string; protocollo: string; ricevuta: string };
  const row = await inTransaction(contesto, async (tx) => {
    const [about] = await tx
      .select({
        giorni: argomenti.termineGiorni,
        quesito: { termine: quesiti.termine, sospesoDal: quesiti.sospesoDal },
      })
      .from(bozze)
      .leftJoin(quesiti, eq(quesiti.id, bozze.quesitoId))
      .innerJoin(
        argomenti,
        sql`${argomenti.codice} = coalesce(${quesiti.argomentoCodice}, ${bozze.argomentoCodice})`,
      )
      .where(eq(bozze.id, id));
    // Already sent, or incomplete: the database says which.
    const oggi = currentDate();
    const termine = about ? termineDi(oggi, about.giorni) : null;
    const ripreso = about?.quesito ? termineRipreso(about.quesito, oggi) : null;
    const rows = await tx.execute<Row>(
      sql`select * from invia_bozza(${id}::uuid, ${termine}::date, ${ripreso}::date)`,
    );
    return rows[0];
  });
  if (!row) return { ok: false, reason: "non_trovata" };
  if (row.esito !== "ok") return { ok: false, reason: row.esito };
  return { ok: true, quesitoId: row.quesito, protocollo: row.protocollo, ricevuta: row.ricevuta };
}

/**
 * Writes an answer in a thread and sends it. Asked again it answers the same, unless the text is another one: that
 * was not sent, and must not seem so.
 */
export async function answerQuesito(
  contesto: Contesto,
  { id, quesitoId, testo }: { id: string; quesitoId: string; testo: string },
): Promise<Inviata> {
  let esito = await openBozza(contesto, { id, quesitoId, rapporto: null, argomento: null, contributo: null });
  if (esito === "ok") esito = await writeBozza(contesto, id, "", testo);
  if (esito === "gia_inviata") {
    const [inviato] = await inTransaction(contesto, (tx) =>
      tx.select({ testo: messaggi.testo }).from(messaggi).where(eq(messaggi.id, id)),
    );
    if (inviato?.testo === testo) esito = "ok";
  }
  return esito === "ok" ? sendBozza(contesto, id) : { ok: false, reason: esito };
}

/** Who asked needs no answer any more. */
export function closeQuesito(contesto: Contesto, quesitoId: string) {
  return run(contesto, sql`chiudi_quesito(${quesitoId}::uuid)`);
}

/** @throws DatabaseNonDisponibile */
async function run(contesto: Contesto, act: ReturnType<typeof sql>): Promise<Esito> {
  const rows = await inTransaction(contesto, (tx) =>
    tx.execute<{ esito: Esito }>(sql`select ${act} as esito`),
  );
  return rows[0]?.esito ?? "non_trovata";
}
