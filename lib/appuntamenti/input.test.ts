import { describe, expect, it } from "vitest";
import {
  attesaInput,
  bloccaInput,
  confermaInput,
  confermaSpostamentoInput,
  lasciaInput,
  quandoInput,
} from "./input";

const ID = "6f0d0b52-53d4-4c6a-9c29-51f5a4d1e0a1";
const ALTRO = "6f0d0b52-53d4-4c6a-9c29-51f5a4d1e0a2";
const base = { motivo: "rapporto_sospeso", rapporto: "7002600001", posizione: "P", prenotazione: ID };

describe("the time that is chosen", () => {
  const parse = (orario: string) =>
    bloccaInput.safeParse({ ...base, modo: "video", orario, quesitoId: "" }).data;

  it("names sede, minute and who could have them", () => {
    const minuto = Date.parse("2026-11-24T08:00Z") / 60_000;
    expect(parse(`100000/${minuto}/${ID},${ALTRO}`)).toMatchObject({
      orario: { sede: "100000", inizio: new Date("2026-11-24T08:00Z"), esperti: [ID, ALTRO] },
      perche: { motivo: "rapporto_sospeso", rapporto: "7002600001", quesito: null, contributo: null },
      quesitoId: null,
      filtro: null,
    });
  });

  it.each(["", "100000", `100000/x/${ID}`, "100000/1/nessuno", `10000/1/${ID}`, `100000/1/${ID},`])(
    "%s is none",
    (orario) => expect(parse(orario)).toBeUndefined(),
  );
});

it("a hold that is let go of says until when it ran", () => {
  const dati = { posizione: "P", prenotazione: ID };
  const scade = "2026-11-24T08:00:00.123Z";
  expect(lasciaInput.parse({ ...dati, scade })).toEqual({ ...dati, scade: new Date(scade) });
  for (const altro of ["", "oggi", "2026-11-24"])
    expect(lasciaInput.safeParse({ ...dati, scade: altro }).success).toBe(false);
});

describe("the list of times", () => {
  it("takes what makes no sense for not said", () => {
    const given = { modo: "piccione", sede: "1", mese: "2026-13", giorno: "2027-02-29", prenotazione: "x" };
    expect(quandoInput.parse({ ...given, esito: ["occupato"] })).toEqual({
      modo: null,
      sede: null,
      mese: null,
      giorno: null,
      prenotazione: null,
      esito: null,
    });
    expect(quandoInput.parse({ giorno: "2028-02-29" }).giorno).toBe("2028-02-29");
  });
});

describe("the confirmation", () => {
  const conferma = (over: object) => confermaInput.safeParse({ ...base, modo: "telefono", ...over });

  it.each([
    ["333 1234567", "333 1234567"],
    ["333.123-4567", "333 123 4567"],
    ["+39 06/123456", "+39 06 123456"],
    ["", null],
    ["  ", null],
  ])("a number as people write it: %s", (telefono, atteso) => {
    expect(conferma({ telefono }).data?.telefono).toBe(atteso);
  });

  it.each(["12345", "123456789012345678901", "39+06123456"])("%s is no number", (telefono) => {
    expect(conferma({ telefono }).error?.issues[0]?.path).toEqual(["telefono"]);
  });

  it("a note has 500 characters at most, a line's end counts one", () => {
    expect(conferma({ nota: "a".repeat(500) }).data?.nota).toHaveLength(500);
    expect(conferma({ nota: "a".repeat(501) }).error?.issues[0]?.path).toEqual(["nota"]);
    expect(conferma({ nota: `${"a\r\n".repeat(249)}aa` }).success).toBe(true);
    expect(conferma({ nota: "a\0b" }).data?.nota).toBe("ab");
  });

  it("whoever presses nothing we know confirms", () => {
    expect(conferma({ verso: "altrove" }).data?.verso).toBe("conferma");
    expect(conferma({ verso: "rinuncia" }).data?.verso).toBe("rinuncia");
  });

  it("a move to the phone needs a number, but not to look for another time", () => {
    const sposta = { posizione: "P", prenotazione: ID, numero: "0A1B-2C3D" };
    const parse = (over: object) =>
      confermaSpostamentoInput.safeParse({ ...sposta, modo: "telefono", ...over });
    expect(parse({}).error?.issues[0]?.path).toEqual(["telefono"]);
    expect(parse({ verso: "orario" }).success).toBe(true);
    expect(parse({ modo: "video" }).success).toBe(true);
    expect(parse({ modo: "video", numero: "0a1b-2c3d" }).success).toBe(false);
  });
});

describe("a place on the waiting list", () => {
  const parse = (over: object) =>
    attesaInput.safeParse({ ...base, attesa: ID, quesitoId: ALTRO, telefono: "", ...over });
  const sedi = (n: number) =>
    Object.fromEntries(Array.from({ length: n }, (_, index) => [`sede_${100_000 + index}`, "si"]));

  it("reads what was ticked", () => {
    expect(parse({ ...sedi(2), modo_video: "si" }).data).toMatchObject({
      sedi: ["100000", "100001"],
      modi: ["video"],
      quesitoId: ALTRO,
      perche: { motivo: "rapporto_sospeso" },
    });
  });

  it.each([
    ["no sede", { modo_video: "si" }, "sedi"],
    ["eleven sedi", { ...sedi(11), modo_video: "si" }, "sedi"],
    ["no way", sedi(1), "modi"],
    ["by phone without a number", { ...sedi(1), modo_telefono: "si" }, "telefono"],
  ])("%s", (_, over, campo) => {
    expect(parse(over).error?.issues[0]?.path[0]).toBe(campo);
  });

  it("ten sedi are as many as there may be", () => {
    expect(parse({ ...sedi(10), modo_in_persona: "si" }).success).toBe(true);
  });
});
