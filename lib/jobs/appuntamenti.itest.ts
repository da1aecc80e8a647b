import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { anAppuntamento, anEsperto } from "@/db/mondo-appuntamenti";
import { aWorld, OGGI, openWorld, type World } from "@/db/mondo-di-prova";
import { promemoria } from "./appuntamenti";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let olga: string;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  olga = await anEsperto(opened.owner, "olga", world.sede);
  await opened.owner`update soggetti set email = 'posta@esempio.it'
    where codice_fiscale in (select codice_fiscale from posizioni)`;
});
afterAll(() => opened.close());
beforeEach(() => opened.owner`truncate posta`);

const suo = (over = {}) => {
  const dove = { posizione: world.anna, sede: world.sede, esperto: olga, di: "anna" };
  return anAppuntamento(opened.owner, dove, over);
};
const modelli = async () => (await opened.owner`select modello from posta`).map(({ modello }) => modello);

it("a reminder is of what still stands", async () => {
  const id = await suo();
  expect(await promemoria(opened.owner, { id }, OGGI)).toEqual({ appuntamento: id, ricordato: true });
  expect(await promemoria(opened.owner, { id }, "2026-10-09")).toEqual({
    appuntamento: id,
    ricordato: false,
  });
  await opened.owner`update appuntamenti set stato = 'annullato', annullato_da = 'sede' where id = ${id}`;
  expect(await promemoria(opened.owner, { id }, OGGI)).toEqual({ appuntamento: id, ricordato: false });
  expect(await modelli()).toEqual(["appuntamento_promemoria"]);
});

it("a reminder is written once, however often the job runs, and again for another time", async () => {
  const id = await suo({ inizio_at: "2026-10-09T07:00:00Z", motivo_codice: "trimestre_non_pagato" });
  const ricordato = async () => (await promemoria(opened.owner, { id }, OGGI)).ricordato;
  expect(await Promise.all([ricordato(), ricordato(), ricordato()])).toContain(true);
  expect(await ricordato()).toBe(false);
  expect(await modelli()).toEqual(["appuntamento_promemoria"]);
  await opened.owner`insert into eventi_appuntamento (posizione_id, appuntamento_id, evento)
    values (${world.anna}, ${id}, 'spostato')`;
  expect(await ricordato()).toBe(true);
  expect(await modelli()).toHaveLength(2);
});

it("of what is to be moved nobody is reminded as if it stood", async () => {
  const id = await suo({
    inizio_at: "2026-10-12T07:00:00Z",
    motivo_codice: "pagamento_doppio",
    da_spostare_at: new Date(),
  });
  expect(await promemoria(opened.owner, { id }, OGGI)).toEqual({ appuntamento: id, ricordato: false });
  expect(await modelli()).toEqual([]);
});
