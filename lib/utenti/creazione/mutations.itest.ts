import { afterAll, beforeAll, expect, it } from "vitest";
import { aWorld, codiceFiscaleOf, openWorld, type World } from "@/db/mondo-di-prova";
import { createUtente } from "./mutations";
import type { NuovoProfilo } from "./types";

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
});
afterAll(() => opened.close());

const chi = codiceFiscaleOf("piera");
const create = (...profili: NuovoProfilo[]) =>
  createUtente(opened.owner, { codiceFiscale: chi, pinHash: "x", pinIniziale: true, profili });
const storia = async () =>
  (
    await opened.owner`select evento, oggetto, autore_id, chi, motivo from eventi_amministrazione e
      where utente_id = (select id from utenti where codice_fiscale = ${chi}) order by id`
  ).map((row) => ({ ...row }));

it("the command line leaves a row for each thing it changed, by nobody who is logged in", async () => {
  const daNessuno = { autore_id: null, chi: null, motivo: null };
  const { sede } = world;
  expect(await create({ tipo: "operatore", sede: "999999" })).toBe("sede_inesistente");
  expect(await create({ tipo: "intermediario", intermediario: "S9" })).toBe("intermediario_inesistente");
  expect(await opened.owner`select from utenti where codice_fiscale = ${chi}`).toEqual([]);
  expect(await create({ tipo: "datore" }, { tipo: "operatore", sede })).toBe(true);
  const made = [
    { evento: "utente_creato", oggetto: "datore", ...daNessuno },
    { evento: "profilo_dato", oggetto: `operatore ${sede}`, ...daNessuno },
  ];
  expect(await storia()).toEqual(made);
  expect(await create({ tipo: "datore" }), "the same again changes nothing").toBe(false);
  expect(await storia()).toEqual(made);
  expect(await create({ tipo: "operatore", sede, esperto: true })).toBe(false);
  expect(await storia()).toEqual([
    ...made,
    { evento: "profilo_dato", oggetto: `operatore ${sede} esperto`, ...daNessuno },
  ]);
});
