import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { aCrowd, aGruppo, aPersona, onDay } from "@/db/mondo-deleghe";
import { aDelega, aPosizione, aWorld, OGGI, openWorld, type World } from "@/db/mondo-di-prova";
import { assignGruppo, createGruppo, deleteGruppo } from "./mutations";

/** What the register of a studio keeps of its gruppi; who reads it, and the nomine, stand in registro.itest.ts. */

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let vito: Awaited<ReturnType<typeof aPersona>>;
let secondo: string;
let nord: string;
let sud: string;
let ultimo = 0;
beforeAll(async () => {
  opened = await openWorld();
  const { owner } = opened;
  world = await aWorld(owner);
  vito = await aPersona(owner, "vito", { tipo: "intermediario", studio: "S2" });
  secondo = await aPosizione(owner, "secondo", world.sede);
  await aDelega(owner, secondo, { studio: "S1" });
});
afterAll(() => opened.close());
beforeEach(async () => {
  const { owner } = opened;
  await owner`delete from gruppi_deleganti`;
  await owner`delete from gruppi`;
  nord = await aGruppo(owner, "S1", "Nord");
  sud = await aGruppo(owner, "S1", "Sud");
  ultimo = (await owner`select max(id)::int as id from eventi_studio`)[0]?.id;
});

/** What was written since the test began, in order: what, by whom, about whom or what, of how many. */
const written = async () =>
  (
    await opened.owner`select evento, chi, oggetto, quanti from eventi_studio where id > ${ultimo} order by id`
  ).map(({ evento, chi, oggetto, quanti }) => [evento, chi, oggetto, ...(quanti === null ? [] : [quanti])]);
const CARLA = "Prova carla";
const carla = () => world.chi.carla();

it("a gruppo is written when it is made and when it goes, with those who were in it no more than that", async () => {
  expect(await createGruppo(carla(), "S1", "Ovest")).toBe(true);
  expect(await createGruppo(carla(), "S1", "Ovest")).toBe(false);
  const [ovest] = await opened.owner`select id from gruppi where nome = 'Ovest'`;
  await assignGruppo(carla(), "S1", [world.dario, secondo], ovest?.id);
  for (const _ of [1, 2]) await deleteGruppo(carla(), ovest?.id);
  expect(await written()).toEqual([
    ["gruppo_creato", CARLA, "Ovest"],
    ["gruppo_assegnato", CARLA, "Ovest", 2],
    ["gruppo_eliminato", CARLA, "Ovest"],
  ]);
});

it("a gruppo goes with another, both full, and each leaves one row", async () => {
  await assignGruppo(carla(), "S1", [world.dario], nord);
  await assignGruppo(carla(), "S1", [secondo], sud);
  await opened.owner`delete from gruppi where intermediario_codice = 'S1'`;
  const rows = (await written()).slice(2);
  expect(rows.toSorted()).toEqual([
    ["gruppo_eliminato", null, "Nord"],
    ["gruppo_eliminato", null, "Sud"],
  ]);
});

it("a gruppo gets one row for all who are put into it at once, from another gruppo or from none", async () => {
  await assignGruppo(carla(), "S1", [world.dario], nord);
  await assignGruppo(carla(), "S1", [world.dario, secondo], sud);
  expect(await written()).toEqual([
    ["gruppo_assegnato", CARLA, "Nord", 1],
    ["gruppo_assegnato", CARLA, "Sud", 2],
  ]);
});

it("a gruppo gets none when nothing changes", async () => {
  await assignGruppo(carla(), "S1", [world.dario, secondo], nord);
  ultimo += 1;
  await assignGruppo(carla(), "S1", [world.dario, secondo], nord);
  await opened.owner`update gruppi_deleganti set gruppo_id = gruppo_id`;
  expect(await assignGruppo(carla(), "S1", [world.anna], nord)).toBe(false);
  await assignGruppo(carla(), "S1", [world.anna], null);
  await opened.owner`insert into gruppi_deleganti select * from gruppi_deleganti on conflict do nothing`;
  expect(await written()).toEqual([]);
  await assignGruppo(carla(), "S1", [world.dario, world.anna], null);
  await assignGruppo(carla(), "S1", [world.dario], null);
  expect(await written()).toEqual([["gruppo_tolto", CARLA, "Nord", 1]]);
});

it("a gruppo is one row each of those whom one statement changes", async () => {
  await assignGruppo(carla(), "S1", [world.dario], nord);
  await assignGruppo(carla(), "S1", [secondo], sud);
  await assignGruppo(carla(), "S1", [world.dario, secondo], null);
  expect((await written()).slice(2)).toEqual([
    ["gruppo_tolto", CARLA, "Nord", 1],
    ["gruppo_tolto", CARLA, "Sud", 1],
  ]);
});

it("a gruppo is written by an update alone, also after an insert in the same transaction, failed or not", async () => {
  await assignGruppo(carla(), "S1", [world.dario], nord);
  await opened.owner.begin(async (tx) => {
    await tx
      .savepoint(
        (sp) => sp`insert into gruppi_deleganti values (${world.dario}, 'S1', ${randomUUID()})
        on conflict (posizione_id, intermediario_codice) do update set gruppo_id = excluded.gruppo_id`,
      )
      .catch(() => undefined);
    await tx`update gruppi_deleganti set gruppo_id = ${sud}`;
    await tx`insert into gruppi_deleganti values (${secondo}, 'S1', ${nord})`;
    await tx`update gruppi_deleganti set gruppo_id = ${sud}`;
  });
  expect((await written()).slice(1)).toEqual([
    ["gruppo_assegnato", null, "Sud", 1],
    ["gruppo_assegnato", null, "Nord", 1],
    ["gruppo_assegnato", null, "Sud", 1],
  ]);
});

it("a gruppo of which two assign the same at once is written once, and once each when they differ", async () => {
  const crowd = await aCrowd(opened.database.ownerUrl, 8);
  const all = (gruppi: string[]) => Promise.all(gruppi.map((gruppo) => assigns(crowd, gruppo)));
  await all(Array.from({ length: 8 }, () => nord));
  expect(await written()).toEqual([["gruppo_assegnato", CARLA, "Nord", 2]]);
  await opened.owner`delete from gruppi_deleganti`;
  ultimo += 2;
  await all([nord, sud]);
  expect((await written()).map(([, , oggetto, quanti]) => [oggetto, quanti]).toSorted()).toEqual([
    ["Nord", 2],
    ["Sud", 2],
  ]);
  await crowd.end();
});

it("a gruppo that a stranger tries to change is not written", async () => {
  await assignGruppo(carla(), "S1", [world.dario], nord);
  ultimo += 1;
  for (const stranger of [vito(), world.chi.bruno(), world.chi.nora()]) {
    await expect(createGruppo(stranger, "S1", "Intrusi")).rejects.toThrow();
    expect(await assignGruppo(stranger, "S1", [world.dario], nord)).toBe(false);
    await assignGruppo(stranger, "S1", [world.dario], null);
    await deleteGruppo(stranger, nord);
  }
  expect(await written()).toEqual([]);
});

/** carla puts both deleganti into it, on a connection of the crowd. */
const assigns = (crowd: Sql, gruppo: string) =>
  onDay(
    crowd,
    world.chi.carla(),
    OGGI,
    (tx) => tx`insert into gruppi_deleganti
      select posizione, 'S1', ${gruppo} from unnest(${[world.dario, secondo]}::uuid[]) posizione
      order by 1 on conflict (posizione_id, intermediario_codice) do update set gruppo_id = excluded.gruppo_id`,
  );
