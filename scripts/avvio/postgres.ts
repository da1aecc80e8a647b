import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, truncateSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createCluster } from "./cluster";
import { freePort } from "./doors";
import { Impedimento, makeFolder, readSegreti, type Segreti, writePrivate } from "./files";
import { findPlace, type Place } from "./place";
import { BARE_ENVIRONMENT, isAlive, stopLeftover, waitForExit } from "./processes";
import { makeRoles } from "./roles";

export type Cluster = {
  /** The cluster's superuser: tests only. */
  adminUrl: string;
  ownerUrl: string;
  loginUrl: string;
  port: number;
  segreti: Segreti;
  /** Whether the data were made by this very start. */
  fresh: boolean;
  /** Tells, once, that PostgreSQL ended without having been asked to. */
  onDeath: (listener: () => void) => void;
  stop: () => Promise<void>;
  /** Removes the data of a stopped cluster, wherever it was. */
  discard: () => void;
};

type Options = {
  folder: string;
  say: (line: string) => void;
  /** The one to listen on, if somebody already counts on it. */
  port?: number;
  /** Data that a power cut may take away: tests. */
  throwaway?: boolean;
};

/** Starts the PostgreSQL whose data are in `folder/postgres`, making it if there is none. */
export async function startPostgres({
  folder,
  say,
  throwaway = false,
  port: wanted,
}: Options): Promise<Cluster> {
  makeFolder(folder);
  const segreti = readSegreti(folder);
  const place = findPlace(folder, say);
  await stopLeftover(place.data, say);
  if (throwaway) rmSync(place.data, { recursive: true, force: true });
  const fresh = !existsSync(path.join(place.data, "PG_VERSION"));
  if (fresh) {
    say("Preparo PostgreSQL...");
    createCluster(place, segreti.amministratore);
  }
  const { server, port } = await run(place, path.join(folder, "postgres.log"), { throwaway, wanted });
  const url = (user: string, password: string, database = "cassetto") =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  const cluster = {
    adminUrl: url("cassetto_amministratore", segreti.amministratore, "postgres"),
    ownerUrl: url("cassetto_owner", segreti.proprietario),
    loginUrl: url("cassetto_login", segreti.applicazione),
    port,
    segreti,
    fresh,
  };
  const note = path.join(folder, "postgres.json");
  let asked = false;
  const stop = async () => {
    asked = true;
    // SIGINT is PostgreSQL's fast shutdown: sessions are ended, everything committed is kept.
    for (const [signal, patience] of [
      ["SIGINT", 20_000],
      ["SIGQUIT", 5_000],
      ["SIGKILL", 5_000],
    ] as const) {
      if (server.exitCode !== null || server.signalCode !== null) break;
      server.kill(signal);
      await waitForExit(server, patience);
    }
    rmSync(note, { force: true });
  };
  try {
    await makeRoles(cluster.adminUrl, segreti);
    writePrivate(note, { ownerUrl: cluster.ownerUrl, loginUrl: cluster.loginUrl, port, pid: server.pid });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ...cluster,
    onDeath: (listener) => server.once("exit", () => asked || listener()),
    stop,
    discard: () => {
      for (const target of [place.outside, folder])
        if (target) rmSync(target, { recursive: true, force: true });
    },
  };
}

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_buffers: "128MB",
  effective_cache_size: "512MB",
  work_mem: "8MB",
  max_connections: "60",
  max_wal_size: "512MB",
  jit: "off",
  // Two cores: a parallel plan takes the second one from everybody else. And containers have a small /dev/shm.
  max_parallel_workers_per_gather: "0",
  max_parallel_maintenance_workers: "0",
  timezone: "UTC",
  log_timezone: "UTC",
  // Whatever a statement, a parameter or an error's detail says of a person stays out of the log.
  log_statement: "none",
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
  log_checkpoints: "off",
};
const CARELESS = { fsync: "off", full_page_writes: "off", synchronous_commit: "off", max_connections: "200" };

async function run(
  place: Place,
  log: string,
  { throwaway, wanted }: { throwaway: boolean; wanted?: number },
) {
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await freePort());
    const settings = Object.entries({ ...SETTINGS, ...(throwaway ? CARELESS : {}), port: String(port) });
    const server = spawnServer(
      place,
      log,
      settings.flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    );
    watchOver(server, place);
    if (await isReady(server, place.data)) return { server, port };
    server.kill("SIGQUIT");
    await waitForExit(server, 10_000);
    // Another process took the port meanwhile, or what is left of a killed server is still letting go.
    if (attempt === 5) throw new Impedimento(`PostgreSQL non parte: ${lastLine(log)} (vedere ${log})`);
    await pause(attempt * 500);
  }
}

function spawnServer(place: Place, log: string, flags: string[]): ChildProcess {
  if (existsSync(log) && statSync(log).size > 5_000_000) truncateSync(log);
  const output = openSync(log, "a", 0o600);
  // In its own process group: Ctrl-C must reach it last, from us.
  const server = spawn(path.join(place.native, "bin/postgres"), ["-D", place.data, ...flags], {
    ...place.user,
    cwd: "/",
    detached: true,
    stdio: ["ignore", output, output],
    env: BARE_ENVIRONMENT,
  });
  closeSync(output);
  server.on("error", () => undefined);
  return server;
}

/** As pg_ctl does: the server writes its state in the eighth line of postmaster.pid. */
async function isReady(server: ChildProcess, data: string): Promise<boolean> {
  const deadline = Date.now() + 120_000;
  while (server.pid && server.exitCode === null && server.signalCode === null && Date.now() < deadline) {
    const lines = readLines(path.join(data, "postmaster.pid"));
    if (lines[0] === String(server.pid) && lines[7]?.trim() === "ready") return true;
    await pause(50);
  }
  return false;
}

/** A shell that does nothing while we live; if we are killed, it stops PostgreSQL once the web is done. */
function watchOver(server: ChildProcess, place: Place): void {
  if (process.platform === "win32") return;
  const script = 'read x; sleep 11; read pid < "$2" && [ "$pid" = "$1" ] && kill -INT "$1"';
  const file = path.join(place.data, "postmaster.pid");
  const guard = spawn("/bin/sh", ["-c", script, "cassetto-guardia", String(server.pid), file], {
    detached: true,
    cwd: "/",
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.on("error", () => undefined);
  guard.unref();
  server.once("exit", () => guard.kill("SIGKILL"));
}

/** The note of a running embedded server, for the command-line tools. */
export function runningPostgres(folder: string): { ownerUrl: string; loginUrl: string } | undefined {
  const file = path.join(folder, "postgres.json");
  if (!existsSync(file)) return undefined;
  const note = JSON.parse(readFileSync(file, "utf8"));
  return isAlive(note.pid) ? note : undefined;
}

const readLines = (file: string) => (existsSync(file) ? readFileSync(file, "utf8").split("\n") : []);
const lastLine = (file: string) => readLines(file).filter(Boolean).at(-1) ?? "";
