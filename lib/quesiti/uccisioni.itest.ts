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
import { type Contesto, DatabaseNonDisponibile, inTransaction } from "@/db/client";
import { onDay } from "@/db/mondo-deleghe";
import { aPosizione, aSede, aViewer, openWorld } from "@/db/mondo-di-prova";
import { aBozza, anAllegato } from "@/db/mondo-quesiti";
import { inDatabase } from "@/db/test-db";
import { addDays } from "@/lib/dates";
import { sendBozza } from "./mutations";

const VOLTE = Number(process.env.PROVE_UCCISIONI ?? 100);

let opened: Awaited<ReturnType<typeof openWorld>>;
let admin: Sql;
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
});
afterAll(async () => {
  await admin.end();
  await opened.close();
  rmSync(path.dirname(programma), { recursive: true });
});

type Invio = { contesto: Contesto; bozza: string; email: string };
let made = 0;
/** A datore whom no other knows, with a bozza of two files to send. */
async function anInvio(sede: string): Promise<Invio> {
  const number = [...String(made++).padStart(3, "0")].map((digit) => "abcdefghij"[Number(digit)]).join("");
  const [chiave, email] = [`inv${number}`, `inv${number}@esempio.it`];
  const posizione = await aPosizione(opened.owner, chiave, sede, { email });
  const contesto = (await aViewer(opened.owner, chiave, { tipo: "datore" }))(posizione);
  const bozza = await aBozza(opened.owner, posizione, chiave);
  for (const nome of ["busta.pdf", "ricevuta.pdf"])
    await anAllegato(opened.owner, posizione, { bozza }, { nome });
  return { contesto, email, bozza };
}
async function invii(sede: string, quanti: number): Promise<Invio[]> {
  await aSede(opened.owner, sede);
  const all: Invio[] = [];
  for (let n = 0; n < quanti; n += 1) all.push(await anInvio(sede));
  return all;
}

/** Which of the things that belong together are there. */
async function tracce({ bozza, email }: Invio): Promise<string> {
  const [row] = await admin`select
    (select count(*)::int from quesiti where id = ${bozza}) as quesito,
    (select count(*)::int from messaggi where quesito_id = ${bozza}) as messaggi,
    (select count(*)::int from allegati a join messaggi m on m.id = a.messaggio_id where m.quesito_id = ${bozza}
      and exists (select from contenuti_allegato c where c.allegato_id = a.id and sha256(c.contenuto) = decode(a.sha256, 'hex'))
    ) as allegati,
    (select count(*)::int from eventi_quesito where quesito_id = ${bozza}) as eventi,
    (select count(*)::int from posta where destinatario = ${email}) as posta,
    (select count(*)::int from graphile_worker.jobs j join posta p on p.id::text = j.key where p.destinatario = ${email}) as lavori,
    1 - (select count(*)::int from bozze where id = ${bozza}) as bozza,
    2 - (select count(*)::int from allegati where bozza_id = ${bozza}) as sciolti`;
  return Object.values(row ?? {}).join("");
}
const TUTTO = "11211112";
const NIENTE = "00000000";

/** Numbers without gaps, and as many as there are messaggi. */
async function checkNumeri(sede: string): Promise<void> {
  for (const {
    anno,
    ultimo,
  } of await admin`select anno, ultimo from protocolli where sede_codice = ${sede}`) {
    const rows = await admin`select right(protocollo, 7)::int as n from messaggi
      where protocollo like ${`${sede}.${anno}.%`} order by 1`;
    expect(rows.map((row) => row.n)).toEqual(Array.from({ length: ultimo }, (_, index) => index + 1));
  }
}

it("a backend that dies during a submit leaves all of it or nothing, and the same bozza sent again gives the one", async () => {
  const seen: Record<string, number> = {};
  for (const [n, invio] of (await invii("111111", VOLTE)).entries()) {
    const sending = sendBozza(invio.contesto, invio.bozza).then(
      (answer) => (answer.ok ? "ok" : answer.reason),
      (error) => (error instanceof DatabaseNonDisponibile ? "away" : String(error)),
    );
    await pause((n % 16) / 2);
    await admin`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'cassetto'`;
    const said = await sending;
    const left = await tracce(invio);
    expect([TUTTO, NIENTE]).toContain(left);
    if (said !== "away") expect(`${said} ${left}`).toBe(`ok ${TUTTO}`);
    seen[`${said} ${left}`] = (seen[`${said} ${left}`] ?? 0) + 1;
    expect(await again(invio)).toMatchObject({ ok: true, quesitoId: invio.bozza });
    expect(await tracce(invio)).toBe(TUTTO);
  }
  // Neither too early nor too late to be a test.
  expect(seen[`away ${NIENTE}`] ?? 0).toBeGreaterThan(VOLTE / 10);
  await checkNumeri("111111");
}, 120_000);

/** As somebody would who was told to try again. */
async function again({ contesto, bozza }: Invio) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await sendBozza(contesto, bozza);
    } catch (error) {
      if (!(error instanceof DatabaseNonDisponibile) || attempt > 5) throw error;
    }
  }
}

it("a web process that is killed while it sends leaves all of each or nothing", async () => {
  const all = await invii("222222", VOLTE * 3);
  let interrupted = 0;
  const one = async (n: number) => {
    const mine = all.slice(n * 3, n * 3 + 3);
    const child = spawn(process.execPath, [programma, JSON.stringify(mine)], {
      env: process.env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const gone = once(child, "exit");
    await once(child.stdout, "data");
    await pause((n % 20) * 2);
    child.kill("SIGKILL");
    await gone;
    // What it asked last may still be going on without it.
    await pause(100);
    const left = await Promise.all(mine.map(tracce));
    for (const trace of left) expect([TUTTO, NIENTE]).toContain(trace);
    if (left.includes(NIENTE)) interrupted += 1;
    for (const invio of mine) {
      expect(await again(invio)).toMatchObject({ ok: true, quesitoId: invio.bozza });
      expect(await tracce(invio)).toBe(TUTTO);
    }
  };
  for (let n = 0; n < VOLTE; n += 3)
    await Promise.all([n, n + 1, n + 2].filter((index) => index < VOLTE).map(one));
  expect(interrupted).toBeGreaterThan(VOLTE / 10);
  await checkNumeri("222222");
}, 300_000);

it("two hundred sends at once around a new year leave no gap and no number twice, whoever dies on the way", async () => {
  const { owner, database } = opened;
  const sede = "333333";
  const all = await invii(sede, 200);
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
  expect((await Promise.all(dead.map(again))).filter(({ ok }) => ok)).toHaveLength(dead.length);
  expect(await owner`select from quesiti where sede_codice = ${sede}`).toHaveLength(200);
  await checkNumeri(sede);
}, 120_000);
