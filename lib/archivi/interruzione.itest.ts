import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { writeMondo } from "@/db/seed/mondo";
import { createTestDatabase, type TestDatabase } from "@/db/test-db";
import { generaArchivio } from "./generazione/mutations";
import { importaArchivio } from "./mutations";

const ROOT = path.join(import.meta.dirname, "../..");
const DATORI = 1_200;
const CONTRIBUTI_UNITI = /contributi\.csv: [\d.]+ righe, unione/;
const VERSAMENTI_UNITI = /versamenti\.csv: [\d.]+ righe, unione/;
const MEBIBYTE = 1_024;

let database: TestDatabase;
let sql: postgres.Sql;
let base: string;
const piccolo = () => path.join(base, "piccolo");
const grande = () => path.join(base, "grande");

beforeAll(async () => {
  base = await mkdtemp(path.join(tmpdir(), "archivi-"));
  await writeMondo(piccolo());
  await generaArchivio({ cartella: grande(), datori: DATORI, seme: 9, oggi: "2026-11-23" });
});
afterAll(() => rm(base, { recursive: true }));
beforeEach(async () => {
  database = await createTestDatabase();
  sql = postgres(database.ownerUrl, { max: 2, onnotice: () => undefined });
});
afterEach(async () => {
  await sql.end();
  await database.drop();
});

const load = (cartella: string) =>
  importaArchivio({ cartella, databaseUrl: database.ownerUrl, rigoroso: false });

function start(cartella: string): ChildProcess {
  const args = ["--conditions=react-server", "--import", "tsx", "scripts/importa.ts", cartella];
  const env = { ...process.env, DATABASE_OWNER_URL: database.ownerUrl };
  return spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
}

/** Waits until the importer has written `text`, and a little more. */
async function reached(child: ChildProcess, text: RegExp, thenMs: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let output = "";
    child.stdout?.on("data", (chunk) => {
      output += chunk;
      if (text.test(output)) resolve();
    });
    child.once("exit", () => reject(new Error(`ended before ${text}:\n${output}`)));
  });
  await new Promise((resolve) => setTimeout(resolve, thenMs));
}

/** All that an archive can change, as one value. */
const fingerprint = async () =>
  (
    await sql`select
    (select md5(string_agg(s::text, '' order by codice_fiscale)) from soggetti s) as soggetti,
    (select md5(string_agg(p::text, '' order by id)) from posizioni p) as posizioni,
    (select md5(string_agg(d::text, '' order by id)) from deleghe d) as deleghe,
    (select md5(string_agg(r::text, '' order by codice)) from rapporti r) as rapporti,
    (select md5(string_agg(c::text, '' order by rapporto, anno, trimestre)) from contributi c) as contributi,
    (select md5(string_agg(v::text, '' order by identificativo)) from versamenti v) as versamenti`
  )[0];

describe("an importer that dies", () => {
  it.each([
    ["while it reads", /soggetti\.csv/, 0],
    ["while it reads the largest file", /contributi\.csv/, 5],
    ["when it begins to merge", /sedi\.csv: 21 righe, unione/, 0],
    ["in the middle of the merge", CONTRIBUTI_UNITI, 20],
    ["at the end of the merge", VERSAMENTI_UNITI, 50],
  ])(
    "%s leaves the old data whole, and the next run works",
    async (_, text, thenMs) => {
      await load(piccolo());
      const before = await fingerprint();

      const child = start(grande());
      await reached(child, text, thenMs);
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      expect(child.signalCode).toBe("SIGKILL");
      expect(await fingerprint()).toEqual(before);

      const esito = await load(grande());
      expect(esito).toMatchObject({ esito: "caricato", errore: null });
      expect(await sql`select esito, errore from importazioni order by id`).toEqual([
        { esito: "caricato", errore: null },
        { esito: "non_caricato", errore: "interrotta prima della fine" },
        { esito: "caricato", errore: null },
      ]);
    },
    60_000,
  );

  it("by SIGTERM says that nothing was loaded, and exits 1", async () => {
    const before = await fingerprint();
    const child = start(grande());
    let said = "";
    child.stderr?.on("data", (chunk) => {
      said += chunk;
    });
    await reached(child, /contributi\.csv/, 0);
    child.kill("SIGTERM");
    const [code] = await once(child, "exit");

    expect([code, said]).toEqual([1, "Non è stato caricato nulla: interrotta.\n"]);
    expect(await fingerprint()).toEqual(before);
    expect(await sql`select esito, errore from importazioni order by id desc limit 1`).toEqual([
      { esito: "non_caricato", errore: "interrotta" },
    ]);
  }, 60_000);
});

describe("while an archive is loaded", () => {
  it("a reader sees all of the old state or all of the new", async () => {
    const seen = new Set<string>();
    let over = false;
    const reader = (async () => {
      while (!over) {
        const [row] =
          await sql`select (select count(*) from soggetti) || '/' || (select count(*) from versamenti) as n`;
        seen.add(row?.n);
      }
    })();
    const { riepilogo } = await load(piccolo());
    over = true;
    await reader;
    const final = `${riepilogo[1]?.lette}/${riepilogo[7]?.lette}`;
    expect([...seen].filter((counts) => counts !== "0/0" && counts !== final)).toEqual([]);
  });

  it("a second run is refused with a line of its own", async () => {
    const lock = await sql.reserve();
    await lock`select pg_advisory_lock(${0x43504c44})`;
    const esito = await load(piccolo());
    await lock`select pg_advisory_unlock(${0x43504c44})`;
    lock.release();
    expect(esito).toMatchObject({ esito: "non_caricato", errore: expect.stringContaining("è in corso") });
    expect((await load(piccolo())).esito).toBe("caricato");
  }, 30_000);
});

describe("memory", () => {
  it("stays below 300 MB however long the file", async () => {
    const cartella = path.join(base, "lungo");
    await generaArchivio({ cartella, datori: 17_000, seme: 11, oggi: "2026-11-23" });
    await Promise.all(["versamenti.csv", "deleghe.csv"].map((name) => rm(path.join(cartella, name))));

    const child = start(cartella);
    let peak = 0;
    const watch = setInterval(async () => {
      const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
    }, 100);
    const output: string[] = [];
    child.stdout?.on("data", (chunk) => output.push(String(chunk)));
    const [code] = await once(child, "exit");
    clearInterval(watch);

    expect(code).toBe(0);
    expect(
      Number(
        /contributi\.csv\s+([\d.]+)/
          .exec(output.join("").split("file  ").at(-1) ?? "")?.[1]
          ?.replaceAll(".", ""),
      ),
    ).toBeGreaterThan(290_000);
    // macOS and Windows do not tell.
    if (process.platform === "linux") expect(peak).toBeGreaterThan(0);
    expect(peak).toBeLessThan(300 * MEBIBYTE);
  }, 300_000);
});
