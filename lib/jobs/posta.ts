import type { Job } from "graphile-worker";
import type { Sql, TransactionSql } from "postgres";
import { z } from "zod";
import type { AppuntamentoPerPosta, Mail } from "@/lib/mail/compose";
import { type Deliver, SCADENZA_MS } from "@/lib/mail/delivery";
import { PostaNonConsegnata } from "@/lib/mail/posta-non-consegnata";

const payloadSchema = z.object({ id: z.uuid() });

type Attempt = Pick<Job, "attempts" | "max_attempts">;
type Outcome = { posta: string; esito: "inviata" | "abbandonata" | "niente_da_inviare"; motivo?: string };

/**
 * Sends the mail of one row of posta, if it is still to be sent.
 *
 * The row stays locked while the mail goes out: the queue's own lock is of the job, it expires, and a row may come
 * to have two. Who finds it locked waits: to skip it would end a job that is the only one left if the other dies.
 *
 * If we die after the server's 250 and before our commit, the next try sends the mail again: SMTP has no way to
 * ask whether it was taken. Its Message-ID is the same, so mailboxes that care keep one.
 * @throws PostaNonConsegnata if the queue is to try again
 */
export async function posta(
  sql: Sql,
  deliver: Deliver,
  payload: unknown,
  { attempts, max_attempts }: Attempt,
): Promise<Outcome> {
  const { id } = payloadSchema.parse(payload);
  const outcome = await sql.begin(async (tx): Promise<Outcome | PostaNonConsegnata> => {
    const mail = await takeMail(tx, id);
    if (!mail) return { posta: id, esito: "niente_da_inviare" };
    const fault = await faultIn(deliver, mail);
    if (!fault) {
      await tx`update posta set inviata_at = clock_timestamp() where id = ${id}`;
      return { posta: id, esito: "inviata" };
    }
    const ended = fault.definitiva || attempts >= max_attempts;
    await tx`
      update posta set tentativi = tentativi + 1, ultimo_errore = ${fault.code},
        abbandonata_at = case when ${ended} then clock_timestamp() end
      where id = ${id}`;
    return ended ? { posta: id, esito: "abbandonata", motivo: fault.code } : fault;
  });
  // Only here: thrown inside, it would take its own record back.
  if (outcome instanceof PostaNonConsegnata) throw outcome;
  return outcome;
}

async function takeMail(tx: TransactionSql, id: string): Promise<Mail | undefined> {
  // A server that ends idle transactions sooner would leave behind a mail sent and not marked.
  await tx`select set_config('idle_in_transaction_session_timeout', ${String(SCADENZA_MS + 30_000)}, true)`;
  const [mail] = await tx<(Mail & { appuntamentoId: string | null })[]>`
    select id, destinatario, modello, appuntamento_id as "appuntamentoId" from posta
    where id = ${id} and inviata_at is null and abbandonata_at is null
    for update`;
  if (!mail?.appuntamentoId) return mail;
  return { ...mail, appuntamento: await readAppuntamento(tx, mail.appuntamentoId) };
}

/** As it is now, whatever it was when the mail was queued: a calendar must not learn an old time last. */
async function readAppuntamento(tx: TransactionSql, id: string): Promise<AppuntamentoPerPosta | undefined> {
  const [appuntamento] = await tx<AppuntamentoPerPosta[]>`
    select a.id, a.numero, a.inizio_at as "inizioAt", a.fine_at as "fineAt", a.stato, a.sequenza, a.modo,
      concat_ws(', ', s.denominazione, s.indirizzo, nullif(concat_ws(' ', s.cap, s.comune), '')) as sede
    from appuntamenti a join sedi s on s.codice = a.sede_codice
    where a.id = ${id}`;
  return appuntamento;
}

async function faultIn(deliver: Deliver, mail: Mail): Promise<PostaNonConsegnata | undefined> {
  try {
    await deliver(mail);
    return undefined;
  } catch (error) {
    if (error instanceof PostaNonConsegnata) return error;
    throw error;
  }
}
