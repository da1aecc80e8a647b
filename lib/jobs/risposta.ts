import type { Sql } from "postgres";
import { z } from "zod";

const payloadSchema = z.object({ id: z.uuid() });

/**
 * Lets an answer of a sede leave when the minute in which it could be stopped is over: number, event and mails are one
 * transaction in the database, and a second call finds nothing left to do.
 * @param oggi the civil date that gives the protocol its year; undefined: the database's own
 * @throws if it is not time yet by the database's clock: the queue asks again
 */
export async function risposta(
  sql: Sql,
  payload: unknown,
  oggi: string | undefined,
): Promise<{ risposta: string; esito: string }> {
  const { id } = payloadSchema.parse(payload);
  const [row] = await sql.begin(async (tx) => {
    await tx`select set_config('app.oggi', ${oggi ?? ""}, true)`;
    return tx<{ esito: string }[]>`select parti_risposta(${id}) as esito`;
  });
  if (row?.esito === "presto") throw new Error("not yet");
  return { risposta: id, esito: row?.esito ?? "niente" };
}
