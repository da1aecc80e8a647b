import { describe, expect, it } from "vitest";
import { fineDi, isAltrove, secondiRimasti, whyNotCancel, whyNotMove } from "./rules";

const preso = {
  stato: "confermato",
  inizioAt: new Date("2026-11-25T09:00:00Z"),
  daSpostareAt: null,
  chiusoAt: null,
  spostamenti: 0,
} as const;
const at = (istante: string) => new Date(istante);

describe("whyNotCancel", () => {
  it.each([
    ["2026-11-24T09:00:00Z", null],
    ["2026-11-24T09:00:01Z", "troppo_tardi"],
    ["2026-11-25T09:00:00Z", "troppo_tardi"],
  ])("at %s: %s", (now, atteso) => {
    expect(whyNotCancel(preso, at(now))).toBe(atteso);
  });

  it.each(["in_prenotazione", "tenuto", "non_presentato", "chiuso_e_definito", "annullato"] as const)(
    "not what is %s",
    (stato) => {
      expect(whyNotCancel({ ...preso, stato }, at("2026-11-01T09:00:00Z"))).toBe("gia_chiuso");
    },
  );

  it("not what was closed without an outcome", () => {
    const chiusoAt = at("2026-12-03T00:00:00Z");
    expect(whyNotCancel({ ...preso, chiusoAt }, at("2026-12-03T09:00:00Z"))).toBe("gia_chiuso");
  });
});

describe("whyNotMove", () => {
  it("three times, not a fourth", () => {
    expect(whyNotMove({ ...preso, spostamenti: 2 }, at("2026-11-01T09:00:00Z"))).toBeNull();
    expect(whyNotMove({ ...preso, spostamenti: 3 }, at("2026-11-01T09:00:00Z"))).toBe("troppi_spostamenti");
  });

  it("once more, at any time, when the agenda changed under it", () => {
    const daSpostareAt = at("2026-11-24T12:00:00Z");
    expect(whyNotMove({ ...preso, spostamenti: 3, daSpostareAt }, at("2026-11-25T08:59:00Z"))).toBeNull();
  });
});

it("is elsewhere for another sede only", () => {
  const appuntamento = { sedeCodice: "700100" };
  expect(isAltrove(appuntamento, "021500")).toBe(true);
  for (const sede of ["700100", null]) expect(isAltrove(appuntamento, sede)).toBe(false);
});

it("a hold lasts until its last second, and then no longer", () => {
  const scadeAt = at("2026-11-23T10:10:00Z");
  expect(secondiRimasti({ scadeAt }, at("2026-11-23T10:00:00Z"))).toBe(600);
  expect(secondiRimasti({ scadeAt }, at("2026-11-23T10:09:59.500Z"))).toBe(0);
  expect(secondiRimasti({ scadeAt }, at("2026-11-23T11:00:00Z"))).toBe(0);
  expect(secondiRimasti({ scadeAt: null }, at("2026-11-23T11:00:00Z"))).toBe(0);
});

it("what ends on another day in Rome says which", () => {
  const adesso = at("2026-11-23T22:50:00Z");
  expect(fineDi(at("2026-11-23T22:59:59Z"), adesso)).toEqual({ ora: "23:59", giorno: "oggi" });
  expect(fineDi(at("2026-11-23T23:00:00Z"), adesso)).toEqual({
    ora: "0:00",
    giorno: "martedì 24 novembre 2026",
  });
});
