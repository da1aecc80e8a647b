import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openWorld } from "@/db/mondo-di-prova";
import { writeArchivio } from "@/lib/archivi/generazione/scrittura/mutations";
import { importaArchivio } from "@/lib/archivi/mutations";
import { seedAppuntamentiDemo } from "./appuntamenti";
import { inventMondo } from "./mondo";
import { seedQuesitiDemo } from "./quesiti";
import { seedPersoneDemo } from "./utenti";

let opened: Awaited<ReturnType<typeof openWorld>>;
let cartella: string;
beforeAll(async () => {
  opened = await openWorld();
  process.env.OGGI = "2026-11-23";
  cartella = await mkdtemp(path.join(tmpdir(), "quesiti-"));
  await writeArchivio(cartella, inventMondo());
  await importaArchivio({ cartella, databaseUrl: opened.database.ownerUrl, rigoroso: true });
});
afterAll(async () => {
  await opened.close();
  await rm(cartella, { recursive: true });
});

const count = async () =>
  (
    await opened.owner`select (select count(*)::int from quesiti) as quesiti, (select count(*)::int from messaggi) as messaggi,
      (select count(*)::int from eventi_quesito) as eventi, (select count(*)::int from pareri) as pareri,
      (select count(*)::int from modelli_risposta) as modelli`
  )[0];

it("waits for the people, then tells its stories once, with numbers that leave no gap", async () => {
  const { ownerUrl } = opened.database;
  await seedQuesitiDemo(ownerUrl, "2026-11-23");
  expect(await count()).toMatchObject({ quesiti: 0, modelli: 0 });
  await seedPersoneDemo(ownerUrl, "pepe");
  await seedQuesitiDemo(ownerUrl, "2026-11-23");
  const first = await count();
  expect(first).toMatchObject({ quesiti: 49, pareri: 1, modelli: 4 });
  await seedQuesitiDemo(ownerUrl, "2026-12-01");
  expect(await count()).toEqual(first);

  const stati = await opened.owner`select distinct stato from quesiti`;
  expect(stati.map(({ stato }) => stato).sort()).toEqual([
    "chiuso",
    "in_attesa_del_cittadino",
    "in_carico",
    "inviato",
  ]);
  const gaps = await opened.owner`
    select p.anno from protocolli p left join messaggi m
      on m.protocollo like p.sede_codice || '.' || p.anno || '.%'
    group by p.anno, p.ultimo
    having count(m.id) <> p.ultimo or max(right(m.protocollo, 7)::int) <> p.ultimo`;
  expect(gaps).toEqual([]);
  const [{ next } = {}] = await opened.owner`select protocolla('100000') as next`;
  expect(await opened.owner`select from messaggi where protocollo = ${next}`).toHaveLength(0);
  const doubtful = await opened.owner`select from quesiti q join messaggi m on m.id = q.id
    where m.protocollo <> q.protocollo or m.inviato_at <> q.inviato_at or q.inviato_at > '2026-11-23T23:59Z'`;
  expect(doubtful).toHaveLength(0);
});

it("gives the esperta an agenda and who comes to her, once", async () => {
  const { ownerUrl } = opened.database;
  await seedAppuntamentiDemo(ownerUrl, "2026-11-23");
  const stati = () =>
    opened.owner<{ stato: string; quanti: number }[]>`
      select stato, count(*)::int as quanti from appuntamenti group by stato order by stato`;
  const first = await stati();
  expect(first.map(({ stato }) => stato)).toEqual([
    "annullato",
    "chiuso_e_definito",
    "confermato",
    "non_presentato",
    "tenuto",
  ]);
  await seedAppuntamentiDemo(ownerUrl, "2026-11-24");
  expect(await stati()).toEqual(first);
  const fuori = await opened.owner`
    select numero from appuntamenti
    where stato = 'confermato' and perche_non_riceve(sede_codice, esperto, modo, inizio_at, fine_at) is not null`;
  expect(fuori).toEqual([]);
  const senzaEventi = await opened.owner`
    select numero from appuntamenti a where not exists (select from eventi_appuntamento e where e.appuntamento_id = a.id)`;
  expect(senzaEventi).toEqual([]);
});
