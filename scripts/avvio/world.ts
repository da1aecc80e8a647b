import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { parseEnv } from "@/lib/env";
import { ensureBuild } from "./build";
import { Keeper } from "./children";
import { loadDemo, printDemoPeople } from "./demo";
import { startDemoPostgres } from "./demo-postgres";
import { isPortFree } from "./doors";
import { Impedimento } from "./files";
import { waitForHealth } from "./health";
import { checkProduction } from "./production";

/** Everything that one start needs to know. */
export type Run = {
  dev: boolean;
  /** For the browser tests: nothing is kept, and no personal value is printed. */
  prova: boolean;
  /** Where this world keeps its data. */
  folder: string;
  port: number;
  /** Aborted when somebody wants us to stop; its reason is an Impedimento when it is not a person. */
  signal: AbortSignal;
  giveUp: (line: string) => void;
  /** Things to stop, last one first. */
  stops: (() => Promise<void>)[];
  say: (line: string) => void;
};

type Start = Pick<Run, "dev" | "prova" | "folder"> & { unlock: () => void };

/** Brings the service up, keeps it up, and takes it down when asked. @returns the exit code */
export async function runWorld({ unlock, ...start }: Start): Promise<number> {
  const controller = new AbortController();
  const run: Run = {
    ...start,
    port: 0,
    signal: controller.signal,
    giveUp: (line) => controller.abort(new Impedimento(line)),
    stops: [],
    say: (line) => console.log(line),
  };
  listenForEnd(controller, start.prova);
  let code = 0;
  try {
    await open(run, unlock);
    await new Promise((_, reject) => {
      if (run.signal.aborted) reject(run.signal.reason);
      run.signal.addEventListener("abort", () => reject(run.signal.reason));
    });
  } catch (error) {
    code = tell(run.signal.aborted ? run.signal.reason : error);
    // What is still being prepared ends too.
    controller.abort();
  }
  if (run.stops.length) run.say("Fermo tutto...");
  for (let stop = run.stops.pop(); stop; stop = run.stops.pop()) await stop().catch((error) => tell(error));
  if (code === 0) run.say("Fermato.");
  return code;
}

async function open(run: Run, unlock: () => void): Promise<void> {
  const needed = process.env.DATABASE_URL ? (["DATABASE_URL", "NEXTAUTH_SECRET"] as const) : [];
  const settings = parseEnv(process.env, needed);
  if (!settings.ok) throw new Impedimento(settings.message);
  const { values } = settings;
  run.port = values.PORT;
  // Killed a moment ago, our own web process may still be finishing its requests.
  const patience = existsSync(path.join(run.folder, "postgres.json")) ? 12_000 : 0;
  if (!(await isPortFree(run.port, patience))) {
    throw new Impedimento(
      `La porta ${run.port} è già occupata: fermare chi la usa, o sceglierne un'altra con PORT=.`,
    );
  }
  const demo = !values.DATABASE_URL;
  const oggi = values.OGGI?.split("-").reverse().join("/");
  if (oggi) run.say(`La data civile è fissata al ${oggi} (OGGI).`);

  const prepared = demo ? prepareDemo(run) : Promise.resolve(await checkProduction(values));
  // Both at once: the build takes the longest, and needs no database.
  const both = Promise.all([prepared, run.dev ? undefined : ensureBuild(run)]);
  run.stops.push(() => prepared.then(() => undefined));
  const [settingsOfChildren] = await both;
  run.signal.throwIfAborted();
  if (!demo) unlock();

  const keeper = new Keeper(run);
  run.stops.push(() => keeper.stop());
  keeper.start({ ...settingsOfChildren, NEXTAUTH_URL: values.NEXTAUTH_URL, PORT: String(run.port) });
  await waitForHealth(run);
  run.say(`\nIl servizio è pronto: ${values.NEXTAUTH_URL}`);
  if (demo && !run.prova) printDemoPeople(run.say);
  run.say("Si ferma con Ctrl-C.\n");
}

async function prepareDemo(run: Run) {
  const record = path.join(run.folder, "archivio.json");
  const postgres = await startDemoPostgres(run);
  if (postgres.fresh) rmSync(record, { force: true });
  await loadDemo({ ...postgres, record, run });
  return postgres.settings;
}

/** Ctrl-C, SIGTERM, a closed terminal, or npm killed above us; a second time means now. */
function listenForEnd(controller: AbortController, prova: boolean): void {
  let asked = 0;
  const end = () => {
    // One Ctrl-C can come twice: from the terminal, and passed on by npm.
    if (controller.signal.aborted && Date.now() - asked > 500) process.exit(130);
    asked ||= Date.now();
    if (!controller.signal.aborted) controller.abort();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
  // Whoever read our output may be gone: no reason to stop.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  // The tests hold the other end: it closes even if they are killed.
  if (prova) process.stdin.on("end", () => controller.signal.aborted || controller.abort()).resume();
  if (prova || !process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && !controller.signal.aborted) controller.abort();
  }, 1_000).unref();
}

/** @returns the exit code */
function tell(error: unknown): number {
  if ((error as Error)?.name === "AbortError") return 0;
  console.error(error instanceof Impedimento ? error.message : error);
  return 1;
}
