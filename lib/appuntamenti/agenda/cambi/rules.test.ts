import { describe, expect, it } from "vitest";
import {
  type Agenda,
  colpitiDa,
  inOrdine,
  type Preso,
  proposte,
  type Regola,
  siSovrappongono,
  whyNotRegola,
} from "./rules";

const at = (istante: string) => new Date(istante);
const giovedi: Regola = {
  ...{ id: "g", esperto: "elena", giorno: 4, dalle: "09:00", alle: "13:00" },
  ...{ ogniSettimane: 1, dal: "2026-01-01", al: null, modi: ["in_persona", "telefono"] },
};
const agenda: Agenda = { regole: [giovedi], assenze: [], patrono: null };
// Thursday 26 November 2026, from ten to half past by the clock in Rome.
const preso: Preso = {
  esperto: "elena",
  modo: "in_persona",
  inizioAt: at("2026-11-26T09:00Z"),
  fineAt: at("2026-11-26T09:30Z"),
};
const hit = (dopo: Partial<Agenda>, which: Preso = preso, prima: Agenda = agenda) =>
  colpitiDa({ prima, dopo: { ...prima, ...dopo } }, [which]).length === 1;
const assenza = (inizio: string, fine: string, esperto: string | null = "elena") => ({
  assenze: [{ esperto, inizioAt: at(inizio), fineAt: at(fine) }],
});

describe("an assenza hits", () => {
  it.each([
    ["what it covers", "2026-11-26T08:00Z", "2026-11-26T12:00Z", true],
    ["what ends a minute after it begins", "2026-11-26T09:29Z", "2026-11-26T12:00Z", true],
    ["what begins a minute before it ends", "2026-11-26T08:00Z", "2026-11-26T09:01Z", true],
    ["not what ends when it begins", "2026-11-26T09:30Z", "2026-11-26T12:00Z", false],
    ["not what begins when it ends", "2026-11-26T08:00Z", "2026-11-26T09:00Z", false],
    ["what stands on the morning after a night", "2026-11-25T17:00Z", "2026-11-26T09:10Z", true],
    ["not what stands after a night", "2026-11-25T17:00Z", "2026-11-26T08:00Z", false],
    ["what lies between two years", "2026-11-01T00:00Z", "2027-01-07T00:00Z", true],
  ])("%s", (_, inizio, fine, atteso) => {
    expect(hit(assenza(inizio, fine))).toBe(atteso);
  });

  it("of the sede everybody, of a colleague nobody else", () => {
    expect(hit(assenza("2026-11-26T08:00Z", "2026-11-26T12:00Z", null))).toBe(true);
    expect(hit(assenza("2026-11-26T08:00Z", "2026-11-26T12:00Z", "furio"))).toBe(false);
  });

  it("not again what an earlier one has hit", () => {
    const prima = { ...agenda, ...assenza("2026-11-26T08:00Z", "2026-11-26T12:00Z") };
    expect(hit({ assenze: [...prima.assenze, ...prima.assenze] }, preso, prima)).toBe(false);
  });
});

describe("an opening that changes hits", () => {
  it.each([
    ["what no longer fits before its end", { alle: "10:29" }, true],
    ["not what ends with it", { alle: "10:30" }, false],
    ["what begins before it", { dalle: "10:01" }, true],
    ["not what begins with it", { dalle: "10:00" }, false],
    ["what is on another day of the week", { giorno: 5 }, true],
    ["what is after its last day", { al: "2026-11-25" }, true],
    ["not what is on its last day", { al: "2026-11-26" }, false],
    ["what is before its first day", { dal: "2026-11-27" }, true],
    ["not what is on its first day", { dal: "2026-11-26" }, false],
    ["what is in a week left out", { ogniSettimane: 2, dal: "2026-11-19" }, true],
    ["not what is in a week kept", { ogniSettimane: 2, dal: "2026-11-12" }, false],
    ["what is in a way withdrawn", { modi: ["telefono"] as const }, true],
  ])("%s", (_, nuova, atteso) => {
    expect(hit({ regole: [{ ...giovedi, ...nuova }] })).toBe(atteso);
  });

  it("all there was when it is taken away, unless another opening holds it", () => {
    expect(hit({ regole: [] })).toBe(true);
    const meta = { ...giovedi, alle: "10:15" };
    expect(hit({ regole: [meta, { ...giovedi, id: "h", dalle: "10:15" }] })).toBe(false);
    expect(hit({ regole: [{ ...giovedi, esperto: "furio" }] })).toBe(true);
  });
});

describe("the patron saint hits", () => {
  it("its own day, in every year", () => {
    expect(hit({ patrono: { mese: 11, giorno: 26 } })).toBe(true);
    expect(hit({ patrono: { mese: 11, giorno: 25 } })).toBe(false);
  });

  it("29 February only where there is one", () => {
    const ogniGiorno = [1, 2, 3, 4, 5, 6, 7].map((giorno) => ({ ...giovedi, giorno }));
    const prima = { ...agenda, regole: ogniGiorno };
    const on = (data: string): Preso => ({
      ...preso,
      inizioAt: at(`${data}T09:00Z`),
      fineAt: at(`${data}T09:30Z`),
    });
    const bisesto = { patrono: { mese: 2, giorno: 29 } };
    expect(hit(bisesto, on("2028-02-29"), prima)).toBe(true);
    expect(hit(bisesto, on("2027-02-28"), prima)).toBe(false);
    expect(hit(bisesto, on("2027-03-01"), prima)).toBe(false);
  });
});

describe("on the days on which clocks change", () => {
  const domenica: Regola = { ...giovedi, giorno: 7, dalle: "00:00", alle: "12:00" };
  const prima = { ...agenda, regole: [domenica] };
  it.each([
    ["spring: ten o'clock is eight UTC", "2026-03-29T08:00Z", "2026-03-29T08:30Z"],
    ["autumn: ten o'clock is nine UTC", "2026-10-25T09:00Z", "2026-10-25T09:30Z"],
  ])("%s", (_, inizio, fine) => {
    const quello = { ...preso, inizioAt: at(inizio), fineAt: at(fine) };
    expect(hit({ regole: [{ ...domenica, dalle: "10:00", alle: "10:30" }] }, quello, prima)).toBe(false);
    expect(hit({ regole: [{ ...domenica, dalle: "10:01", alle: "12:00" }] }, quello, prima)).toBe(true);
    expect(hit({ regole: [{ ...domenica, dalle: "09:00", alle: "10:29" }] }, quello, prima)).toBe(true);
  });
});

describe("siSovrappongono", () => {
  it.each([
    ["the same again", {}, true],
    ["one after the other", { dalle: "13:00", alle: "14:00" }, false],
    ["a minute together", { dalle: "12:59", alle: "14:00" }, true],
    ["another day of the week", { giorno: 5 }, false],
    ["one that begins after the other has ended", { dal: "2026-12-11", al: null }, false],
    ["one that begins on its last day", { dal: "2026-12-10", al: null }, true],
    ["the other week", { ogniSettimane: 2, dal: "2026-01-08" }, true],
  ])("%s: %#", (_, altra, atteso) => {
    const prima = { ...giovedi, al: "2026-12-10" };
    expect(siSovrappongono(prima, { ...giovedi, ...altra })).toBe(atteso);
    expect(siSovrappongono({ ...giovedi, ...altra }, prima)).toBe(atteso);
  });

  it("not two that take turns, but any that meet some day", () => {
    const pari = { ...giovedi, ogniSettimane: 2, dal: "2026-01-01" };
    expect(siSovrappongono(pari, { ...pari, dal: "2026-01-08" })).toBe(false);
    expect(siSovrappongono(pari, { ...pari, ogniSettimane: 4, dal: "2026-01-08" })).toBe(false);
    expect(siSovrappongono(pari, { ...pari, ogniSettimane: 3, dal: "2026-01-08" })).toBe(true);
    const sette = { ...giovedi, ogniSettimane: 7, dal: "2026-01-01" };
    expect(siSovrappongono(sette, { ...giovedi, ogniSettimane: 8, dal: "2026-01-08" })).toBe(true);
  });
});

it("an opening that ends before it begins is none", () => {
  expect(whyNotRegola(giovedi)).toBeNull();
  expect(whyNotRegola({ ...giovedi, alle: "09:00" })).toBe("ore");
  expect(whyNotRegola({ ...giovedi, al: "2025-12-31" })).toBe("date");
  expect(whyNotRegola({ ...giovedi, al: "2026-01-01" })).toBeNull();
});

it("openings are read by weekday and hour, single days after them", () => {
  const solo = { ...giovedi, id: "solo", giorno: 1, dal: "2026-11-23", al: "2026-11-23" };
  const lunedi = { ...giovedi, id: "lunedi", giorno: 1 };
  const presto = { ...giovedi, id: "presto", dalle: "08:00", alle: "09:00" };
  expect(inOrdine([solo, giovedi, presto, lunedi]).map(({ id }) => id)).toEqual([
    "lunedi",
    "presto",
    "g",
    "solo",
  ]);
});

it("each is proposed the earliest times that nobody before them was, of one esperto none that overlap", () => {
  const orario = (inizio: number, fine = inizio + 20, esperto = "elena") => ({ esperto, inizio, fine });
  const brevi = [orario(0), orario(20), orario(20, 40, "furio"), orario(40), orario(60)];
  const found = proposte(
    [
      { colpito: { id: "a" }, liberi: brevi },
      { colpito: { id: "b" }, liberi: [orario(10, 40), orario(30, 60), orario(40, 70), orario(60, 90)] },
      { colpito: { id: "c" }, liberi: brevi },
    ],
    2,
  );
  expect(found.map(({ id, proposte: sue }) => [id, ...sue.map((o) => `${o.esperto} ${o.inizio}`)])).toEqual([
    ["a", "elena 0", "elena 20"],
    ["b", "elena 40"],
    ["c", "furio 20"],
  ]);
});
