import { expect, it } from "vitest";
import { whyNotPin } from "./rules";

it.each([
  ["abcd1234", null],
  ["ABCD123", "forma"],
  ["ABCD12345", "forma"],
  ["ABCDEFGH", "forma"],
  ["12345678", "forma"],
  ["ABCD-123", "forma"],
  ["ÀBCD1234", "forma"],
  ["AAAAA111", "banale"],
  ["AABB1111", "banale"],
  ["AABB1122", null],
  ["vecchio1", "uguale_al_precedente"],
  ["RSSMRA80", "nel_codice_fiscale"],
])("the PIN %s is refused for: %s", (pin, difetto) => {
  expect(whyNotPin(pin, "VECCHIO1", "RSSMRA80A01H501U")).toBe(difetto);
});
