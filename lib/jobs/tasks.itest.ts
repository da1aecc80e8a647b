import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/test-db";
import { pulizia, ripresa } from "./tasks";

let database: TestDatabase;
let sql: Sql;
beforeAll(async () => {
  database = await createTestDatabase();
  sql = postgres(database.ownerUrl, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

test("la pulizia takes sessions and sent mails after 30 days and tentativi after 2, not a minute sooner", async () => {
  const [utente] = await sql`
    insert into utenti (codice_fiscale, pin_hash) values ('AAABBB50A01X000A', 'x') returning id`;
  await sql`insert into sessioni (chiave, utente_id, creata_at) values
    ('\\x01', ${utente?.id}, now() - interval '30 days 1 minute'),
    ('\\x02', ${utente?.id}, now() - interval '29 days 23 hours 59 minutes')`;
  await sql`insert into tentativi (chiave, visto_at) values
    ('\\x03', now() - interval '2 days 1 minute'),
    ('\\x04', now() - interval '1 day 23 hours 59 minutes')`;
  await sql`insert into posta (destinatario, modello, accodata_at, inviata_at, abbandonata_at) values
    ('a@esempio.it', 'delegato_ha_aperto', now() - interval '31 days', now() - interval '30 days 1 minute', null),
    ('b@esempio.it', 'delegato_ha_aperto', now() - interval '31 days', now() - interval '29 days 23 hours 59 minutes', null),
    ('c@esempio.it', 'delegato_ha_aperto', now() - interval '31 days', null, now() - interval '31 days'),
    ('d@esempio.it', 'delegato_ha_aperto', now() - interval '31 days', null, null)`;

  expect(await pulizia(sql)).toEqual({ sessioni: 1, tentativi: 1, posta: 1 });
  expect(await sql`select chiave from sessioni`).toEqual([{ chiave: Buffer.from([2]) }]);
  expect(await sql`select chiave from tentativi`).toEqual([{ chiave: Buffer.from([4]) }]);
  const left = await sql`select destinatario from posta order by 1`;
  expect(left.map((row) => row.destinatario)).toEqual(["b@esempio.it", "c@esempio.it", "d@esempio.it"]);
  expect(await pulizia(sql)).toEqual({ sessioni: 0, tentativi: 0, posta: 0 });
});

test("la ripresa gives up a mail whose last try was killed, not one that may still be tried, nor one on its way", async () => {
  await sql`delete from posta`;
  await sql`delete from graphile_worker._private_jobs`;
  const aMail = async (nome: string, attempts: number, locked: string | null = null) => {
    const [row] = await sql`select accoda_posta(${`${nome}@esempio.it`}, 'delegato_ha_aperto') as id`;
    await sql`update graphile_worker._private_jobs set attempts = ${attempts}, locked_at = now() - ${locked}::interval,
      locked_by = ${locked && nome} where key = ${row?.id}`;
  };
  await aMail("ultima", 10, "11 minutes");
  await aMail("penultima", 9, "11 minutes");
  await aMail("decima", 10, "9 minutes");
  await aMail("attesa", 0);
  await aMail("senza-lavoro", 0);
  await sql`delete from graphile_worker._private_jobs
    where key = (select id::text from posta where destinatario = 'senza-lavoro@esempio.it')`;
  expect(await ripresa(sql)).toEqual({ ripresi: 2, abbandonate: 2 });
  const dead =
    await sql`select destinatario, ultimo_errore from posta where abbandonata_at is not null order by 1`;
  expect([...dead]).toEqual([
    { destinatario: "senza-lavoro@esempio.it", ultimo_errore: "INTERROTTA" },
    { destinatario: "ultima@esempio.it", ultimo_errore: "INTERROTTA" },
  ]);
  expect(await ripresa(sql)).toEqual({ ripresi: 0, abbandonate: 0 });
  await sql`delete from posta`;
  await sql`delete from graphile_worker._private_jobs`;
});

test("la ripresa gives back what a worker has held for ten minutes, not a minute sooner", async () => {
  const jobOf = async (worker: string, minutes: number) => {
    await sql`select graphile_worker.add_job('posta', '{}', job_key := ${worker})`;
    await sql`update graphile_worker._private_jobs set locked_by = ${worker},
      locked_at = now() - make_interval(mins => ${minutes}) where key = ${worker}`;
  };
  await jobOf("caduto", 11);
  await jobOf("al lavoro", 9);
  expect(await ripresa(sql)).toEqual({ ripresi: 1, abbandonate: 0 });
  expect(await sql`select key, locked_by from graphile_worker.jobs order by key`).toEqual([
    { key: "al lavoro", locked_by: "al lavoro" },
    { key: "caduto", locked_by: null },
  ]);
  expect(await ripresa(sql)).toEqual({ ripresi: 0, abbandonate: 0 });
});
