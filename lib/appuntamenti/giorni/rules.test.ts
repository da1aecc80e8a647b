import { describe, expect, it } from "vitest";
import { contaOrari, dataDi, inGiorni, offerti, oraDi, settimaneDi, vistaDi } from "./rules";

const minuti = (istante: string) => Date.parse(istante) / 60_000;
const libero = (istante: string, esperto = "elena", sede = "100000") => ({
  sede,
  esperto,
  inizio: minuti(istante),
  fine: minuti(istante) + 20,
});

describe("offerti", () => {
  it("several esperti free at one time are one time, of each sede one", () => {
    const tutti = [
      libero("2026-11-24T08:00Z", "elena"),
      libero("2026-11-24T08:00Z", "furio"),
      libero("2026-11-24T08:00Z", "gina", "100001"),
      libero("2026-11-24T08:20Z", "elena"),
    ];
    expect(offerti(tutti).map(({ sede, esperti }) => [sede, esperti])).toEqual([
      ["100000", ["elena", "furio"]],
      ["100001", ["gina"]],
      ["100000", ["elena"]],
    ]);
  });

  it("names five of them at most", () => {
    const venti = Array.from({ length: 20 }, (_, n) => libero("2026-11-24T08:00Z", `esperto${n}`));
    expect(offerti(venti)[0]?.esperti).toHaveLength(5);
  });
});

describe("inGiorni", () => {
  it("counts morning and afternoon by the clock in Rome: one o'clock is the afternoon", () => {
    const giorni = inGiorni(
      offerti([
        libero("2026-11-24T11:59Z"),
        libero("2026-11-24T12:00Z"),
        libero("2026-07-24T10:59Z"),
        libero("2026-07-24T11:00Z"),
      ]),
    );
    expect(giorni.map(({ data, mattina, pomeriggio }) => [data, mattina.length, pomeriggio.length])).toEqual([
      ["2026-07-24", 1, 1],
      ["2026-11-24", 1, 1],
    ]);
  });

  it("knows the day also where it is another in Greenwich, over year's end and on 29 February", () => {
    expect(dataDi(minuti("2026-12-31T22:59Z"))).toBe("2026-12-31");
    expect(dataDi(minuti("2026-12-31T23:00Z"))).toBe("2027-01-01");
    expect(dataDi(minuti("2028-02-28T23:00Z"))).toBe("2028-02-29");
    expect(oraDi(minuti("2026-03-29T00:59Z"))).toBe("1:59");
    expect(oraDi(minuti("2026-03-29T01:00Z"))).toBe("3:00");
    expect(oraDi(minuti("2026-10-25T00:30Z"))).toBe("2:30");
    expect(oraDi(minuti("2026-10-25T01:30Z"))).toBe("2:30");
  });
});

describe("vistaDi", () => {
  const giorni = inGiorni(
    offerti([
      libero("2026-11-30T08:00Z"),
      libero("2026-12-01T08:00Z"),
      libero("2026-12-02T08:00Z"),
      libero("2026-12-02T13:00Z"),
    ]),
  );
  const vista = (mese: string | null, giorno: string | null) => {
    const found = vistaDi(giorni, { mese, giorno });
    return found && [found.mese, found.giorni.map(({ data }) => data), found.giorno.data];
  };

  it("begins with the first day there is, a month at a time", () => {
    expect(vista(null, null)).toEqual(["2026-11", ["2026-11-30"], "2026-11-30"]);
    expect(vistaDi(giorni, { mese: null, giorno: null })?.mesi).toEqual([
      { mese: "2026-11", orari: 1 },
      { mese: "2026-12", orari: 3 },
    ]);
  });

  it("shows the month and the day that are asked for", () => {
    expect(vista("2026-12", null)).toEqual(["2026-12", ["2026-12-01", "2026-12-02"], "2026-12-01"]);
    expect(vista(null, "2026-12-02")).toEqual(["2026-12", ["2026-12-01", "2026-12-02"], "2026-12-02"]);
  });

  it("takes a day or month without times for none", () => {
    expect(vista("2027-01", "2027-01-02")).toEqual(["2026-11", ["2026-11-30"], "2026-11-30"]);
    expect(vista("2026-12", "2026-11-30")).toEqual(["2026-12", ["2026-12-01", "2026-12-02"], "2026-12-01"]);
  });

  it("nothing free, nothing to show", () => {
    expect(vistaDi([], { mese: "2026-12", giorno: null })).toBeNull();
    expect(giorni.map(contaOrari)).toEqual([1, 1, 2]);
  });
});

describe("settimaneDi", () => {
  it.each([
    ["2026-11", 6, "2026-11-01", 6],
    ["2027-02", 4, "2027-02-01", 0],
    ["2028-02", 5, "2028-02-01", 1],
    ["2026-12", 5, "2026-12-01", 1],
  ])("%s has %i weeks, from Monday on", (mese, settimane, primo, posto) => {
    const found = settimaneDi(mese);
    expect(found).toHaveLength(settimane);
    expect(found[0]?.indexOf(primo)).toBe(posto);
    const giorni = found.flat().filter(Boolean);
    expect(new Set(giorni).size).toBe(giorni.length);
    expect(found.every((settimana) => settimana.length === 7)).toBe(true);
  });

  it("knows 29 February", () => {
    expect(settimaneDi("2028-02").flat()).toContain("2028-02-29");
    expect(settimaneDi("2027-02").flat()).not.toContain("2027-02-29");
  });
});
