import { expect, it } from "vitest";
import { vicinanzaDi } from "./rules";

it.each([
  ["the evening before, which is today", "2026-11-23T22:59:00Z", "oggi"],
  ["midnight in Rome", "2026-11-23T23:00:00Z", "domani"],
  ["the last minute of tomorrow", "2026-11-24T22:59:00Z", "domani"],
  ["the day after", "2026-11-24T23:00:00Z", null],
  ["yesterday", "2026-11-22T22:59:00Z", null],
])("%s", (_, istante, attesa) => {
  expect(vicinanzaDi(new Date(istante), "2026-11-23")).toBe(attesa);
});

it("tomorrow is a day away also where the day has 23 hours, or is in another year", () => {
  expect(vicinanzaDi(new Date("2027-03-28T07:00:00Z"), "2027-03-27")).toBe("domani");
  expect(vicinanzaDi(new Date("2027-01-01T08:00:00Z"), "2026-12-31")).toBe("domani");
});
