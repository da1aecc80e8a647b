import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/test-db";
import { openSmtpServer } from "@/lib/mail/smtp-di-prova";

let database: TestDatabase;
let sql: Sql;
let dati: string;
let worker: ChildProcess | undefined;
let output = "";
beforeAll(async () => {
  database = await createTestDatabase();
  sql = postgres(database.ownerUrl, { max: 1 });
  dati = mkdtempSync(path.join(os.tmpdir(), "cassetto-lavori-"));
});
afterEach(async () => {
  if (worker && worker.exitCode === null) {
    worker.kill("SIGTERM");
    await once(worker, "exit");
  }
});
afterAll(async () => {
  await sql.end();
  await database.drop();
  rmSync(dati, { recursive: true });
});

function startWorker(settings: Record<string, string>): void {
  output = "";
  worker = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "scripts/lavori.ts"], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      DATABASE_OWNER_URL: database.ownerUrl,
      CASSETTO_DATI: dati,
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [worker.stdout, worker.stderr]) {
    stream?.on("data", (chunk) => {
      output += chunk;
    });
  }
}

async function accoda(destinatario: string): Promise<string> {
  const [row] = await sql`select accoda_posta(${destinatario}, 'delegato_ha_aperto') as id`;
  return row?.id;
}

async function until(question: () => Promise<boolean> | boolean): Promise<void> {
  for (const deadline = Date.now() + 20_000; !(await question()); await pause(100)) {
    if (Date.now() > deadline) throw new Error(`in vain, for 20 seconds: ${output}`);
  }
}

const failures = async (id: string) =>
  (await sql`select tentativi from posta where id = ${id}`)[0]?.tentativi;

it("the worker sends what is queued, refused or not, and its log names nobody", async () => {
  const server = await openSmtpServer();
  server.behaviour.rcpt = 450;
  startWorker({ SMTP_URL: server.url });
  const id = await accoda("anna.rossi@esempio.it");
  await until(async () => (await failures(id)) === 1);
  server.behaviour.rcpt = undefined;
  // What the pauses of the queue would come to by themselves. The worker writes a pause only after the failure is on record:
  // it is shortened until the mail is there.
  await until(async () => {
    await sql`update graphile_worker._private_jobs set run_at = now() where run_at > now()`;
    await sql`select pg_notify('jobs:insert', '{"r":1,"count":1}')`;
    return server.received.length === 1;
  });
  await until(() => output.includes('"esito":"inviata"'));
  expect(server.received[0]?.to).toEqual(["anna.rossi@esempio.it"]);
  expect(output).toContain("SMTP 450");
  expect(output).not.toMatch(/anna|rossi|omesso/);
  expect(readdirSync(dati)).toEqual([]);
  await server.close();
});

it("without SMTP_URL the worker writes into the folder of its world", async () => {
  startWorker({});
  const id = await accoda("anna.rossi@esempio.it");
  await until(() => output.includes('"esito":"inviata"'));
  expect(readdirSync(path.join(dati, "posta"))).toEqual([`${id}.eml`]);
  expect(output).not.toMatch(/anna|rossi|omesso/);
});
