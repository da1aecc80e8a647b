import { describe, expect, it } from "vitest";
import { festaOn, giorniLavorativiFra, giornoLavorativoDa, isGiornoLavorativo } from "./giorni-lavorativi";

describe("isGiornoLavorativo", () => {
  it.each([
    ["2026-11-23", true, "a Monday"],
    ["2026-11-27", true, "a Friday"],
    ["2026-11-28", false, "a Saturday"],
    ["2026-11-29", false, "a Sunday"],
    ["2026-12-08", false, "the Immacolata, a Tuesday"],
    ["2027-03-29", false, "the Monday after Easter"],
    ["2028-02-29", true, "a Tuesday that is there every four years"],
  ])("%s: %s, %s", (data, atteso) => {
    expect(isGiornoLavorativo(data)).toBe(atteso);
  });
});

it("names the holiday", () => {
  expect(festaOn("2026-12-25")).toBe("Natale di Gesù");
  expect(festaOn("2026-11-23")).toBeUndefined();
});

describe("giornoLavorativoDa", () => {
  it.each([
    ["2026-11-23", "2026-11-23"],
    ["2026-11-28", "2026-11-30"],
    ["2026-12-25", "2026-12-28"],
    ["2027-01-01", "2027-01-04"],
  ])("from %s: %s", (data, atteso) => {
    expect(giornoLavorativoDa(data)).toBe(atteso);
  });
});

describe("giorniLavorativiFra", () => {
  it.each([
    ["2026-11-23", "2026-11-23", 0],
    ["2026-11-23", "2026-11-24", 1],
    ["2026-11-27", "2026-11-29", 0],
    ["2026-11-27", "2026-11-30", 1],
    ["2026-12-07", "2026-12-09", 1],
    ["2026-12-09", "2026-12-07", -1],
    ["2026-12-24", "2027-01-04", 5],
  ])("from %s to %s: %i", (da, a, atteso) => {
    expect(giorniLavorativiFra(da, a)).toBe(atteso);
  });
});
