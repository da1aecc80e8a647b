import { describe, expect, it } from "vitest";
import {
  attoUtenteInput,
  cercaUtentiInput,
  creaUtenteInput,
  daiProfiloInput,
  fattoUtenteInput,
  nuovoPinInput,
} from "./input";

const CF = "FNTVIO43C22X170T";
const ID = "018f3c3e-0000-7000-8000-000000000001";
const giving = (over: object) =>
  daiProfiloInput.safeParse({ utente: ID, motivo: "Assunta", tipo: "datore", ...over });
/** What a form would say, by field. */
const faults = (over: object) =>
  Object.fromEntries((giving(over).error?.issues ?? []).map((i) => [String(i.path[0]), i.message]));
const errore = (key: string) => `utenti.gestione.errori.${key}`;

describe("what is searched for", () => {
  it("is a codice fiscale if it is a whole one, however typed, and a name otherwise", () => {
    expect(cercaUtentiInput.parse({ cerca: " fnt vio 43c22 x170t " })).toMatchObject({
      codiceFiscale: CF,
      parole: null,
    });
    expect(cercaUtentiInput.parse({ cerca: "De Nicolò" })).toMatchObject({
      codiceFiscale: null,
      parole: "De Nicolò",
    });
    expect(cercaUtentiInput.parse({ cerca: CF.slice(0, 15) })).toMatchObject({ codiceFiscale: null });
  });

  it("is nothing when it makes no sense", () => {
    const nothing = { cerca: "", codiceFiscale: null, parole: null, filtro: null, dopo: null };
    expect(cercaUtentiInput.parse({})).toEqual(nothing);
    expect(cercaUtentiInput.parse({ cerca: "x".repeat(101), filtro: "datori", dopo: "1" })).toEqual(nothing);
    expect(cercaUtentiInput.parse({ cerca: ["a", "b"], dopo: ID })).toEqual({ ...nothing, dopo: ID });
  });
});

describe("a profilo that is given", () => {
  it("stands where it belongs", () => {
    expect(giving({ tipo: "operatore", sede: "100000", esperto: "si" }).data).toMatchObject({
      sede: "100000",
      intermediario: undefined,
      esperto: true,
    });
    expect(giving({ tipo: "intermediario", intermediario: " S1 " }).data).toMatchObject({
      intermediario: "S1",
      esperto: false,
    });
  });

  it.each([
    [{ tipo: "" }, { tipo: "tipo" }],
    [{ tipo: "operatore" }, { sede: "senza_sede" }],
    [{ tipo: "operatore", sede: "1" }, { sede: "sede_inesistente" }],
    [{ sede: "100000" }, { sede: "sede_di_troppo" }],
    [{ tipo: "intermediario" }, { intermediario: "senza_intermediario" }],
    [{ intermediario: "S1" }, { intermediario: "intermediario_di_troppo" }],
    [{ esperto: "si" }, { esperto: "esperto_senza_sede" }],
  ])("%j is refused: %j", (over, wanted) => {
    expect(faults(over)).toEqual(
      Object.fromEntries(Object.entries(wanted).map(([field, key]) => [field, errore(key)])),
    );
  });

  it("needs no reason for who is new", () => {
    expect(creaUtenteInput.safeParse({ codiceFiscale: CF, tipo: "datore" }).success).toBe(true);
    expect(creaUtenteInput.safeParse({ codiceFiscale: "X", tipo: "datore" }).success).toBe(false);
  });
});

it("a reason has from 1 to 300 characters on one line", () => {
  const reason = (motivo?: string) => attoUtenteInput.safeParse({ utente: ID, motivo }).success;
  expect([reason("x"), reason("x".repeat(300))]).toEqual([true, true]);
  expect([reason(), reason(" "), reason("x".repeat(301)), reason("a\nb")]).toEqual(Array(4).fill(false));
  expect(attoUtenteInput.safeParse({ utente: "1", motivo: "x" }).success).toBe(false);
});

it("a new PIN is asked for from a page that says what it has seen", () => {
  const seen = (visto?: string) => nuovoPinInput.safeParse({ utente: ID, motivo: "x", visto }).success;
  expect([seen("0"), seen("17")]).toEqual([true, true]);
  expect([seen(), seen("-1"), seen("1.5"), seen("x")]).toEqual(Array(4).fill(false));
});

it("what was done is one of a few, or nothing is said", () => {
  expect(fattoUtenteInput.parse("sospeso")).toBe("sospeso");
  expect(fattoUtenteInput.parse("<b>")).toBeNull();
});
