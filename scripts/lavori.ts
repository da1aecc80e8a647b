import { Logger, run } from "graphile-worker";
import postgres from "postgres";
import { env } from "@/lib/env";
import { pulizia } from "@/lib/jobs/tasks";
import { log, logError } from "@/lib/log";

// The job worker: runs what is queued and what is due, as the owner role, in its own schema graphile_worker.

/** Hours are UTC: 03:30 is never in the hour that summer time doubles or skips in Rome. Missed: run on start. */
const CRONTAB = "30 3 * * * pulizia ?fill=1d";

const connectionString = env.DATABASE_OWNER_URL;
if (!connectionString) {
  console.error("Senza DATABASE_OWNER_URL i lavori periodici non partono.");
  process.exit(0);
}
const sql = postgres(connectionString, { max: 2, connect_timeout: 10, onnotice: () => undefined });

/** What a task says when it fails is kept in the queue: a reference, not the error's words. */
const recorded = (name: string, work: () => Promise<object>) => async () => {
  try {
    log.info({ lavoro: name, ...(await work()) }, "lavoro finito");
  } catch (error) {
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
  taskList: { pulizia: recorded("pulizia", () => pulizia(sql)) },
  logger: new Logger(() => (level, message) => {
    if (level === "error" || level === "warning") log.warn({ origine: "graphile-worker" }, message);
  }),
});
log.info("lavori pronti");

let stopping = false;
const stop = async (code: number) => {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(code), 10_000).unref();
  await runner.stop().catch(() => undefined);
  await sql.end({ timeout: 5 });
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
