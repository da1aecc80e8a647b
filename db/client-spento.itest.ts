import { mkdtempSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Cluster, startPostgres } from "@/scripts/avvio/postgres";
import { DatabaseNonDisponibile, inTransaction } from "./client";
import { migrate } from "./migrate";

const NESSUNO = { sessione: null, posizione: null };
const folder = mkdtempSync(path.join(os.tmpdir(), "cassetto-spento-"));

/** A server of this file's own: it is stopped under the application's feet. */
let cluster: Cluster;
const start = async (port?: number) => {
  cluster = await startPostgres({ folder, port, say: () => undefined });
};
beforeAll(async () => {
  await start();
  await migrate(cluster.ownerUrl, { loginRole: "cassetto_login" });
  process.env.DATABASE_URL = cluster.loginUrl;
});
afterAll(async () => {
  await cluster.stop();
  cluster.discard();
});

const postmaster = () => Number(JSON.parse(readFileSync(path.join(folder, "postgres.json"), "utf8")).pid);

async function ask(query = sql`select 1`): Promise<{ outcome: unknown; ms: number }> {
  const started = performance.now();
  const outcome = await inTransaction(NESSUNO, (tx) => tx.execute(query)).then(
    () => "done",
    (error) => error,
  );
  return { outcome, ms: performance.now() - started };
}
const askMany = (times: number) => Promise.all(Array.from({ length: times }, () => ask()));

function expectAway(answers: { outcome: unknown; ms: number }[]) {
  for (const { outcome, ms } of answers) {
    expect(outcome).toBeInstanceOf(DatabaseNonDisponibile);
    expect(ms).toBeLessThan(5_000);
  }
}

/** @returns how long it takes until a question is answered again, and then twenty at once */
async function recovery(): Promise<number> {
  const started = performance.now();
  while ((await ask()).outcome !== "done") await pause(100);
  const waited = performance.now() - started;
  for (const { outcome } of await askMany(20)) expect(outcome).toBe("done");
  return waited;
}

describe("a database that is stopped at once", () => {
  it("is said to be away within 5 s, and found again by itself within 10 s of its return", async () => {
    expect((await askMany(20)).map((answer) => answer.outcome)).toEqual(Array(20).fill("done"));
    const underWay = Array.from({ length: 15 }, () => ask(sql`select pg_sleep(2)`));
    await pause(300);
    process.kill(postmaster(), "SIGQUIT");
    expectAway(await Promise.all(underWay));
    for (let seconds = 0; seconds < 3; seconds += 1) {
      expectAway(await askMany(15));
      await pause(1_000);
    }
    const { port } = cluster;
    await cluster.stop();
    await start(port);
    expect(await recovery()).toBeLessThan(10_000);
  }, 60_000);
});

describe("a database that takes calls and never answers", () => {
  it("is said to be away within 5 s, and found again when it wakes", async () => {
    const rows = await inTransaction(NESSUNO, (tx) =>
      tx.execute<{ pid: number }>(sql`select pid from pg_stat_activity where datname = current_database()`),
    );
    const frozen = [postmaster(), ...rows.map((row) => row.pid)];
    for (const pid of frozen) process.kill(pid, "SIGSTOP");
    try {
      expectAway(await askMany(25));
      expectAway(await askMany(25));
    } finally {
      for (const pid of frozen) process.kill(pid, "SIGCONT");
    }
    expect(await recovery()).toBeLessThan(10_000);
  }, 60_000);
});
