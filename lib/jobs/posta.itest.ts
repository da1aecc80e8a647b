import { Logger, runOnce } from "graphile-worker";
import postgres, { type Sql } from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/test-db";
import { type Deliver, openDelivery } from "@/lib/mail/delivery";
import { openSmtpServer, type SmtpServer } from "@/lib/mail/smtp-di-prova";
import { posta } from "./posta";

const DESTINATARIO = "anna@esempio.it";
const PRIMO = { attempts: 1, max_attempts: 10 };

let database: TestDatabase;
let sql: Sql;
let server: SmtpServer;
let deliver: Deliver;
beforeAll(async () => {
  database = await createTestDatabase();
  sql = postgres(database.ownerUrl, { max: 4, onnotice: () => undefined });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});
beforeEach(async () => {
  server = await openSmtpServer();
  deliver = openDelivery({ smtpUrl: server.url, folder: "/nowhere", serviceUrl: "http://localhost:3000" });
});
afterEach(async () => {
  await server.close();
  await sql`truncate posta`;
  await sql`delete from graphile_worker._private_jobs`;
});

async function accoda(tx: Sql = sql): Promise<string> {
  const [row] = await tx`select accoda_posta(${DESTINATARIO}, 'delegato_ha_aperto') as id`;
  return row?.id;
}

/** One round of the queue, with what has to wait for its turn brought forward. */
async function runQueue(): Promise<void> {
  await sql`update graphile_worker._private_jobs set run_at = now()`;
  const connectionString = database.ownerUrl;
  await runOnce({
    connectionString,
    noHandleSignals: true,
    // A failed try is not a failed test; and the queue says it at length.
    logger: new Logger(() => () => undefined),
    taskList: { posta: async (payload, { job }) => void (await posta(sql, deliver, payload, job)) },
  });
}

const rowOf = async (id: string) => (await sql`select * from posta where id = ${id}`)[0];
const jobs = () => sql`select key, attempts, max_attempts, last_error from graphile_worker.jobs`;

describe("accoda_posta", () => {
  it("leaves a row and its job", async () => {
    const id = await accoda();
    expect(await rowOf(id)).toMatchObject({ inviata_at: null, tentativi: 0, abbandonata_at: null });
    expect(await jobs()).toMatchObject([{ key: id, attempts: 0, max_attempts: 10 }]);
  });

  it("leaves neither when the transaction it was called in is undone", async () => {
    const undone = sql.begin(async (tx) => {
      await accoda(tx as unknown as Sql);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await sql`select from posta`).toHaveLength(0);
    expect(await jobs()).toHaveLength(0);
  });

  it("leaves no job either when the row is refused", async () => {
    await expect(sql`select accoda_posta('a@b, c@d', 'delegato_ha_aperto')`).rejects.toMatchObject({
      code: "23514",
    });
    expect(await jobs()).toHaveLength(0);
  });
});

describe("the queue", () => {
  it("sends the mail once, and marks it", async () => {
    const id = await accoda();
    await runQueue();
    await posta(sql, deliver, { id }, PRIMO);
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.raw).toContain(`Message-ID: <${id}@localhost>`);
    expect(await rowOf(id)).toMatchObject({
      inviata_at: expect.any(Date),
      ultimo_errore: null,
      tentativi: 0,
    });
    expect(await jobs()).toHaveLength(0);
  });

  it("tries again after a 4xx, and the mail arrives", async () => {
    const id = await accoda();
    server.behaviour.rcpt = 451;
    await runQueue();
    expect(await rowOf(id)).toMatchObject({ inviata_at: null, ultimo_errore: "SMTP 451", tentativi: 1 });
    expect(await jobs()).toMatchObject([{ attempts: 1, last_error: "SMTP 451" }]);
    const [later] = await sql`select run_at > now() as later from graphile_worker.jobs`;
    expect(later).toEqual({ later: true });

    server.behaviour.rcpt = undefined;
    await runQueue();
    expect(await rowOf(id)).toMatchObject({
      inviata_at: expect.any(Date),
      tentativi: 1,
      abbandonata_at: null,
    });
    expect(server.received).toHaveLength(1);
  });

  it("tries again when the server was away, and is back", async () => {
    const id = await accoda();
    await server.close();
    await runQueue();
    expect(await rowOf(id)).toMatchObject({ ultimo_errore: "ECONNREFUSED", tentativi: 1 });

    server = await openSmtpServer(server.port);
    await runQueue();
    expect(await rowOf(id)).toMatchObject({ inviata_at: expect.any(Date) });
    expect(server.received).toHaveLength(1);
  });

  it.each(["rcpt", "data"] as const)("gives up at once after a 5xx at %s", async (command) => {
    const id = await accoda();
    server.behaviour[command] = 550;
    await runQueue();
    expect(await rowOf(id)).toMatchObject({
      inviata_at: null,
      ultimo_errore: "SMTP 550",
      tentativi: 1,
      abbandonata_at: expect.any(Date),
    });
    expect(await jobs()).toHaveLength(0);

    server.behaviour[command] = undefined;
    expect(await posta(sql, deliver, { id }, PRIMO)).toMatchObject({ esito: "niente_da_inviare" });
    expect(server.received).toHaveLength(0);
  });

  it("gives up after the tenth try, not after the ninth", async () => {
    const id = await accoda();
    server.behaviour.data = 452;
    for (let attempt = 1; attempt <= 9; attempt += 1) await runQueue();
    expect(await rowOf(id)).toMatchObject({ tentativi: 9, abbandonata_at: null });
    await runQueue();
    expect(await rowOf(id)).toMatchObject({ tentativi: 10, abbandonata_at: expect.any(Date) });
    expect(await jobs()).toHaveLength(0);
  });

  it("has nothing to do for a row that is gone", async () => {
    const id = await accoda();
    await sql`delete from posta`;
    expect(await posta(sql, deliver, { id }, PRIMO)).toMatchObject({ esito: "niente_da_inviare" });
  });
});

describe("two workers with one row", () => {
  const both = (id: string) =>
    Promise.allSettled([posta(sql, deliver, { id }, PRIMO), posta(sql, deliver, { id }, PRIMO)]);

  it("send one mail", async () => {
    const id = await accoda();
    server.behaviour.delayMs = 500;
    const outcomes = (await both(id)).map((one) => one.status === "fulfilled" && one.value.esito);
    expect(outcomes.sort()).toEqual(["inviata", "niente_da_inviare"]);
    expect(server.received).toHaveLength(1);
  });

  it("try in turn when the first fails: its mail is not forgotten", async () => {
    const id = await accoda();
    server.behaviour.data = 451;
    expect((await both(id)).map((one) => one.status)).toEqual(["rejected", "rejected"]);
    expect(await rowOf(id)).toMatchObject({ tentativi: 2, inviata_at: null });
  });
});

it("a mail that was taken and not marked goes out again under the same Message-ID", async () => {
  const id = await accoda();
  const dying: Deliver = async (mail) => {
    await deliver(mail);
    throw new Error("killed after the server's 250");
  };
  await expect(posta(sql, dying, { id }, PRIMO)).rejects.toThrow("killed");
  expect(await rowOf(id)).toMatchObject({ inviata_at: null, tentativi: 0 });
  await posta(sql, deliver, { id }, PRIMO);
  const ids = server.received.map(({ raw }) => /Message-ID: (.*)\r\n/.exec(raw)?.[1]);
  expect(ids).toEqual([`<${id}@localhost>`, `<${id}@localhost>`]);
});
