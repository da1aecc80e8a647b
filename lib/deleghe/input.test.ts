import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeCursore, filtroDelegantiInput } from "./input";

const ID = "0b7e1c1e-1234-4abc-8def-000000000000";
const cursore = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("filtroDelegantiInput", () => {
  it("is no filter when nothing is asked", () => {
    expect(filtroDelegantiInput.parse({})).toEqual({ cerca: "", dopo: null });
  });

  it("takes the search without the spaces around it, up to 100 characters", () => {
    expect(filtroDelegantiInput.parse({ cerca: "  D'Amico % _ " }).cerca).toBe("D'Amico % _");
    expect(filtroDelegantiInput.parse({ cerca: "a".repeat(100) }).cerca).toHaveLength(100);
  });

  it.each([
    ["too long", "a".repeat(101)],
    ["given twice", ["a", "b"]],
    ["not text", 1],
  ])("leaves out a search that is %s", (_, cerca) => {
    expect(filtroDelegantiInput.parse({ cerca }).cerca).toBe("");
  });

  it("takes back every cursor it has made", () => {
    const nome = fc.string({ unit: "grapheme", maxLength: 40 });
    fc.assert(
      fc.property(nome, nome, (cognome, altro) => {
        const dopo = [cognome, altro, ID];
        expect(filtroDelegantiInput.parse({ dopo: encodeCursore(dopo) }).dopo).toEqual(dopo);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["empty", ""],
    ["no base64", "%%%"],
    ["no JSON", Buffer.from("{").toString("base64url")],
    ["no list", cursore({ 0: "a", 1: "b", 2: ID })],
    ["too short", cursore(["a", ID])],
    ["too long", cursore(["a", "b", ID, "c"])],
    ["without an id", cursore(["a", "b", "c"])],
    ["with numbers", cursore([1, 2, ID])],
    ["with too long a name", cursore(["a".repeat(201), "b", ID])],
    ["enormous", "a".repeat(1_001)],
    ["given twice", [cursore(["a", "b", ID]), "x"]],
  ])("begins at the first page when the cursor is %s", (_, dopo) => {
    expect(filtroDelegantiInput.parse({ dopo }).dopo).toBeNull();
  });

  it("leaves out a NUL, which PostgreSQL refuses as an error", () => {
    expect(filtroDelegantiInput.parse({ cerca: "ros\0si" }).cerca).not.toContain("\0");
    expect(filtroDelegantiInput.parse({ dopo: cursore(["a\0", "b", ID]) }).dopo).toBeNull();
  });
});
