import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anAppuntamento, anEsperto } from "@/db/mondo-appuntamenti";
import { aWorld, OGGI, openWorld, type World } from "@/db/mondo-di-prova";
import { aSedeAtWork } from "@/db/mondo-quesiti";
import { type Atto, CORREGGIBILI, type Correggibile, whichCorrection } from "./rules";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let altri: Awaited<ReturnType<typeof aSedeAtWork>>;
let olga: string;
let act: typeof import("./mutations");
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  altri = await aSedeAtWork(opened.owner, world);
  olga = await anEsperto(opened.owner, "olga", world.sede);
  await opened.owner`update soggetti set email = 'anna@posta.example' where cognome = 'anna'`;
  act = await import("./mutations");
});
afterAll(() => opened.close());
beforeEach(clear);

/** The time is free again, and the reason. */
async function clear() {
  await opened.owner`update appuntamenti set stato = 'annullato', annullato_da = 'sede'`;
  await opened.owner`delete from posta`;
}

/** Today, as the day began: its hour has struck. */
const make = (over: Record<string, unknown> = {}) =>
  anAppuntamento(
    opened.owner,
    { posizione: world.anna, di: "anna", sede: world.sede, esperto: olga },
    { rapporto: world.attivo, inizio_at: `${OGGI}T00:00:00+02:00`, ...over },
  );
const mark = (id: string, atto: Atto, nota = "") => act.markAppuntamento(world.chi.olga(), id, atto, nota);
const correct = (id: string, atto: Correggibile, chi = world.chi.olga()) =>
  act.correctAppuntamento(chi, id, atto);
const stateOf = async (id: string) =>
  (
    await opened.owner`select stato, arrivato_at as "arrivatoAt", iniziato_at as "iniziatoAt", chiuso_at as "chiusoAt",
      nota_sede as nota, sequenza from appuntamenti where id = ${id}`
  )[0];
const eventsOf = async (id: string) =>
  (
    await opened.owner`select evento, dettaglio from eventi_appuntamento where appuntamento_id = ${id} order by id`
  ).map(({ evento, dettaglio }) => (dettaglio ? `${evento} ${dettaglio}` : evento));

describe("what was marked last", () => {
  it("is taken back one by one, until it is as it was booked", async () => {
    const id = await make();
    const prima = await stateOf(id);
    await mark(id, "arrivato");
    const arrivato = await stateOf(id);
    await mark(id, "iniziato");
    // Not the first of two.
    expect(await correct(id, "arrivato")).toBe("non_trovata");
    expect(await correct(id, "iniziato")).toBe("ok");
    expect(await stateOf(id)).toEqual(arrivato);
    expect(await correct(id, "iniziato"), "sent twice it takes back one").toBe("ok");
    expect(await stateOf(id)).toEqual(arrivato);
    expect(await correct(id, "arrivato")).toBe("ok");
    expect(await stateOf(id)).toEqual(prima);
    expect(await eventsOf(id)).toEqual(["arrivato", "iniziato", "corretto iniziato", "corretto arrivato"]);
  });

  it("that it began without anybody having arrived: nobody has arrived", async () => {
    const id = await make();
    const prima = await stateOf(id);
    await mark(id, "iniziato");
    expect(await correct(id, "iniziato")).toBe("ok");
    expect(await stateOf(id)).toEqual(prima);
  });

  it("that nobody came: it may be received, its note is gone, and no mail was or is written", async () => {
    const id = await make();
    await mark(id, "arrivato");
    const prima = await stateOf(id);
    await mark(id, "non_presentato", "Non è venuto nessuno.");
    expect(await stateOf(id)).toMatchObject({ stato: "non_presentato", nota: "Non è venuto nessuno." });
    expect(await correct(id, "arrivato"), "not what came before").toBe("non_trovata");
    expect(await correct(id, "non_presentato")).toBe("ok");
    expect(await stateOf(id)).toEqual(prima);
    expect(await opened.owner`select from posta`).toHaveLength(0);
    expect(await mark(id, "tenuto")).toBe("ok");
    expect(await eventsOf(id)).toEqual(["arrivato", "non_presentato", "corretto non_presentato", "tenuto"]);
  });
});

it("nothing that is over is taken back, nor by who may not, nor what is no mark", async () => {
  const tenuto = await make();
  await mark(tenuto, "iniziato");
  const prima = await stateOf(tenuto);
  for (const chi of [world.chi.anna(), world.chi.nora(), world.chi.carla(), altri.omar(), altri.elsa()])
    expect(await correct(tenuto, "iniziato", chi)).toBe("non_trovata");
  for (const atto of ["tenuto", "definito", "annullato", ""])
    expect(await correct(tenuto, atto as never)).toBe("non_trovata");
  expect(await stateOf(tenuto)).toEqual(prima);
  for (const atto of ["tenuto", "definito"] as const) {
    const id = await make({
      motivo_codice: atto === "tenuto" ? "pagamento_doppio" : "trimestre_non_pagato",
      inizio_at: atto === "tenuto" ? `${OGGI}T01:00:00+02:00` : `${OGGI}T02:00:00+02:00`,
    });
    await mark(id, "arrivato");
    await mark(id, atto, "Fatto.");
    expect(await correct(id, "arrivato")).toBe("gia_chiuso");
    expect(await eventsOf(id)).not.toContain("corretto arrivato");
  }
});

it("not when there is another for the same reason, or at the same time", async () => {
  const id = await make();
  await mark(id, "non_presentato");
  const poi = { inizio_at: `${OGGI}T23:00:00+02:00` };
  const altro = await make(poi);
  expect(await correct(id, "non_presentato")).toBe("occupato");
  await opened.owner`update appuntamenti set stato = 'annullato', annullato_da = 'sede' where id = ${altro}`;
  const insieme = await make({ motivo_codice: "pagamento_doppio" });
  expect(await correct(id, "non_presentato")).toBe("occupato");
  expect(await stateOf(id)).toMatchObject({ stato: "non_presentato" });
  await opened.owner`delete from appuntamenti where id = ${insieme}`;
  expect(await correct(id, "non_presentato")).toBe("ok");
});

describe("the rule and the act say the same", () => {
  it.each([
    [0, "ok"],
    [-1, "altro_giorno"],
    [1, "altro_giorno"],
  ])("of what was marked %i days from now", async (giorni, wanted) => {
    for (const atto of CORREGGIBILI) {
      await clear();
      const id = await make();
      await mark(id, atto);
      await opened.owner`update appuntamenti set arrivato_at = arrivato_at + make_interval(days => ${giorni}),
        iniziato_at = iniziato_at + make_interval(days => ${giorni}),
        chiuso_at = chiuso_at + make_interval(days => ${giorni}) where id = ${id}`;
      const row = (await stateOf(id)) as Parameters<typeof whichCorrection>[0];
      expect(whichCorrection(row, new Date())).toBe(wanted === "ok" ? atto : null);
      expect(await correct(id, atto), atto).toBe(wanted);
    }
  });
});
