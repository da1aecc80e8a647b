import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatEuro, formatEuroCsv, parseCents } from "./money";

describe("parseCents", () => {
  it.each([
    ["0", 0],
    ["0.00", 0],
    ["0.01", 1],
    ["7.15", 715],
    ["11.8", 1180],
    ["4", 400],
    ["1.10", 110],
    ["0.29", 29],
    ["1234.56", 123456],
    ["21474836.47", 2_147_483_647],
  ])("reads %s as %d cents", (text, cents) => expect(parseCents(text)).toBe(cents));

  it.each([
    "",
    " ",
    "1,50",
    "1.234,56",
    "1,234.56",
    "-1.00",
    "+1.00",
    "1e3",
    "1.005",
    "1.",
    ".50",
    "0x10",
    " 1.00",
    "1.00\n",
    "Infinity",
    "NaN",
    "21474836.48",
    "9".repeat(400),
  ])("refuses %j", (text) => expect(parseCents(text)).toBeNull());
});

describe("formatting", () => {
  it.each([
    [0, "0,00", "0,00"],
    [1, "0,01", "0,01"],
    [99, "0,99", "0,99"],
    [100, "1,00", "1,00"],
    [99999, "999,99", "999,99"],
    [100000, "1.000,00", "1000,00"],
    [389672, "3.896,72", "3896,72"],
    [2_147_483_647, "21.474.836,47", "21474836,47"],
    [-5, "-0,05", "-0,05"],
    [-123456, "-1.234,56", "-1234,56"],
  ])("%d cents", (cents, onPage, inCsv) => {
    expect(formatEuro(cents)).toBe(`${onPage}\u00a0€`);
    expect(formatEuroCsv(cents)).toBe(inCsv);
  });

  it("what is written is read back to the cent", () => {
    fc.assert(
      fc.property(fc.nat(2_147_483_647), (cents) => {
        expect(parseCents(formatEuroCsv(cents).replace(",", "."))).toBe(cents);
      }),
    );
  });
});
