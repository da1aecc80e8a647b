import type { Job } from "graphile-worker";
import type { Sql } from "postgres";
import { z } from "zod";
import type { Scan } from "./clamd";

const payloadSchema = z.object({ id: z.uuid() });

type Attempt = Pick<Job, "attempts" | "max_attempts">;
type Outcome = { allegato: string; esito: string };

/**
 * Has one allegato looked at by the antivirus. Until it has said that it found nothing the file has no content for
 * anybody (policy `se_controllato`).
 * @param scan undefined: this installation has no antivirus
 * @throws if the queue is to try again, with growing pauses; after the last try the file stays closed as `errore`
 */
export async function scansione(
  sql: Sql,
  scan: Scan | undefined,
  payload: unknown,
  { attempts, max_attempts }: Attempt,
): Promise<Outcome> {
  const { id } = payloadSchema.parse(payload);
  const [file] = await sql<{ contenuto: Buffer }[]>`
    select c.contenuto from allegati a
    join contenuti_allegato c on c.posizione_id = a.posizione_id and c.allegato_id = a.id
    where a.id = ${id} and a.scansione = 'in_attesa'`;
  if (!file) return { allegato: id, esito: "niente" };
  if (!scan) return record(sql, id, "non_prevista");
  try {
    return await record(sql, id, await scan(file.contenuto));
  } catch (error) {
    if (attempts < max_attempts) throw error;
    return record(sql, id, "errore");
  }
}

/**
 * What was let through, or given up, while there was no antivirus: closed again, and asked anew.
 * @returns how many
 */
export async function riscansiona(sql: Sql): Promise<number> {
  const rows = await sql`
    with aperti as (
      update allegati set scansione = 'in_attesa', scansionato_at = null
      where scansione in ('non_prevista', 'errore') returning id
    )
    select graphile_worker.add_job('scansione', json_build_object('id', id), job_key := 'scansione ' || id,
      max_attempts := 15) from aperti`;
  return rows.length;
}

async function record(sql: Sql, id: string, esito: string): Promise<Outcome> {
  await sql`update allegati set scansione = ${esito}, scansionato_at = now()
    where id = ${id} and scansione = 'in_attesa'`;
  return { allegato: id, esito };
}
