import { describe, expect, it } from "vitest";
import { argomentoInput, rispondiInput, salvaInput, spuntoInput, testoInput } from "./input";

const ID = "0b7e1c1e-1234-4abc-8def-000000000000";
const faultsOf = (schema: { safeParse: typeof testoInput.safeParse }, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

describe("argomentoInput", () => {
  const form = { posizione: "P", bozza: ID, rapporto: "7002600001", argomento: "avviso_inesatto" };

  it("takes a rapporto with its contributo, or the posizione as a whole", () => {
    const contributo = "7002600001/2026/3/1";
    expect(argomentoInput.parse({ ...form, contributo })).toEqual({
      ...form,
      contributo: { anno: 2026, trimestre: 3, progressivo: 1 },
    });
    expect(argomentoInput.parse({ ...form, rapporto: "posizione" }).rapporto).toBeNull();
  });

  it.each([
    ["of another rapporto", { rapporto: "7002600002", contributo: "7002600001/2026/3/1" }],
    ["of the posizione", { rapporto: "posizione", contributo: "7002600001/2026/3/1" }],
    ["that is none", { contributo: "7002600001/2026/5/1" }],
  ])("leaves out a contributo %s", (_, over) => {
    expect(argomentoInput.parse({ ...form, ...over }).contributo).toBeNull();
  });

  it("says what was not chosen", () => {
    const { rapporto: _r, argomento: _a, ...empty } = form;
    expect(faultsOf(argomentoInput as never, empty)).toEqual([
      "rapporto: quesiti.errori.rapporto",
      "argomento: quesiti.errori.argomento",
    ]);
  });
});

describe("testoInput", () => {
  const form = { posizione: "P", bozza: ID, oggetto: "MAV", testo: "Manca.", verso: "avanti" };

  it("counts the end of a line once, and leaves out blank lines around the text and every NUL", () => {
    expect(testoInput.parse({ ...form, testo: "\r\na\0\r\nb\r\n" }).testo).toBe("a\nb");
    expect(testoInput.safeParse({ ...form, testo: `${"\r\n".repeat(3_998)}` }).error?.issues).toHaveLength(1);
    expect(testoInput.parse({ ...form, testo: `a${"\r\n".repeat(3_998)}b` }).testo).toHaveLength(4_000);
  });

  it.each([
    ["an oggetto of two letters", { oggetto: " ab " }, ["oggetto: quesiti.errori.oggetto"]],
    ["an oggetto of 121", { oggetto: "a".repeat(121) }, ["oggetto: quesiti.errori.oggettoLungo"]],
    ["no text", { testo: " \r\n " }, ["testo: quesiti.errori.testo"]],
    ["a text of 4,001", { testo: "a".repeat(4_001) }, ["testo: quesiti.errori.testoLungo"]],
  ])("refuses %s", (_, over, faults) => {
    expect(faultsOf(testoInput, { ...form, ...over })).toEqual(faults);
  });

  it("takes the longest there may be", () => {
    expect(faultsOf(testoInput, { ...form, oggetto: "a".repeat(120), testo: "a".repeat(4_000) })).toEqual([]);
  });

  it("asks nothing of who goes on later, and no oggetto of an answer", () => {
    expect(faultsOf(testoInput, { ...form, oggetto: "", testo: "", verso: "dopo" })).toEqual([]);
    expect(faultsOf(testoInput, { ...form, oggetto: "", risposta: "si" })).toEqual([]);
  });
});

it("an answer is sent with a text, and files are added to one without", () => {
  const form = { posizione: "P", bozza: ID, quesito: ID, protocollo: "700100.2026.0000001", testo: "" };
  expect(faultsOf(rispondiInput as never, form)).toEqual(["testo: quesiti.errori.testo"]);
  expect(faultsOf(rispondiInput as never, { ...form, verso: "allegati" })).toEqual([]);
  expect(faultsOf(rispondiInput as never, { ...form, testo: "Sì", protocollo: "../x" })).toHaveLength(1);
});

it("what is kept while somebody types may be empty", () => {
  expect(faultsOf(salvaInput as never, { posizione: "P", bozza: ID })).toEqual([]);
});

describe("spuntoInput", () => {
  it("takes a rapporto, its contributo and an argomento from the address", () => {
    const given = {
      rapporto: "7002600001",
      anno: "2026",
      trimestre: "3",
      progressivo: "1",
      argomento: "mav",
    };
    expect(spuntoInput.parse(given)).toEqual({
      rapporto: "7002600001",
      argomento: "mav",
      contributo: { anno: 2026, trimestre: 3, progressivo: 1 },
    });
  });

  it.each([
    [{ anno: "2026", trimestre: "3", progressivo: "1" }, "without a rapporto"],
    [{ rapporto: "7002600001", anno: "2026", trimestre: "5", progressivo: "1" }, "with a fifth quarter"],
    [{ rapporto: "7002600001", anno: "2026", progressivo: "1" }, "in part"],
  ])("knows no contributo %j, %s", (given, _) => {
    expect(spuntoInput.parse(given).contributo).toBeUndefined();
  });

  it("leaves out what makes no sense", () => {
    expect(spuntoInput.parse({ rapporto: "1", argomento: "<b>", anno: ["2026"] })).toEqual({
      rapporto: undefined,
      argomento: undefined,
      contributo: undefined,
    });
  });
});
