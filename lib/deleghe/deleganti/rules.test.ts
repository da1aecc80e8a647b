import { expect, it } from "vitest";
import { haBisognoDiFiltri } from "./rules";

it.each([
  [0, 0, false],
  [5, 0, false],
  [6, 0, true],
  [1, 1, true],
])("a desk of %i deleganti in %i gruppi needs more than its list: %s", (deleganti, gruppi, expected) => {
  expect(haBisognoDiFiltri(deleganti, gruppi)).toBe(expected);
});
