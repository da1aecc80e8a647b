import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  codiceFiscaleFault,
  isCodiceFiscale,
  maskCodiceFiscale,
  normalizeCodiceFiscale,
} from "./codice-fiscale";

const CIFRE = "0123456789";
const CIFRE_OMOCODIA = `${CIFRE}LMNPQRSTUV`;
const LETTERE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const MESI = "ABCDEHLMPRST";
const ALFABETI = [..."LLLLLLOOMOOLOOO"].map(
  (tipo) => ({ L: LETTERE, O: CIFRE_OMOCODIA, M: MESI })[tipo] ?? "",
);

const persona = fc
  .tuple(...ALFABETI.map((alfabeto) => fc.constantFrom(...alfabeto)))
  .map((characters) => withCheck(characters.join(""), LETTERE));
const numerico = fc
  .array(fc.constantFrom(...CIFRE), { minLength: 10, maxLength: 10 })
  .map((characters) => withCheck(characters.join(""), CIFRE));

describe("codiceFiscaleFault", () => {
  it.each([
    "RSSMRA80A01H501U",
    "RSSMRA80A01H50MM",
    "RSSMRA80A01H5LMX",
    "FNTVIO43C22X170T",
    "12345678903",
    "00000000000",
  ])("finds none in %s", (text) => expect(codiceFiscaleFault(text)).toBeNull());

  it.each([
    ["", "lunghezza"],
    ["RSSMRA80A01H501", "lunghezza"],
    ["RSSMRA80A01H501UU", "lunghezza"],
    ["1234567890", "lunghezza"],
    ["123456789033", "lunghezza"],
    ["rssmra80a01h501u", "caratteri"],
    ["RSSMRA80F01H501U", "caratteri"],
    ["RSSMRA8AA01H501U", "caratteri"],
    ["RSSMRA80A01H5011", "caratteri"],
    ["RSSMRA80A01H501Ù", "caratteri"],
    ["1234567890X", "caratteri"],
    ["FNTVIO43C22X170A", "carattere_di_controllo"],
    ["RSSMRA80A01H50MU", "carattere_di_controllo"],
    ["12345678904", "carattere_di_controllo"],
  ])("finds in %j: %s", (text, fault) => expect(codiceFiscaleFault(text)).toBe(fault));

  it("exactly one check character fits, for a person and for eleven digits", () => {
    fc.assert(
      fc.property(fc.oneof(persona, numerico), (text) => {
        const last = text.length === 16 ? LETTERE : CIFRE;
        expect([...last].filter((check) => isCodiceFiscale(text.slice(0, -1) + check))).toHaveLength(1);
      }),
    );
  });

  it("any one wrong character is noticed", () => {
    fc.assert(
      fc.property(
        fc.oneof(persona, numerico),
        fc.nat(15),
        fc.constantFrom(...CIFRE, ...LETTERE),
        (text, at, character) => {
          const index = at % text.length;
          fc.pre(text[index] !== character);
          expect(isCodiceFiscale(text.slice(0, index) + character + text.slice(index + 1))).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("normalizeCodiceFiscale", () => {
  it("takes what people type", () => {
    expect(normalizeCodiceFiscale("  rss mra 80a01 h501u\u00a0")).toBe("RSSMRA80A01H501U");
  });
});

describe("maskCodiceFiscale", () => {
  it("keeps the first three and the last", () => {
    expect(maskCodiceFiscale("RSSMRA80A01H501U")).toBe("RSS••••••••••••U");
    expect(maskCodiceFiscale("12345678903")).toBe("123•••••••3");
  });
});

// The check is found by trying: the test must not repeat the sums of the code it tests.
function withCheck(text: string, alphabet: string): string {
  return text + [...alphabet].find((check) => isCodiceFiscale(text + check));
}
