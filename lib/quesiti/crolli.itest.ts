import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { migrate } from "@/db/migrate";
import { openWorld } from "@/db/mondo-di-prova";
import {
  ATTI,
  again,
  type Invio,
  invia,
  invii,
  NIENTE,
  numeriGuasti,
  openWorker,
  TUTTO,
  tracce,
  type Worker,
} from "@/db/mondo-invii";
import { inDatabase } from "@/db/test-db";
import { type Cluster, startPostgres } from "@/scripts/avvio/postgres";

const VOLTE = Number(process.env.PROVE_UCCISIONI ?? 100);
const SEDE = "444444";

/** A server of this file's own, which writes as the service's does: with one backend it takes all of them down. */
let cluster: Cluster;
let database: string;
let bozze: Invio[];
/** What the job worker would connect with. */
let worker: Worker;
beforeAll(async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "cassetto-crolli-"));
  cluster = await startPostgres({ folder, say: () => undefined });
  await migrate(cluster.ownerUrl, { loginRole: "cassetto_login" });
  const template = new URL(cluster.ownerUrl).pathname.slice(1);
  process.env.PROVA_POSTGRES = JSON.stringify({ ...cluster, template });
  const opened = await openWorld();
  database = inDatabase(cluster.adminUrl, new URL(opened.database.ownerUrl).pathname.slice(1));
  bozze = await invii(opened.owner, SEDE, VOLTE, ATTI);
  worker = openWorker(database);
  await opened.owner.end();
});
afterAll(async () => {
  await worker.end();
  await cluster.stop();
  cluster.discard();
});

/** What `work` finds as soon as the server lets somebody in again. */
async function whenBack<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + 20_000; ; await pause(20)) {
    // The types of arrays, asked of a connection that dies while it is opened, are a rejection nobody can catch.
    const sql = postgres(database, {
      max: 1,
      fetch_types: false,
      connect_timeout: 5,
      onnotice: () => undefined,
    });
    try {
      return await work(sql);
    } catch (error) {
      if (Date.now() > deadline) throw error;
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
}

it("a backend killed on the spot takes the server down: of a submit, a reply or an answer all is there or nothing, and never twice", async () => {
  const seen: Record<string, number> = {};
  for (const [n, invio] of bozze.entries()) {
    const admin = postgres(database, { max: 1, fetch_types: false, onnotice: () => undefined });
    await admin`select 1`;
    const sending = invia(invio, worker);
    await pause(n % 24);
    const [busiest] = await admin`select pid from pg_stat_activity
      where datname = current_database() and application_name = 'cassetto' order by xact_start nulls last limit 1`;
    if (busiest) process.kill(busiest.pid, "SIGKILL");
    const said = await sending;
    await admin.end({ timeout: 1 });
    const left = await whenBack((sql) => tracce(sql, invio));
    expect([TUTTO, NIENTE]).toContain(left);
    if (said !== "away") expect(`${said} ${left}`).toBe(`ok ${TUTTO}`);
    seen[`${said} ${left}`] = (seen[`${said} ${left}`] ?? 0) + 1;
    expect(await again(invio, worker)).toBe("ok");
    expect(await whenBack((sql) => tracce(sql, invio))).toBe(TUTTO);
  }
  // Neither too early nor too late to be a test.
  expect(seen[`away ${NIENTE}`] ?? 0).toBeGreaterThan(VOLTE / 10);
  expect(await whenBack((sql) => numeriGuasti(sql, SEDE))).toEqual([]);
}, 300_000);
