import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Sql } from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aWorld, openWorld, type World } from "@/db/mondo-di-prova";
import { aBozza, anAllegato } from "@/db/mondo-quesiti";
import { aPdf, aStream } from "@/e2e/fixtures/file-ostili";
import { openScan } from "./clamd";
import { EICAR, findClamd, openClamd, openNoClamd } from "./clamd-di-prova";
import { scansione } from "./scansione";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let owner: Sql;
beforeAll(async () => {
  opened = await openWorld();
  owner = opened.owner;
  world = await aWorld(owner);
});
afterAll(() => opened.close());

const FIRST = { attempts: 1, max_attempts: 15 };
const LAST = { attempts: 15, max_attempts: 15 };

/** A file of anna's with this content, waiting to be looked at. */
async function waiting(contenuto: Buffer, scansione = "in_attesa"): Promise<string> {
  const bozza = await aBozza(owner, world.anna, "anna");
  const id = await anAllegato(owner, world.anna, { bozza }, { scansione });
  await owner`update contenuti_allegato set contenuto = ${contenuto} where allegato_id = ${id}`;
  return id;
}
const statoOf = async (id: string) =>
  (await owner`select scansione, scansionato_at is not null as visto from allegati where id = ${id}`)[0];

describe("without an antivirus", () => {
  it("a file is passed on as not checked", async () => {
    const id = await waiting(EICAR);
    expect(await scansione(owner, undefined, { id }, FIRST)).toMatchObject({ esito: "non_prevista" });
    expect(await scansione(owner, undefined, { id }, FIRST), "once").toMatchObject({ esito: "niente" });
  });

  const clamdThatSays = (answer: string | null) => openNoClamd(answer);
  it.each([
    "stream: ok\0",
    "stream: OK, almost\0",
    "xstream: OK\0",
    "stream: OK\nstream: Eicar FOUND\0",
    "INSTREAM size limit exceeded. ERROR\0",
    "UNKNOWN COMMAND\0",
    "HTTP/1.1 200 OK\r\n\r\n",
    "",
    null,
  ])(
    "an answer of %j is no permission: the queue tries again, and after the last time the file stays shut",
    async (answer) => {
      const other = await clamdThatSays(answer);
      const id = await waiting(Buffer.from("buono"));
      const scan = openScan(other.url);
      await expect(scansione(owner, scan, { id }, FIRST)).rejects.toThrow();
      expect(await statoOf(id)).toEqual({ scansione: "in_attesa", visto: false });
      expect(await scansione(owner, scan, { id }, LAST)).toMatchObject({ esito: "errore" });
      expect(await statoOf(id)).toEqual({ scansione: "errore", visto: true });
      await other.close();
    },
  );

  it.each(["tcp://127.0.0.1:1", "unix:/nowhere/clamd.ctl"])("nobody at %s is no permission", async (url) => {
    const id = await waiting(Buffer.from("buono"));
    await expect(scansione(owner, openScan(url), { id }, FIRST)).rejects.toThrow();
    expect(await statoOf(id)).toEqual({ scansione: "in_attesa", visto: false });
  });
});

const program = findClamd();
if (!program)
  console.warn("clamd is not installed (clamav-daemon): what a real antivirus says is NOT tested.");

describe.skipIf(!program)("with a real clamd", () => {
  let clamd: Awaited<ReturnType<typeof openClamd>>;
  let worker: ChildProcess | undefined;
  beforeAll(async () => {
    clamd = await openClamd(program ?? "");
  });
  afterEach(async () => {
    if (!worker || worker.exitCode !== null) return;
    worker.kill("SIGTERM");
    await once(worker, "exit");
  });
  afterAll(() => clamd?.close());

  it.each([
    ["nothing bad", () => aPdf(), "pulito"],
    ["3 MB of nothing bad", () => Buffer.alloc(3 * 1024 * 1024, "buono "), "pulito"],
    ["the test virus", () => EICAR, "infetto"],
    ["the test virus after 2 MB", () => Buffer.concat([Buffer.alloc(2 * 1024 * 1024), EICAR]), "infetto"],
    ["the test virus packed in a PDF", () => aPdf({ extra: [aStream(EICAR)] }), "infetto"],
  ])("finds %s", async (_, make, expected) => {
    const id = await waiting(make());
    expect(await scansione(owner, openScan(clamd.url), { id }, FIRST)).toMatchObject({ esito: expected });
    expect(await statoOf(id)).toEqual({ scansione: expected, visto: true });
  });

  it("one that takes less than it is sent is no permission", async () => {
    const small = await openClamd(program ?? "", { streamMax: "1K" });
    const id = await waiting(Buffer.alloc(100_000));
    await expect(scansione(owner, openScan(small.url), { id }, FIRST)).rejects.toThrow();
    expect(await statoOf(id)).toMatchObject({ scansione: "in_attesa" });
    await small.close();
  });

  it("switched on later, it looks at what was passed on or given up; what is known to be bad stays so", async () => {
    const ids = [
      await waiting(EICAR, "non_prevista"),
      await waiting(aPdf(), "non_prevista"),
      await waiting(aPdf(), "errore"),
      await waiting(aPdf(), "infetto"),
    ];
    startWorker({ CLAMD: clamd.url });
    const stati = async () => (await Promise.all(ids.map(statoOf))).map((row) => row?.scansione);
    for (
      const deadline = Date.now() + 20_000;
      (await stati()).includes("in_attesa") || (await stati())[0] === "non_prevista";
      await pause(100)
    ) {
      if (Date.now() > deadline) throw new Error("in vain, for 20 seconds");
    }
    expect(await stati()).toEqual(["infetto", "pulito", "pulito", "infetto"]);
  });

  function startWorker(settings: Record<string, string>): void {
    const folder = mkdtempSync(path.join(os.tmpdir(), "cassetto-lavori-"));
    const { PATH } = process.env;
    const env = {
      PATH,
      NODE_ENV: "production" as const,
      DATABASE_OWNER_URL: opened.database.ownerUrl,
      CASSETTO_DATI: folder,
    };
    worker = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "scripts/lavori.ts"], {
      env: { ...env, ...settings },
      stdio: "ignore",
    });
    worker.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  }
});
