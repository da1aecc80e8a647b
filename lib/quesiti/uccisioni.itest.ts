import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { build } from "esbuild";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { onDay } from "@/db/mondo-deleghe";
import { openWorld } from "@/db/mondo-di-prova";
import {
  ATTI,
  again,
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
import { addDays } from "@/lib/dates";

const VOLTE = Number(process.env.PROVE_UCCISIONI ?? 100);

let opened: Awaited<ReturnType<typeof openWorld>>;
let admin: Sql;
/** What the job worker would connect with; killed with all others of the application. */
let worker: Worker;
/** db/prova-invio.ts in one file: begun a hundred times, each of its modules would count. */
const programma = path.join(mkdtempSync(path.join(os.tmpdir(), "cassetto-invio-")), "prova-invio.mjs");
beforeAll(async () => {
  await build({
    ...{ entryPoints: ["db/prova-invio.ts"], outfile: programma, bundle: true, logLevel: "error" },
    ...{ platform: "node", format: "esm", conditions: ["react-server"] },
    // What of it is CommonJS asks for Node's own modules.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  opened = await openWorld();
  const { adminUrl } = JSON.parse(process.env.PROVA_POSTGRES ?? "{}");
  const name = new URL(opened.database.ownerUrl).pathname.slice(1);
  admin = postgres(inDatabase(adminUrl, name), { max: 2, onnotice: () => undefined });
  worker = openWorker(opened.database.ownerUrl);
});
afterAll(async () => {
  await Promise.all([admin.end(), worker.end()]);
  await opened.close();
  rmSync(path.dirname(programma), { recursive: true });
});

it("a backend that dies during a submit, a reply or an answer leaves all of it or nothing, and sent again it is one", async () => {
  const seen: Record<string, number> = {};
  for (const [n, invio] of (await invii(opened.owner, "111111", VOLTE, ATTI)).entries()) {
    const sending = invia(invio, worker);
    await pause((n % 16) / 2);
    await admin`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'cassetto'`;
    const said = await sending;
    const left = await tracce(admin, invio);
    expect([TUTTO, NIENTE]).toContain(left);
    if (said !== "away") expect(`${said} ${left}`).toBe(`ok ${TUTTO}`);
    seen[`${said} ${left}`] = (seen[`${said} ${left}`] ?? 0) + 1;
    expect(await again(invio, worker)).toBe("ok");
    expect(await tracce(admin, invio)).toBe(TUTTO);
  }
  // Neither too early nor too late to be a test.
  expect(seen[`away ${NIENTE}`] ?? 0).toBeGreaterThan(VOLTE / 10);
  expect(await numeriGuasti(admin, "111111")).toEqual([]);
}, 120_000);

it("a process that is killed while it sends leaves all of each or nothing", async () => {
  const all = await invii(opened.owner, "222222", VOLTE * 3, ATTI);
  let interrupted = 0;
  const one = async (n: number) => {
    const mine = all.slice(n * 3, n * 3 + 3);
    const child = spawn(process.execPath, [programma, JSON.stringify(mine)], {
      env: { ...process.env, WORKER_URL: opened.database.ownerUrl },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const gone = once(child, "exit");
    await once(child.stdout, "data");
    await pause((n % 20) * 2);
    child.kill("SIGKILL");
    await gone;
    // What it asked last may still be going on without it.
    await pause(100);
    const left = await Promise.all(mine.map((invio) => tracce(admin, invio)));
    for (const trace of left) expect([TUTTO, NIENTE]).toContain(trace);
    if (left.includes(NIENTE)) interrupted += 1;
    for (const invio of mine) {
      expect(await again(invio, worker)).toBe("ok");
      expect(await tracce(admin, invio)).toBe(TUTTO);
    }
  };
  for (let n = 0; n < VOLTE; n += 3)
    await Promise.all([n, n + 1, n + 2].filter((index) => index < VOLTE).map(one));
  expect(interrupted).toBeGreaterThan(VOLTE / 10);
  expect(await numeriGuasti(admin, "222222")).toEqual([]);
}, 300_000);

it("two hundred sends at once around a new year leave no gap and no number twice, whoever dies on the way", async () => {
  const { owner, database } = opened;
  const sede = "333333";
  const all = await invii(opened.owner, sede, 200);
  const crowd = postgres(database.ownerUrl, { max: 30, onnotice: () => undefined });
  const outcomes = await Promise.all(
    all.map(async ({ contesto, bozza }, n) => {
      const oggi = n % 2 ? "2027-01-01" : "2026-12-31";
      const termine = addDays(oggi, 31);
      if (n % 25 === 7)
        return inTransaction(contesto, async (tx) => {
          const [row] = await tx.execute<{ pid: number }>(
            sql`select pg_backend_pid() as pid, set_config('app.oggi', ${oggi}, true)`,
          );
          await tx.execute(sql`select * from invia_bozza(${bozza}::uuid, ${termine}::date, null)`);
          await admin`select pg_terminate_backend(${row?.pid ?? 0}, 1000)`;
          await tx.execute(sql`select 1`);
        }).catch(() => "none");
      return onDay(crowd, contesto, oggi, async (tx) => {
        const [row] = await tx`select * from invia_bozza(${bozza}, ${termine}, null)`;
        if (n % 9 === 3) throw new Error("rolled back");
        return row?.protocollo as string;
      }).catch(() => "none");
    }),
  );
  await crowd.end({ timeout: 5 });
  const dead = all.filter((_, n) => outcomes[n] === "none");
  expect(dead).toHaveLength(all.filter((_, n) => n % 25 === 7 || n % 9 === 3).length);
  for (const anno of [2026, 2027]) {
    const given = outcomes.filter((numero) => String(numero).startsWith(`${sede}.${anno}`)).sort();
    expect(given.length).toBeGreaterThan(70);
    expect(given).toEqual(given.map((_, index) => `${sede}.${anno}.${String(index + 1).padStart(7, "0")}`));
    const [row] = await owner`select ultimo from protocolli where sede_codice = ${sede} and anno = ${anno}`;
    expect(row?.ultimo).toBe(given.length);
  }
  expect(await Promise.all(dead.map((invio) => again(invio, worker)))).toEqual(dead.map(() => "ok"));
  expect(await owner`select from quesiti where sede_codice = ${sede}`).toHaveLength(200);
  expect(await numeriGuasti(admin, sede)).toEqual([]);
}, 120_000);
