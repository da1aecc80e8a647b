import { expect, it } from "vitest";
import { cercaRegistroInput } from "./input";

it.each([
  ["", null],
  ["  ", null],
  [" fnt vio 43c22 x170t ", "FNTVIO43C22X170T"],
  ["FNTVIO43C22X170", undefined],
  ["Viola", undefined],
  ["x".repeat(101), null],
])("whoever is asked about as %j is %s", (cerca, di) => {
  expect(cercaRegistroInput.parse({ cerca }).di).toBe(di);
});
