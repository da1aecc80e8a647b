import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Contesto, DatabaseNonDisponibile, inTransaction, type Tx } from "./client";
import { anUtente, openWorld } from "./mondo-di-prova";
import { inDatabase } from "./test-db";

const NESSUNO: Contesto = { sessione: null, posizione: null };
const VOLTE = 20;

let opened: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  opened = await openWorld();
});
afterAll(() => opened.close());

const pid = async (tx: Tx) =>
  (await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`))[0]?.pid;

async function timed(work: Promise<unknown>) {
  const started = performance.now();
  const outcome = await work.then(
    () => "done",
    (error) => error,
  );
  return { outcome, ms: performance.now() - started };
}

describe("a backend that is killed", () => {
  // security.md 3.2: postgres.js alone lets the process die of an exception nobody can catch, or sends what is
  // left of the dead transaction, its commit included, into another one.
  it("leaves no half of anything, a living process and a pool that answers", async () => {
    const { utente } = await anUtente(opened.owner, "vittima", []);
    const { adminUrl } = JSON.parse(process.env.PROVA_POSTGRES ?? "{}");
    const name = new URL(opened.database.ownerUrl).pathname.slice(1);
    const child = spawn(
      process.execPath,
      ["--conditions=react-server", "--import", "tsx", "db/prova-uccisione.ts", utente, String(VOLTE)],
      { env: { ...process.env, ADMIN_URL: inDatabase(adminUrl, name) }, stdio: ["ignore", "pipe", "pipe"] },
    );
    let [output, errors] = ["", ""];
    child.stdout.on("data", (text) => {
      output += text;
    });
    child.stderr.on("data", (text) => {
      errors += text;
    });
    const code = await new Promise((resolve) => child.once("exit", resolve));
    expect({ code, errors }).toEqual({ code: 0, errors: "" });

    const { opening, deaths } = JSON.parse(output);
    expect(opening.failed).toBe(0);
    expect(opening.away).toBeGreaterThan(0);
    const figures = Object.entries(deaths as Record<string, { recoveryMs: number }>);
    expect(figures.length).toBeGreaterThan(5);
    for (const [death, { recoveryMs, ...seen }] of figures) {
      expect(seen, death).toEqual({ "victim away": VOLTE, "bystander done": VOLTE * 20 });
      expect(recoveryMs, death).toBeLessThan(5_000);
    }
  }, 120_000);
});

describe("a transaction that takes too long", () => {
  it.each<[string, (tx: Tx) => Promise<unknown>]>([
    ["in one query", (tx) => tx.execute(sql`select pg_sleep(10)`)],
    [
      "in many short ones",
      async (tx) => {
        for (let n = 0; n < 10; n += 1) await tx.execute(sql`select pg_sleep(1)`);
      },
    ],
    ["waiting for something that never comes", () => new Promise(() => undefined)],
  ])("%s fails within 5 s as DatabaseNonDisponibile, and keeps no connection", async (_, work) => {
    const all = await Promise.all(Array.from({ length: 12 }, () => timed(inTransaction(NESSUNO, work))));
    for (const { outcome, ms } of all) {
      expect(outcome).toBeInstanceOf(DatabaseNonDisponibile);
      expect(ms).toBeLessThan(5_000);
    }
    const after = await Promise.all(Array.from({ length: 20 }, () => timed(inTransaction(NESSUNO, pid))));
    for (const { outcome, ms } of after) {
      expect(outcome).toBe("done");
      expect(ms).toBeLessThan(2_000);
    }
  });

  it("is not gone on with once it has been given up", async () => {
    const refused: unknown[] = [];
    const slow = inTransaction(NESSUNO, async (tx) => {
      await pause(4_800);
      await tx.execute(sql`select 1`).catch((error) => refused.push(error));
      await tx.execute(sql`select 1`).catch((error) => refused.push(error));
    });
    await expect(slow).rejects.toBeInstanceOf(DatabaseNonDisponibile);
    await pause(800);
    expect(refused).toHaveLength(2);
  });
});

describe("the context of a transaction", () => {
  const settings = async (tx: Tx) => {
    const [row] = await tx.execute<Record<string, unknown>>(sql`
      select current_setting('app.sessione', true) as sessione, current_setting('app.posizione', true) as posizione,
        current_user as ruolo, pg_backend_pid() as pid`);
    return row;
  };
  const QUALCUNO = { sessione: "ab".repeat(32), posizione: "00000000-0000-4000-8000-000000000000" };

  it("does not outlive it, whether it was committed or rolled back, on the same connection", async () => {
    const first = await inTransaction(QUALCUNO, settings);
    expect(first).toMatchObject({ ...QUALCUNO, ruolo: "cassetto_app" });
    const nobody = { sessione: "", posizione: "", ruolo: "cassetto_app", pid: first?.pid };
    expect(await inTransaction(NESSUNO, settings)).toEqual(nobody);

    const failed = inTransaction(QUALCUNO, (tx) => tx.execute(sql`select 1 / 0`));
    await expect(failed).rejects.toMatchObject({ cause: { code: "22012" } });
    expect(await inTransaction(NESSUNO, settings)).toEqual(nobody);
  });

  it("is each one's own among many at once, on at most ten connections", async () => {
    const rows = await Promise.all(
      Array.from({ length: 200 }, async (_, n) => {
        const sessione = n.toString(16).padStart(64, "0");
        const row = await inTransaction({ ...NESSUNO, sessione }, settings);
        return { same: row?.sessione === sessione, pid: row?.pid };
      }),
    );
    expect(rows.every((row) => row.same)).toBe(true);
    expect(new Set(rows.map((row) => row.pid)).size).toBeLessThanOrEqual(10);
  });

  it("cannot be smuggled past its parameters", async () => {
    const sessione = "x', true), set_config('app.posizione', 'y";
    const row = await inTransaction({ sessione, posizione: null }, settings);
    expect(row).toMatchObject({ sessione, posizione: "" });
  });

  it("is there before the first statement of work, also when work sends many at once", async () => {
    const roles = await inTransaction(NESSUNO, (tx) =>
      Promise.all(Array.from({ length: 30 }, () => tx.execute(sql`select current_user as ruolo`))),
    );
    expect(new Set(roles.map((rows) => rows[0]?.ruolo))).toEqual(new Set(["cassetto_app"]));
  });
});

describe("an error", () => {
  it("of the query itself is passed on, and everything is rolled back", async () => {
    const { utente } = await anUtente(opened.owner, "annullata", []);
    const created = inTransaction(NESSUNO, async (tx) => {
      await tx.execute(sql`select crea_sessione(${utente}::uuid, '\\x01', 'x')`);
      await tx.execute(sql`select crea_sessione(${utente}::uuid, '\\x01', 'x')`);
    });
    await expect(created).rejects.toMatchObject({ cause: { code: "23505" } });
    expect(await opened.owner`select from sessioni where chiave = '\\x01'`).toHaveLength(0);
  });

  it("of work is passed on, and what one branch still wanted to send is not", async () => {
    const { utente } = await anUtente(opened.owner, "ramo", []);
    const late: unknown[] = [];
    const branches = inTransaction(NESSUNO, (tx) => {
      const straggler = async () => {
        await pause(50);
        await tx.execute(sql`select crea_sessione(${utente}::uuid, '\\x02', 'x')`).catch((e) => late.push(e));
      };
      return Promise.all([Promise.reject(new Error("no")), straggler()]);
    });
    await expect(branches).rejects.toThrow("no");
    await pause(150);
    expect(late).toHaveLength(1);
    expect(await opened.owner`select from sessioni where chiave = '\\x02'`).toHaveLength(0);
  });
});
