import { afterAll, beforeAll, expect, it } from "vitest";
import type { Contesto } from "@/db/client";
import {
  aPosizione,
  aRapporto,
  aViewer,
  aWorld,
  codiceFiscaleOf,
  openWorld,
  read,
  type World,
} from "@/db/mondo-di-prova";
import { aQuesito } from "@/db/mondo-quesiti";
import { getAnagrafica } from "../queries";
import { findPosizioni, openFromSede } from "./mutations";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let gina: (posizione?: string | null) => Contesto;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  gina = await aViewer(opened.owner, "gina", { tipo: "responsabile", sede: world.altraSede });
});
afterAll(() => opened.close());

const find = async (contesto: Contesto, cerca: string, motivo = "verifica") =>
  (await findPosizioni(contesto, cerca, motivo)).map(({ posizione }) => posizione);
const register = (posizione: string) =>
  opened.owner`select cosa, motivo, profilo from accessi where posizione_id = ${posizione}
    and profilo in ('operatore', 'responsabile') order by id`;
const seen = (contesto: Contesto) =>
  read(
    { ...contesto, posizione: world.anna },
    async ({ cassetto }) => (await getAnagrafica(cassetto)).length,
  );

it("finds the sede's own by codice fiscale, name and rapporto, and enters each in its register", async () => {
  const { chi, anna, attivo } = world;
  for (const cerca of [
    codiceFiscaleOf("anna"),
    codiceFiscaleOf("anna").toLowerCase(),
    attivo,
    "ann",
    "prova anna",
  ]) {
    expect(await find(chi.olga(), cerca), cerca).toEqual([anna]);
  }
  const rows = await register(anna);
  expect(rows).toHaveLength(5);
  expect(new Set(rows.map(({ cosa, motivo }) => `${cosa} ${motivo}`))).toEqual(new Set(["ricerca verifica"]));
  const [one] = await findPosizioni(chi.olga(), "anna", "verifica");
  expect(one).toEqual({
    posizione: anna,
    nome: "Prova",
    cognome: "anna",
    codiceFiscale: codiceFiscaleOf("anna"),
    comune: null,
    sede: `Sede ${world.sede}`,
  });
});

it("finds nothing of another sede, for nobody who is of none, and nothing without a reason", async () => {
  const { chi, anna, dario } = world;
  const before = (await register(anna)).length;
  expect(await find(gina(), codiceFiscaleOf("anna"))).toEqual([]);
  expect(await find(gina(), "dario")).toEqual([dario]);
  for (const stranger of [chi.anna(anna), chi.bruno(anna), chi.carla(), chi.nora()]) {
    expect(await find(stranger, "anna")).toEqual([]);
  }
  for (const cerca of ["", "  ", "!!", "nna", "'|!:*", "anna & !dario"]) {
    expect(
      (await find(chi.olga(), cerca)).filter((id) => id !== anna),
      cerca,
    ).toEqual([]);
  }
  const now = (await register(anna)).length;
  expect(await find(chi.olga(), "anna", "    ab")).toEqual([]);
  expect(await find(chi.olga(), "anna", "1234")).toEqual([]);
  expect((await register(anna)).length).toBe(now);
  expect(now - before).toBeLessThanOrEqual(1);
});

it("finds at most twenty", async () => {
  for (const lettera of "abcdefghijklmnopqrstuvw")
    await aPosizione(opened.owner, `molti${lettera}`, world.sede);
  expect(await find(world.chi.olga(), "molti")).toHaveLength(20);
});

it("finds the one of the sede among thousands of the same name elsewhere, however the sede has to do with it", async () => {
  const { owner } = opened;
  await owner`insert into soggetti (codice_fiscale, nome, cognome)
    select 'QZ' || chr(65 + n / 676) || chr(65 + n / 26 % 26) || chr(65 + n % 26) || 'A01A01X500A', 'Prova', 'folla'
    from generate_series(0, 6999) n`;
  await owner`insert into posizioni (codice_fiscale, sede_codice)
    select codice_fiscale, ${world.altraSede} from soggetti where cognome = 'folla'`;
  await owner`update soggetti set cognome = 'folla' where codice_fiscale = ${codiceFiscaleOf("dario")}`;
  const own = await aPosizione(owner, "nostra", world.sede);
  await owner`update soggetti set cognome = 'folla' where codice_fiscale = ${codiceFiscaleOf("nostra")}`;
  const byRapporto = await aPosizione(owner, "rapporto", world.altraSede);
  await owner`update soggetti set cognome = 'folla' where codice_fiscale = ${codiceFiscaleOf("rapporto")}`;
  await aRapporto(owner, byRapporto, codiceFiscaleOf("nostra"), { sede_codice: world.sede });
  const found = await find(world.chi.olga(), "folla");
  expect(found.sort()).toEqual([own, byRapporto].sort());
  const { dario } = world;
  const quesito = await aQuesito(owner, { posizione: dario, aperto: "dario", sede: world.sede });
  expect(await find(world.chi.olga(), "folla")).toContain(quesito.posizione);
});

it("a drawer opens with a reason, for an hour, to who opened it and not to a colleague", async () => {
  const { chi, anna } = world;
  expect(await seen(chi.olga()), "to have found it does not open it").toBe(0);
  expect(await openFromSede(gina(), anna, "verifica")).toBe(false);
  expect(await openFromSede(chi.nora(), anna, "verifica")).toBe(false);
  expect(await openFromSede(chi.bruno(), anna, "verifica")).toBe(false);
  expect(await openFromSede(chi.olga(), anna, "1234")).toBe(false);
  expect(await seen(chi.olga())).toBe(0);
  expect(await openFromSede(chi.olga(), anna, " 12345 ")).toBe(true);
  expect(await seen(chi.olga())).toBe(1);
  expect(await seen(chi.renzo())).toBe(0);
  expect((await register(anna)).at(-1)).toEqual({ cosa: "apertura", motivo: "12345", profilo: "operatore" });
  await opened.owner`alter table accessi disable trigger user`;
  await opened.owner`update accessi set quando_at = quando_at - interval '1 hour' where cosa = 'apertura'`;
  expect(await seen(chi.olga()), "after an hour it is shut").toBe(0);
});
