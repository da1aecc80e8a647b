import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cursore, encodeCursore, filtroDelegantiInput } from "./input";

const ID = "0b7e1c1e-1234-4abc-8def-000000000000";
const cursore = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const NIENTE = { cerca: "", filtro: null, ordine: "nome", gruppo: null, da: "", dopo: null };

describe("filtroDelegantiInput", () => {
  it("is no filter when nothing is asked", () => {
    expect(filtroDelegantiInput.parse({})).toEqual(NIENTE);
  });

  it("takes the search without the spaces around it, up to 100 characters", () => {
    expect(filtroDelegantiInput.parse({ cerca: "  D'Amico % _ " }).cerca).toBe("D'Amico % _");
    expect(filtroDelegantiInput.parse({ cerca: "a".repeat(100) }).cerca).toHaveLength(100);
  });

  it.each([
    ["cerca", "a".repeat(101)],
    ["cerca", ["a", "b"]],
    ["cerca", 1],
    ["cerca", "ros\0si"],
    ["filtro", "altro"],
    ["ordine", "codice_fiscale; drop table"],
    ["gruppo", "1"],
    ["gruppo", ""],
    ["da", "a".repeat(501)],
  ])("leaves out a %s that makes no sense: %j", (name, value) => {
    expect(filtroDelegantiInput.parse({ [name]: value })).toEqual(NIENTE);
  });

  it("takes back every cursor it has made, in its own order and no other", () => {
    const nome = fc.string({ unit: "grapheme", maxLength: 40 });
    const scaduto = fc.nat(99_999_999).map((value) => String(-value));
    const scadenza = fc.constantFrom("2026-10-05", "2028-02-29", "9999-12-31");
    const place = fc.oneof(
      fc.constant(["nome", ""]),
      scaduto.map((prima) => ["scaduto", prima]),
      scadenza.map((prima) => ["scadenza", prima]),
    );
    fc.assert(
      fc.property(place, nome, nome, ([ordine, prima = ""], cognome, altro) => {
        const dopo: Cursore = [prima, cognome, altro, ID];
        expect(filtroDelegantiInput.parse({ ordine, dopo: encodeCursore(dopo) }).dopo).toEqual(dopo);
        const wrong = ordine === "nome" ? "scadenza" : "nome";
        expect(filtroDelegantiInput.parse({ ordine: wrong, dopo: encodeCursore(dopo) }).dopo).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["empty", ""],
    ["no base64", "%%%"],
    ["no JSON", Buffer.from("{").toString("base64url")],
    ["no list", cursore({ 0: "", 1: "a", 2: "b", 3: ID })],
    ["too short", cursore(["a", "b", ID])],
    ["too long", cursore(["", "a", "b", ID, "c"])],
    ["without an id", cursore(["", "a", "b", "c"])],
    ["with numbers", cursore(["", 1, 2, ID])],
    ["with too long a name", cursore(["", "a".repeat(201), "b", ID])],
    ["with a NUL", cursore(["", "a\0", "b", ID])],
    ["enormous", "a".repeat(1_001)],
    ["given twice", [cursore(["", "a", "b", ID]), "x"]],
  ])("begins at the first page when the cursor is %s", (_, dopo) => {
    expect(filtroDelegantiInput.parse({ dopo }).dopo).toBeNull();
  });

  it.each([
    ["scadenza", "2027-02-29"],
    ["scadenza", "infinity"],
    ["scaduto", "1e9"],
    ["scaduto", "-2147483649"],
  ])("begins at the first page when %s stands at %j", (ordine, prima) => {
    expect(filtroDelegantiInput.parse({ ordine, dopo: cursore([prima, "a", "b", ID]) }).dopo).toBeNull();
  });
});
