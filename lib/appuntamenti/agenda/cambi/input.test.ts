import { describe, expect, it } from "vitest";
import { agendaInput } from "../input";
import { assenzeInput, orariInput, patronoInput } from "./input";

const id = "6f1f77bc-90a5-4f6e-8c5e-123456789012";
const faults = (
  input: { safeParse: (given: unknown) => ReturnType<typeof orariInput.safeParse> },
  given: object,
) =>
  input.safeParse(given).error?.issues.map(({ path, message }) => `${path}: ${message.split(".").at(-1)}`) ??
  [];

describe("the form of an opening", () => {
  const form = {
    ...{ cosa: "apri", esperto: id, giorno: "2", dalle: "09:00", alle: "13:00", ogni: "1" },
    ...{ dal: "2026-11-23", al: "", video: "si" },
  };
  it("says when and how", () => {
    expect(orariInput.parse({ ...form, telefono: "si" })).toEqual({
      ...{ esperto: id, visti: null },
      cambio: {
        tipo: "apri",
        regola: {
          ...{ esperto: id, giorno: 2, dalle: "09:00", alle: "13:00", ogniSettimane: 1 },
          ...{ dal: "2026-11-23", al: null, modi: ["telefono", "video"] },
        },
      },
    });
  });

  it.each([
    [{ alle: "09:00" }, "alle: ore"],
    [{ alle: "24:00" }, "alle: ora"],
    [{ dalle: "9" }, "dalle: ora"],
    [{ giorno: "8" }, "giorno: giorno"],
    [{ giorno: "" }, "giorno: giorno"],
    [{ ogni: "9" }, "ogni: ogni"],
    [{ ogni: "0" }, "ogni: ogni"],
    [{ dal: "2026-02-29" }, "dal: data"],
    [{ dal: "2226-01-01" }, "dal: data"],
    [{ al: "2026-11-22" }, "al: date"],
    [{ video: undefined }, "modi: modi"],
  ])("%j is refused: %s", (over, atteso) => {
    expect(faults(orariInput as never, { ...form, ...over })).toEqual([atteso]);
  });

  it("of one single day takes its weekday from the date, on 29 February too", () => {
    const { cambio } = orariInput.parse({ ...form, cosa: "giorno", data: "2028-02-29", giorno: "5" });
    expect(cambio).toMatchObject({ regola: { giorno: 2, dal: "2028-02-29", al: "2028-02-29" } });
  });

  it("that is to end needs only its last day", () => {
    const given = { cosa: "termina", esperto: id, id, ultimo: "2026-12-31", visti: "0".repeat(64) };
    expect(orariInput.parse(given)).toMatchObject({ visti: "0".repeat(64), cambio: { al: "2026-12-31" } });
    expect(orariInput.parse({ ...given, visti: "x" }).visti).toBeNull();
  });
});

describe("the form of an assenza", () => {
  const form = {
    cosa: "assenta",
    esperto: "sede",
    dal: "2026-11-24",
    dalle: "",
    al: "",
    alle: "",
    motivo: "",
  };
  const periodo = (over: object) => {
    const { cambio } = assenzeInput.parse({ ...form, ...over });
    if (cambio.tipo !== "assenta") throw new Error(cambio.tipo);
    return [cambio.inizioAt.toISOString().slice(0, 16), cambio.fineAt.toISOString().slice(0, 16)];
  };
  it.each([
    ["a whole day", {}, "2026-11-23T23:00", "2026-11-24T23:00"],
    ["days over the end of the year", { al: "2027-01-06" }, "2026-11-23T23:00", "2027-01-06T23:00"],
    ["some hours", { dalle: "09:00", alle: "11:30" }, "2026-11-24T08:00", "2026-11-24T10:30"],
    ["a night", { dalle: "18:00", al: "2026-11-25", alle: "08:00" }, "2026-11-24T17:00", "2026-11-25T07:00"],
    ["the day of 23 hours", { dal: "2026-03-29" }, "2026-03-28T23:00", "2026-03-29T22:00"],
    ["the day of 25 hours", { dal: "2026-10-25" }, "2026-10-24T22:00", "2026-10-25T23:00"],
  ])("%s", (_, over, inizio, fine) => {
    expect(periodo(over)).toEqual([inizio, fine]);
  });

  it("is of the whole sede, or of one", () => {
    expect(assenzeInput.parse(form).cambio).toMatchObject({ esperto: null });
    expect(assenzeInput.parse({ ...form, esperto: id }).cambio).toMatchObject({ esperto: id });
  });

  it.each([
    [{ al: "2026-11-23" }, "al: date"],
    [{ dalle: "10:00", alle: "10:00" }, "alle: fine"],
    [{ al: "2028-12-01" }, "al: lunga"],
    [{ esperto: "" }, "esperto: chi"],
    [{ dal: "" }, "dal: data"],
    [{ motivo: "x".repeat(201) }, "motivo: motivo"],
  ])("%j is refused: %s", (over, atteso) => {
    expect(faults(assenzeInput as never, { ...form, ...over })).toEqual([atteso]);
  });
});

it("a saint's day exists in some year", () => {
  const santo = { cosa: "patrono", nome: "San Giovanni", giorno: "24", mese: "6" };
  expect(faults(patronoInput as never, santo)).toEqual([]);
  expect(faults(patronoInput as never, { ...santo, giorno: "29", mese: "2" })).toEqual([]);
  expect(faults(patronoInput as never, { ...santo, giorno: "30", mese: "2" })).toEqual([
    "giorno: patronoGiorno",
  ]);
  expect(faults(patronoInput as never, { ...santo, giorno: "31" })).toEqual(["giorno: patronoGiorno"]);
  expect(faults(patronoInput as never, { ...santo, nome: "\u202eSan" })).toEqual(["nome: patronoNome"]);
});

it("what an address says wrongly it does not say", () => {
  const niente = { esperto: null, vista: "settimana", data: null };
  expect(agendaInput.parse({})).toEqual(niente);
  expect(agendaInput.parse({ esperto: "x", vista: "anno", data: "2026-02-30" })).toEqual(niente);
  expect(agendaInput.parse({ esperto: ["a", "b"], data: "9999-12-31" })).toEqual(niente);
  expect(agendaInput.parse({ esperto: "tutti", vista: "giorno", data: "2028-02-29" })).toEqual({
    ...{ esperto: "tutti", vista: "giorno", data: "2028-02-29" },
  });
});
