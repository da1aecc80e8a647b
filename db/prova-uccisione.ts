// A process of its own for db/client.itest.ts: backends are killed under inTransaction, and what Node does about
// an exception nobody caught is part of what is tested. Prints its figures as JSON and ends with 0.
import { randomBytes } from "node:crypto";
import { setTimeout as pause, setImmediate as turn } from "node:timers/promises";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { DatabaseNonDisponibile, inTransaction, type Tx } from "./client";

const [utente = "", rounds = "20"] = process.argv.slice(2);
const admin = postgres(process.env.ADMIN_URL ?? "", { max: 1, onnotice: () => undefined });
const NESSUNO = { sessione: null, posizione: null };

type Victim = {
  round: number;
  /** With a patience in ms, comes back when the backend is gone. */
  kill: (patience?: number) => Promise<unknown>;
  half: () => Promise<unknown>;
  tx: Tx;
};
const FINE = "says no more";

/** What a victim does between its first half and its second, by name; the backend dies in the middle. */
const MORTI: Record<string, (m: Victim) => Promise<unknown>> = {
  "awaits something else, then goes on": async ({ round, kill, half }) => {
    await kill();
    await pause(round % 12);
    await half();
  },
  "goes on in the same turn as the kill": async ({ kill, half }) => {
    await kill();
    for (let turns = 0; turns < 40; turns += 1) await Promise.all([half(), turn()]);
  },
  "has nothing left but to commit": async ({ round, kill }) => {
    await kill(1_000);
    if (round % 2) await pause(round % 12);
    return FINE;
  },
  "gives up by itself": async ({ round, kill }) => {
    await kill();
    await pause(round % 12);
    throw new Error("no");
  },
  "waits for a query": async ({ kill, half, tx }) => {
    await Promise.all([tx.execute(sql`select pg_sleep(3)`), half(), kill()]);
  },
  "swallows the error and goes on": async ({ kill, half, tx }) => {
    await Promise.all([tx.execute(sql`select pg_sleep(3)`), kill()]).catch(() => undefined);
    await half().catch(() => undefined);
    await half();
  },
};

/** Two inserts with something between them: afterwards both are there, or neither. */
async function insertPair(between: (tx: Tx, half: () => Promise<unknown>) => Promise<unknown>) {
  const halves = [randomBytes(16), randomBytes(16)];
  const insert = (tx: Tx, key = Buffer.alloc(0)) =>
    tx.execute(sql`select crea_sessione(${utente}::uuid, decode(${key.toString("hex")}, 'hex'), 'x')`);
  const outcome = await inTransaction(NESSUNO, async (tx) => {
    await insert(tx, halves[0]);
    const last = await between(tx, () => insert(tx, randomBytes(16)));
    if (last !== FINE) await insert(tx, halves[1]);
  }).then(
    () => "done",
    (error) => (error instanceof DatabaseNonDisponibile ? "away" : `failed: ${error}`),
  );
  return { outcome, halves };
}

const bystander = () => insertPair(() => pause(3));

async function victim(round: number, morte: (m: Victim) => Promise<unknown>) {
  return insertPair(async (tx, half) => {
    const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    const kill = (patience = 0) => admin`select pg_terminate_backend(${row?.pid ?? 0}, ${patience})`;
    return morte({ round, kill, half, tx });
  });
}

const count = async (keys: Buffer[]) =>
  (
    await admin`select from sessioni where encode(chiave, 'hex') in ${admin(keys.map((k) => k.toString("hex")))}`
  ).count;

const figures: Record<string, Record<string, number>> = {};
for (const [name, morte] of Object.entries(MORTI)) {
  const seen: Record<string, number> = {};
  const add = (what: string) => {
    seen[what] = (seen[what] ?? 0) + 1;
  };
  const before = (await admin`select from sessioni`).count;
  let pairs = 0;
  for (let round = 0; round < Number(rounds); round += 1) {
    const others = Array.from({ length: 20 }, bystander);
    const dead = await victim(round, morte);
    add(`victim ${dead.outcome}`);
    if ((await count(dead.halves)) > 0) add("victim written");
    for (const { outcome, halves } of await Promise.all(others)) {
      const written = await count(halves);
      pairs += written === 2 ? 1 : 0;
      add(`bystander ${outcome}`);
      if (written === 1 || (written === 2) !== (outcome === "done"))
        add(`bystander ${outcome}, ${written} halves`);
    }
  }
  const strays = (await admin`select from sessioni`).count - before - 2 * pairs;
  if (strays) seen["stray rows"] = strays;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: 20 }, () => inTransaction(NESSUNO, (tx) => tx.execute(sql`select 1`))),
  );
  seen.recoveryMs = Math.round(performance.now() - started);
  figures[name] = seen;
}

/** Every connection is new, and dies while it is being opened: a little later each time. */
const opening = { done: 0, away: 0, failed: 0 };
const killAll = () =>
  admin`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'cassetto'`;
for (let round = 0; round < 3 * Number(rounds); round += 1) {
  await killAll();
  await pause(2);
  const asked = inTransaction(NESSUNO, (tx) => tx.execute(sql`select 1`)).then(
    () => "done" as const,
    (error) => (error instanceof DatabaseNonDisponibile ? ("away" as const) : ("failed" as const)),
  );
  await pause(2 + (round % 20) / 2);
  await killAll();
  opening[await asked] += 1;
}
process.stdout.write(JSON.stringify({ deaths: figures, opening }));
process.exit(0);
