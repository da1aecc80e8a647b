import { expect, it } from "vitest";
import { formatByte } from "./rules";

it.each([
  [1, "1 kB"],
  [1024, "1 kB"],
  [1025, "2 kB"],
  [1024 * 1024 - 1, "1024 kB"],
  [1024 * 1024, "1 MB"],
  [3 * 1024 * 1024, "3 MB"],
  [2_500_000, "2,4 MB"],
])("%i bytes are %s", (byte, scritto) => {
  expect(formatByte(byte)).toBe(scritto);
});
