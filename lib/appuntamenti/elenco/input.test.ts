import { describe, expect, it } from "vitest";
import { encodeCursore, filtroAppuntamentiInput, numeroInput } from "./input";

const NIENTE = { rapporto: null, stato: null, chi: null, dal: null, al: null, dopo: null };
const CURSORE = {
  passato: true,
  istante: "2026-10-08 07:00:00.000001",
  id: "018f3c3e-0000-7000-8000-000000000001",
};

describe("the filters of the list", () => {
  it("are none when the address says none", () => {
    expect(filtroAppuntamentiInput.parse({})).toEqual(NIENTE);
  });

  it("are read as they were written", () => {
    const scelta = { rapporto: "7002600001", stato: "annullato", chi: "altri", dal: "2026-01-01", al: null };
    expect(filtroAppuntamentiInput.parse({ ...scelta, dopo: encodeCursore(CURSORE) })).toEqual({
      ...scelta,
      dopo: CURSORE,
    });
  });

  it.each([
    ["rapporto", "700260000"],
    ["rapporto", "x'; drop"],
    ["stato", "perso"],
    ["chi", "nessuno"],
    ["dal", "2026-02-30"],
    ["al", "ieri"],
    ["dopo", ""],
    ["dopo", encodeCursore({ ...CURSORE, istante: "2026-02-30 07:00:00.000000" })],
    ["dopo", encodeCursore({ ...CURSORE, istante: "2026-02-03 24:00:00.000000" })],
    ["dopo", encodeCursore({ ...CURSORE, id: "1" })],
  ])("%s=%s is left out", (nome, valore) => {
    expect(filtroAppuntamentiInput.parse({ [nome]: valore })).toEqual(NIENTE);
    expect(filtroAppuntamentiInput.parse({ [nome]: [valore, valore] })).toEqual(NIENTE);
  });
});

it.each([
  ["12AB-34CD", true],
  ["12ab-34cd", false],
  ["12AB-34CD\0", false],
  ["12AB34CD", false],
])("%j as a number of an appuntamento: %s", (text, is) => {
  expect(numeroInput.safeParse(text).success).toBe(is);
});
