import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { aWorld, openWorld, read, type World } from "@/db/mondo-di-prova";
import { countPosta, listAbbandonate } from "./queries";

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let act: typeof import("./mutations");
let lettere: string[];
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  act = await import("./mutations");
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.owner`delete from posta`;
  await opened.owner`delete from graphile_worker._private_jobs`;
  const rows =
    await opened.owner`insert into posta (destinatario, modello, abbandonata_at, tentativi, ultimo_errore)
    select 'p' || n || '@posta.example', 'quesito_ricevuto', now(), 10, 'SMTP 550' from generate_series(1, 3) n returning id`;
  lettere = rows.map((row) => row.id);
  await opened.owner`insert into posta (destinatario, modello, inviata_at) values
    ('a@posta.example', 'quesito_ricevuto', now()), ('b@posta.example', 'quesito_ricevuto', now() - interval '31 days')`;
  await opened.owner`insert into posta (destinatario, modello, accodata_at) values ('c@posta.example', 'quesito_chiuso', '2026-10-01T08:00Z')`;
});

const jobs = async () =>
  (await opened.owner`select key from graphile_worker.jobs order by key`).map((row) => row.key);

it("an amministratore sees how many there are, and of the dead letters no address", async () => {
  const { conto, morte } = await read(world.chi.nora(), async ({ viewer }) => ({
    conto: await countPosta(viewer),
    morte: await listAbbandonate(viewer),
  }));
  expect(conto).toEqual({ inAttesa: 1, dal: new Date("2026-10-01T08:00Z"), inviate: 1, abbandonate: 3 });
  expect(morte).toHaveLength(3);
  expect(JSON.stringify(morte)).not.toContain("@");
});

it("one is tried again, once", async () => {
  const [id = ""] = lettere;
  expect(await act.retryLettera(world.chi.nora(), id)).toBe(true);
  expect(await act.retryLettera(world.chi.nora(), id)).toBe(false);
  expect(await jobs()).toEqual([id]);
  const [row] = await opened.owner`select tentativi, abbandonata_at from posta where id = ${id}`;
  expect(row).toEqual({ tentativi: 0, abbandonata_at: null });
});

it("all are tried again", async () => {
  expect(await act.retryAbbandonate(world.chi.nora())).toBe(3);
  expect(await act.retryAbbandonate(world.chi.nora())).toBe(0);
  expect(await jobs()).toEqual([...lettere].sort());
});

it("nobody else does, or sees any", async () => {
  for (const chi of [world.chi.anna(world.anna), world.chi.renzo(), { sessione: null, posizione: null }]) {
    expect(await act.retryLettera(chi, lettere[0] ?? "")).toBe(false);
    expect(await act.retryAbbandonate(chi)).toBe(0);
    expect(await read(chi, ({ viewer }) => listAbbandonate(viewer))).toEqual([]);
  }
  expect(await jobs()).toEqual([]);
});
