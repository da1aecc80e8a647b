import { describe, expect, it } from "vitest";
import { isTempoVero, orologioDi, riapribileFino, termineAtteso, termineDi, whyNotWrite } from "./rules";

describe("termineDi", () => {
  it.each([
    ["2026-11-23", 30, "2026-12-23", "a Wednesday"],
    ["2026-11-25", 30, "2026-12-28", "Christmas is a Friday, and a weekend follows"],
    ["2026-12-02", 30, "2027-01-04", "New Year's Day is a Friday"],
    ["2026-11-23", 1, "2026-11-24", "the next day"],
    ["2028-01-30", 30, "2028-02-29", "29 February"],
  ])("from %s in %i days: %s, %s", (oggi, giorni, atteso) => {
    expect(termineDi(oggi, giorni)).toBe(atteso);
  });
});

describe("orologioDi", () => {
  const quesito = { stato: "in_carico", termine: "2026-11-30", sospesoDal: null } as const;
  it.each([
    ["2026-11-27", 1, false],
    ["2026-11-30", 0, false],
    ["2026-12-01", -1, true],
  ])("on %s: %i working days", (oggi, giorni, scaduto) => {
    expect(orologioDi(quesito, oggi)).toEqual({ giorni, fermo: false, scaduto });
  });

  it("stands still while the sede waits, also beyond the term", () => {
    const sospeso = { ...quesito, stato: "in_attesa_del_cittadino", sospesoDal: "2026-11-27" } as const;
    expect(orologioDi(sospeso, "2027-02-01")).toEqual({ giorni: 1, fermo: true, scaduto: false });
  });

  it("is not asked of what is closed", () => {
    expect(orologioDi({ ...quesito, stato: "chiuso" }, "2026-11-27")).toBeNull();
  });
});

describe("whyNotWrite", () => {
  const chiusoAt = new Date("2026-11-01T10:00:00Z");
  it.each([
    [null, "2027-11-01T10:00:00Z", null],
    [chiusoAt, "2026-11-01T10:00:01Z", null],
    [chiusoAt, "2026-12-01T10:00:00Z", null],
    [chiusoAt, "2026-12-01T10:00:01Z", "chiuso_da_troppo"],
  ])("closed at %s, on %s: %s", (chiuso, now, atteso) => {
    expect(whyNotWrite({ chiusoAt: chiuso }, new Date(now))).toBe(atteso);
  });
});

describe("termineAtteso", () => {
  const aperto = { stato: "in_carico", termine: "2026-12-23", sospesoDal: null } as const;
  it("counts from today for a new quesito and for one opened again", () => {
    expect(termineAtteso(null, 30, "2026-11-23")).toBe("2026-12-23");
    expect(termineAtteso({ ...aperto, stato: "chiuso", termine: "2026-10-01" }, 30, "2026-11-23")).toBe(
      "2026-12-23",
    );
  });

  it("stays as it is while the sede works", () => {
    expect(termineAtteso(aperto, 30, "2026-12-01")).toBe("2026-12-23");
  });

  it.each([
    ["2026-11-27", "2026-12-23", "the same day"],
    ["2026-12-02", "2026-12-28", "five days later"],
    ["2027-03-30", "2027-04-26", "across the change of the clocks, past a Sunday that is a holiday"],
    ["2026-12-01", "2026-12-28", "past Sunday after Christmas"],
    ["2026-11-29", "2026-12-28", "past Christmas and the weekend after it"],
  ])("moves by the days the sede waited: on %s to %s, %s", (oggi, atteso) => {
    const sospeso = { ...aperto, stato: "in_attesa_del_cittadino", sospesoDal: "2026-11-27" } as const;
    expect(termineAtteso(sospeso, 30, oggi)).toBe(atteso);
  });
});

it("a quesito can be opened again until the very instant at which it no longer can", () => {
  const chiusoAt = new Date("2026-11-01T10:00:00Z");
  const fino = riapribileFino(chiusoAt);
  expect(whyNotWrite({ chiusoAt }, fino)).toBeNull();
  expect(whyNotWrite({ chiusoAt }, new Date(fino.getTime() + 1))).toBe("chiuso_da_troppo");
});

it.each([
  [null, false],
  [{ risposte: 0 }, false],
  [{ risposte: 4 }, false],
  [{ risposte: 5 }, true],
])("the answer times of %j are told: %s", (tempi, told) => {
  expect(isTempoVero(tempi)).toBe(told);
});
