import { expect, it } from "vitest";
import { ALTEZZA, altezzaDi, cimaDi } from "./rules";

it.each([
  [[], 5],
  [[null, 0], 5],
  [[5, 3], 5],
  [[6], 10],
  [[10, null], 10],
  [[31, 30], 40],
])("the scale for %j ends at %i", (valori, cima) => {
  expect(cimaDi(valori)).toBe(cima);
});

it("a bar is as high as its share of the scale, and never nothing", () => {
  expect(altezzaDi(10, 10)).toBe(ALTEZZA);
  expect(altezzaDi(5, 10)).toBe(ALTEZZA / 2);
  expect(altezzaDi(0, 10)).toBe(2);
});
