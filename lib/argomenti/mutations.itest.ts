import { afterAll, beforeAll, expect, it } from "vitest";
import { aWorld, OGGI, openWorld, type World } from "@/db/mondo-di-prova";
import { ARGOMENTO, aBozza } from "@/db/mondo-quesiti";
import { addDays } from "@/lib/dates";

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let act: typeof import("./mutations");
let quesiti: typeof import("@/lib/quesiti/mutations");
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  act = await import("./mutations");
  quesiti = await import("@/lib/quesiti/mutations");
});
afterAll(() => opened.close());

const testi = { nome: "Avviso inesatto", aiuto: "", termineGiorni: 10 };
const scelti = { ...testi, ordine: 1, attivo: true };
const termini = async () =>
  (await opened.owner`select termine::text as termine from quesiti order by inviato_at`).map(
    (row) => row.termine,
  );
const send = async () =>
  quesiti.sendBozza(world.chi.anna(world.anna), await aBozza(opened.owner, world.anna, "anna"));

it("a new argomento comes last in its categoria, and one of the same name gets a codice of its own", async () => {
  const nora = world.chi.nora();
  expect(await act.createArgomento(nora, "mav", testi)).toBe(true);
  expect(await act.createArgomento(nora, "mav", testi)).toBe(true);
  expect(await act.createArgomento(nora, "inventata", testi)).toBe(false);
  const made =
    await opened.owner`select codice, ordine from argomenti where termine_giorni = 10 order by ordine`;
  expect(made.map(({ codice, ordine }) => `${codice} ${ordine}`)).toEqual([
    "avviso_inesatto_b 4",
    "avviso_inesatto_c 5",
  ]);
});

it("a changed term holds for what is sent from then on, not for what was sent", async () => {
  expect(await send()).toMatchObject({ ok: true });
  expect(await act.changeArgomento(world.chi.nora(), ARGOMENTO, scelti)).toBe(true);
  expect(await send()).toMatchObject({ ok: true });
  expect(await termini()).toEqual([addDays(OGGI, 30), addDays(OGGI, 10)]);
});

it("what is offered no more is not sent any more", async () => {
  expect(await act.changeArgomento(world.chi.nora(), ARGOMENTO, { ...scelti, attivo: false })).toBe(true);
  expect(await send()).toEqual({ ok: false, reason: "incompleta" });
});

it("nobody but an amministratore changes anything", async () => {
  for (const chi of [world.chi.anna(world.anna), world.chi.olga(), world.chi.renzo()]) {
    expect(await act.changeArgomento(chi, ARGOMENTO, scelti)).toBe(false);
    await expect(act.createArgomento(chi, "mav", testi)).rejects.toMatchObject({ cause: { code: "42501" } });
  }
  expect(await act.changeArgomento(world.chi.nora(), "inventato", scelti)).toBe(false);
});
