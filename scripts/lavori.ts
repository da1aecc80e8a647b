import path from "node:path";
import { type JobHelpers, Logger, run } from "graphile-worker";
import postgres from "postgres";
import { env } from "@/lib/env";
import { attese, prenotazioni, promemoria, senzaEsito } from "@/lib/jobs/appuntamenti";
import { openScan } from "@/lib/jobs/clamd";
import { posta } from "@/lib/jobs/posta";
import { risposta } from "@/lib/jobs/risposta";
import { riscansiona, scansione } from "@/lib/jobs/scansione";
import { promemoriaScadenze, pulizia, ripresa, scadenze } from "@/lib/jobs/tasks";
import { log, logError } from "@/lib/log";
import { openDelivery } from "@/lib/mail/delivery";
import { PostaNonConsegnata } from "@/lib/mail/posta-non-consegnata";
import { currentDate } from "@/lib/oggi";
import { DATI } from "./avvio/files";

// The job worker: runs what is queued and what is due, as the owner role, in its own schema graphile_worker.

/**
 * Hours are UTC: 03:30 is never in the hour that summer time doubles or skips in Rome, and 00:05 in Rome is 22:05 or
 * 23:05 here (the other of the two finds nothing to do). Missed: run on start.
 */
const CRONTAB = `
30 3 * * * pulizia ?fill=1d
5 22,23 * * * scadenze ?fill=1d
40 3 * * * senza_esito ?fill=1d
0 7 * * * promemoria_scadenze ?fill=1d
*/5 * * * * ripresa
* * * * * prenotazioni
*/10 * * * * attese
`;

const connectionString = env.DATABASE_OWNER_URL;
if (!connectionString) {
  console.error("Senza DATABASE_OWNER_URL i lavori (pulizia, scadenze, antivirus e posta) non partono.");
  process.exit(0);
}
// As in db/client.ts: what a new connection asks about arrays must not end the process when it dies at once.
const options = { connect_timeout: 10, fetch_types: false, onnotice: () => undefined };
const sql = postgres(connectionString, { max: 2, ...options });
const sqlAttese = postgres(connectionString, { max: 1, ...options });

const folder = path.join(env.CASSETTO_DATI ?? DATI, "posta");
const deliver = openDelivery({ smtpUrl: env.SMTP_URL, folder, serviceUrl: env.NEXTAUTH_URL });
const scan = env.CLAMD ? openScan(env.CLAMD) : undefined;

type Work = (payload: unknown, job: JobHelpers["job"]) => Promise<object>;

/** What a task says when it fails is kept in the queue: a reference, not the error's words. */
const recorded =
  (name: string, work: Work) =>
  async (payload: unknown, { job }: JobHelpers) => {
    try {
      log.info({ lavoro: name, ...(await work(payload, job)) }, "lavoro finito");
    } catch (error) {
      // Foreseen, and its words are a code: the queue logs it and tries again.
      if (error instanceof PostaNonConsegnata) throw error;
      throw new Error(`riferimento ${logError(error, { lavoro: name })}`);
    }
  };

const runner = await run({
  connectionString,
  noHandleSignals: true,
  concurrency: 2,
  maxPoolSize: 4,
  pollInterval: 30_000,
  crontab: CRONTAB,
  taskList: {
    pulizia: recorded("pulizia", () => pulizia(sql)),
    scadenze: recorded("scadenze", () => scadenze(sql, currentDate())),
    promemoria_scadenze: recorded("promemoria_scadenze", () => promemoriaScadenze(sql, currentDate())),
    ripresa: async () => {
      const fatto = await ripresa(sql);
      if (fatto.ripresi + fatto.abbandonate > 0) log.warn(fatto, "lavori ripresi da chi è caduto");
    },
    prenotazioni: async () => void (await prenotazioni(sql, env.OGGI)),
    attese: recorded("attese", () => attese(sqlAttese, currentDate())),
    senza_esito: recorded("senza_esito", () => senzaEsito(sql, env.OGGI)),
    promemoria: recorded("promemoria", (payload) => promemoria(sql, payload, env.OGGI)),
    risposta: recorded("risposta", (payload) => risposta(sql, payload, env.OGGI)),
    scansione: recorded("scansione", (payload, job) => scansione(sql, scan, payload, job)),
    posta: recorded("posta", (payload, job) => posta(sql, deliver, payload, job)),
  },
  logger: new Logger(() => (level, message) => {
    if (level === "error" || level === "warning") log.warn({ origine: "graphile-worker" }, message);
  }),
});
// Whatever days went by while nothing ran here: also the first start after a migration, which `fill` knows nothing of.
await runner.addJob("scadenze", {}, { jobKey: "scadenze all'avvio", maxAttempts: 3 });
// Since the last start an antivirus may have come.
if (scan) log.info({ allegati: await riscansiona(sql) }, "allegati da ricontrollare");
log.info({ posta: env.SMTP_URL ? "smtp" : folder, antivirus: Boolean(scan) }, "lavori pronti");

let stopping = false;
const stop = async (code: number) => {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(code), 10_000).unref();
  await runner.stop().catch(() => undefined);
  await Promise.all([sql.end({ timeout: 5 }), sqlAttese.end({ timeout: 5 })]);
  process.exit(code);
};
process.on("SIGTERM", () => stop(0));
process.on("SIGINT", () => stop(0));
// Whoever started us is gone, without a word.
process.on("disconnect", () => stop(0));
const fail = (error: unknown) => {
  logError(error, { processo: "lavori" });
  stop(1);
};
process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);
runner.promise.then(() => stop(1), fail);
