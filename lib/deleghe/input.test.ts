import { describe, expect, it } from "vitest";
import persone from "@/db/seed/persone.json";
import { codiceFiscaleFault } from "@/lib/codice-fiscale";
import {
  chiudiInput,
  decidiInput,
  fattoInput,
  proponiADatoreInput,
  proponiInput,
  tutelaInput,
} from "./input";

const CF = persone[0]?.codiceFiscale ?? "";
const ID = "0b7e1c1e-1234-4abc-8def-000000000000";
const offerta = { posizione: "P", tipo: "professionale", intermediario: "S1", ambito: "operazioni" };
const wrongFields = (input: { safeParse: (value: unknown) => unknown }, value: object) => {
  const parsed = input.safeParse(value) as { error?: { issues: { path: unknown[] }[] } };
  return (parsed.error?.issues ?? []).map(({ path }) => path.join("."));
};

describe("proponiInput", () => {
  it("names a studio by its codice, or a person by their codice fiscale as people type it", () => {
    expect(codiceFiscaleFault(CF)).toBeNull();
    expect(proponiInput.parse(offerta)).toMatchObject({ delegato: "S1", dal: null, al: null });
    const persona = { ...offerta, tipo: "personale", codiceFiscale: ` ${CF.toLowerCase()} ` };
    expect(proponiInput.parse(persona).delegato).toBe(CF);
  });

  it("asks for the codice fiscale of the person it is about, not of whoever writes", () => {
    const said = proponiInput.safeParse({ ...offerta, tipo: "personale", codiceFiscale: " " });
    expect(said.error?.issues[0]?.message).toBe("deleghe.errori.codicePersona");
    const chiesta = proponiADatoreInput.safeParse({ codiceFiscale: "", ambito: "operazioni" });
    expect(chiesta.error?.issues[0]?.message).toBe("deleghe.errori.codiceDatore");
  });

  it.each<[object, string[]]>([
    [{ intermediario: undefined }, ["cerca"]],
    [{ tipo: "personale" }, ["codiceFiscale"]],
    [{ tipo: "personale", codiceFiscale: `${CF.slice(0, 15)}0` }, ["codiceFiscale"]],
    [{ tipo: "altro" }, ["tipo"]],
    [{ ambito: "tutto" }, ["ambito"]],
    [{ dal: "2026-02-30" }, ["dal"]],
    [{ al: "2100-01-01" }, ["al"]],
    [{ dal: "2026-10-06", al: "2026-10-05" }, ["al"]],
    [{ dal: "2026-10-06", al: "2026-10-06" }, []],
  ])("with %j: wrong are %j", (changes, wrong) => {
    expect(wrongFields(proponiInput, { ...offerta, ...changes })).toEqual(wrong);
  });
});

it("a studio asks with a codice fiscale that is well formed, for a period that does not end before it begins", () => {
  const given = { codiceFiscale: CF, ambito: "consultazione" };
  expect(wrongFields(proponiADatoreInput, given)).toEqual([]);
  expect(wrongFields(proponiADatoreInput, { ...given, codiceFiscale: "X" })).toEqual(["codiceFiscale"]);
  expect(wrongFields(proponiADatoreInput, { ...given, dal: "2026-10-06", al: "2026-10-05" })).toEqual(["al"]);
});

it("a reason is up to 500 characters long, for a tutela at least 5", () => {
  const chiusa = { posizione: "P", delega: ID };
  expect(wrongFields(chiudiInput, { ...chiusa, motivo: "a".repeat(500) })).toEqual([]);
  expect(wrongFields(chiudiInput, { ...chiusa, motivo: "a".repeat(501) })).toEqual(["motivo"]);
  const tutela = { datore: CF, persona: CF, titolo: "tutore" };
  expect(wrongFields(tutelaInput, { ...tutela, motivo: "12345" })).toEqual([]);
  expect(wrongFields(tutelaInput, { ...tutela, motivo: "1234" })).toEqual(["motivo"]);
  expect(wrongFields(tutelaInput, { ...tutela, titolo: "volontaria", motivo: "12345" })).toEqual(["titolo"]);
});

it("a decision is one of three, on something that can be an id", () => {
  expect(wrongFields(decidiInput, { proposta: ID, decisione: "ritira" })).toEqual([]);
  expect(wrongFields(decidiInput, { proposta: "1", decisione: "accetta" })).toEqual(["proposta"]);
  expect(wrongFields(decidiInput, { proposta: ID, decisione: "" })).toEqual(["decisione"]);
});

it("the address says only what can have been done", () => {
  expect(fattoInput.parse("revocata")).toBe("revocata");
  expect(fattoInput.parse("<script>")).toBeNull();
  expect(fattoInput.parse(undefined)).toBeNull();
});
