import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Disponibilita, type Impegno, orariLiberi, type Richiesta, valeOn } from "./rules";

const minuti = (istante: string) => Date.parse(istante) / 60_000;
const lunedi: Disponibilita = {
  esperto: "elena",
  giorno: 1,
  dalle: "09:00",
  alle: "11:00",
  ogniSettimane: 1,
  dal: "2026-01-01",
  al: null,
};
const richiesta: Richiesta = { dal: "2026-11-23", al: "2026-11-29", nonPrimaDi: 0, durata: 30, pausa: 0 };
const mai = () => false;
const inizi = (...args: Parameters<typeof orariLiberi>) =>
  orariLiberi(...args).map(({ inizio }) => new Date(inizio * 60_000).toISOString().slice(0, 16));

describe("orariLiberi", () => {
  it("fills an opening with appuntamenti, one after the other", () => {
    expect(inizi([lunedi], [], richiesta, mai)).toEqual([
      "2026-11-23T08:00",
      "2026-11-23T08:30",
      "2026-11-23T09:00",
      "2026-11-23T09:30",
    ]);
  });

  it("begins anew after what is taken, and ends with the opening", () => {
    const taken = {
      esperto: "elena",
      inizio: minuti("2026-11-23T08:10Z"),
      fine: minuti("2026-11-23T08:40Z"),
      assenza: false,
    };
    expect(inizi([lunedi], [taken], richiesta, mai)).toEqual([
      "2026-11-23T08:40",
      "2026-11-23T09:10",
      "2026-11-23T09:30",
    ]);
  });

  it("ends a pause before the next appuntamento, and at an assenza without one", () => {
    const dopo = (assenza: boolean) => ({
      ...{
        esperto: "elena",
        inizio: minuti("2026-11-23T09:00Z"),
        fine: minuti("2026-11-23T10:00Z"),
        assenza,
      },
    });
    const conPausa = { ...richiesta, durata: 20, pausa: 10 };
    expect(inizi([lunedi], [dopo(false)], conPausa, mai)).toEqual(["2026-11-23T08:00", "2026-11-23T08:30"]);
    expect(inizi([lunedi], [dopo(true)], conPausa, mai)).toEqual([
      ...["2026-11-23T08:00", "2026-11-23T08:30", "2026-11-23T08:40"],
    ]);
  });

  it("keeps a pause between two, not after the last", () => {
    expect(inizi([{ ...lunedi, alle: "10:10" }], [], { ...richiesta, pausa: 10 }, mai)).toEqual([
      "2026-11-23T08:00",
      "2026-11-23T08:40",
    ]);
  });

  it("offers nothing before the notice is over, from that minute on", () => {
    const nonPrimaDi = minuti("2026-11-23T09:30Z");
    expect(inizi([lunedi], [], { ...richiesta, nonPrimaDi }, mai)).toEqual(["2026-11-23T09:30"]);
    expect(inizi([lunedi], [], { ...richiesta, nonPrimaDi: nonPrimaDi + 1 }, mai)).toEqual([]);
  });

  it("offers the same times a minute later, but those that are too near by then", () => {
    const alle = (ora: string) => inizi([lunedi], [], { ...richiesta, nonPrimaDi: minuti(ora) }, mai);
    const dalleNoveEMezza = ["2026-11-23T08:30", "2026-11-23T09:00", "2026-11-23T09:30"];
    expect(alle("2026-11-23T08:08Z")).toEqual(dalleNoveEMezza);
    expect(alle("2026-11-23T08:09Z")).toEqual(dalleNoveEMezza);
    expect(alle("2026-11-23T08:30Z")).toEqual(dalleNoveEMezza);
    expect(alle("2026-11-23T08:31Z")).toEqual(dalleNoveEMezza.slice(1));
    const finoAlleUnEMezza = { ...lunedi, alle: "10:10" };
    const ultimo = inizi(
      [finoAlleUnEMezza],
      [],
      { ...richiesta, nonPrimaDi: minuti("2026-11-23T08:40Z") },
      mai,
    );
    expect(ultimo).toEqual(["2026-11-23T08:40"]);
  });

  it("offers nothing on a day on which the sede is shut, or all of it is away", () => {
    expect(inizi([lunedi], [], richiesta, (data) => data === "2026-11-23")).toEqual([]);
    const tutta = { inizio: minuti("2026-11-23T00:00Z"), fine: minuti("2026-11-24T00:00Z") };
    const sede = { esperto: null, ...tutta, assenza: true };
    expect(inizi([lunedi], [sede], richiesta, mai)).toEqual([]);
  });

  it("runs with the clock of Rome through the days on which it changes", () => {
    const domenica = { ...lunedi, giorno: 7, dalle: "01:00", alle: "05:00" };
    const on = (data: string) =>
      inizi([domenica], [], { ...richiesta, dal: data, al: data, durata: 60 }, mai);
    expect(on("2026-03-29")).toEqual(["2026-03-29T00:00", "2026-03-29T01:00", "2026-03-29T02:00"]);
    expect(on("2026-10-25")).toHaveLength(5);
    expect(on("2026-10-25")[0]).toBe("2026-10-24T23:00");
    expect(on("2026-11-01")[0]).toBe("2026-11-01T00:00");

    const saltata = { ...domenica, dalle: "02:15", alle: "03:30" };
    const il29 = { ...richiesta, dal: "2026-03-29", al: "2026-03-29" };
    expect(inizi([saltata], [], il29, mai)).toEqual(["2026-03-29T01:00"]);
    expect(inizi([{ ...saltata, alle: "02:45" }], [], il29, mai)).toEqual([]);
  });

  it("goes on evenly from within an hour that comes twice, a leap day and the end of a year", () => {
    const notte = { ...lunedi, dalle: "01:00", alle: "05:00" };
    const dopo = (data: string, giorno: number, ora: string) =>
      inizi(
        [{ ...notte, giorno }],
        [],
        { ...richiesta, dal: data, al: data, durata: 60, nonPrimaDi: minuti(ora) },
        mai,
      );
    // Half past two the first time: at three, the clock says two again.
    expect(dopo("2026-10-25", 7, "2026-10-25T00:30Z")).toEqual([
      ...["2026-10-25T01:00", "2026-10-25T02:00", "2026-10-25T03:00"],
    ]);
    expect(dopo("2026-03-29", 7, "2026-03-29T00:30Z")).toEqual(["2026-03-29T01:00", "2026-03-29T02:00"]);
    expect(dopo("2028-02-29", 2, "2028-02-29T02:01Z")).toEqual(["2028-02-29T03:00"]);
    expect(dopo("2027-01-01", 5, "2026-12-31T23:59Z")).toHaveLength(4);
  });

  it("goes over the end of the year, and knows 29 February", () => {
    const martedi = { ...lunedi, giorno: 2, alle: "09:30" };
    const dal2027 = { ...richiesta, dal: "2026-12-28", al: "2027-01-06" };
    expect(inizi([martedi], [], dal2027, mai)).toEqual(["2026-12-29T08:00", "2027-01-05T08:00"]);
    expect(inizi([martedi], [], { ...richiesta, dal: "2028-02-28", al: "2028-03-01" }, mai)).toEqual([
      "2028-02-29T08:00",
    ]);
  });
});

describe("valeOn", () => {
  it.each([
    ["2026-11-23", 1, true, "every Monday"],
    ["2026-11-24", 1, false, "no Tuesday"],
    ["2026-11-30", 2, false, "not the week after"],
    ["2026-12-07", 2, true, "two weeks after"],
    ["2027-01-04", 2, true, "over the end of the year"],
    ["2026-11-16", 1, false, "not before it begins"],
  ])("%s, every %i weeks from 25 November: %s, %s", (data, ogniSettimane, atteso) => {
    const dal = ogniSettimane === 2 ? "2026-11-25" : "2026-11-23";
    expect(valeOn({ ...lunedi, dal, ogniSettimane }, data)).toBe(atteso);
  });

  it("ends with its last day", () => {
    expect(valeOn({ ...lunedi, al: "2026-11-23" }, "2026-11-23")).toBe(true);
    expect(valeOn({ ...lunedi, al: "2026-11-23" }, "2026-11-30")).toBe(false);
  });
});

/** Three weeks around the day on which summer time begins, and three around that on which it ends. */
const PERIODI = [
  {
    quando: "clocks go forward",
    doppia: false,
    ...{ dal: "2026-03-22", al: "2026-04-11", festa: "2026-04-06" },
    ...{ start: minuti("2026-03-21T23:00Z"), end: minuti("2026-04-11T22:00Z") },
    ...{ inizi: ["2026-01-01", "2026-03-24", "2026-03-29"], fini: [null, "2026-03-31", "2026-04-30"] },
  },
  {
    quando: "clocks go back",
    // Of the hour that comes twice a clock cannot tell which is meant: no opening begins or ends within it.
    doppia: true,
    ...{ dal: "2026-10-18", al: "2026-11-07", festa: "2026-11-01" },
    ...{ start: minuti("2026-10-17T22:00Z"), end: minuti("2026-11-07T23:00Z") },
    ...{ inizi: ["2026-01-01", "2026-10-20", "2026-10-25"], fini: [null, "2026-10-27", "2026-11-30"] },
  },
];
const inRome = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Rome",
  dateStyle: "short",
  timeStyle: "short",
});
const muroDi = (start: number, end: number) =>
  Array.from({ length: end - start }, (_, minute) => {
    const [data = "", ora = ""] = inRome.format((start + minute) * 60_000).split(" ");
    return { data, ora };
  });
const ESPERTI = ["elena", "furio"];
const sensato = (ore: string[]) => !ore.some((ora) => ora > "02:00" && ora < "03:00");
const orario = fc
  .tuple(fc.integer({ min: 0, max: 92 }), fc.integer({ min: 1, max: 40 }))
  .map(([start, length]) => [start, Math.min(96, start + length)].map(wall) as [string, string]);
const wall = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`;
describe.each(PERIODI)(
  "whatever the agenda while $quando",
  ({ doppia, dal, al, festa, start, end, inizi: da, fini }) => {
    const muro = muroDi(start, end);
    const disponibilita: fc.Arbitrary<Disponibilita> = fc.record({
      esperto: fc.constantFrom(...ESPERTI),
      giorno: fc.integer({ min: 1, max: 7 }),
      dalle: fc.constant(""),
      alle: fc.constant(""),
      ogniSettimane: fc.integer({ min: 1, max: 3 }),
      dal: fc.constantFrom(...da),
      al: fc.constantFrom(...fini),
    });
    const aperture = fc
      .array(fc.tuple(disponibilita, doppia ? orario.filter(sensato) : orario), {
        minLength: 1,
        maxLength: 8,
      })
      .map((rules) => rules.map(([rule, [dalle, alle]]) => ({ ...rule, dalle, alle })));
    const impegni: fc.Arbitrary<Impegno[]> = fc.array(
      fc
        .tuple(
          fc.constantFrom(...ESPERTI, null),
          fc.integer({ min: 0, max: 30_000 }),
          fc.integer({ min: 1, max: 900 }),
          fc.boolean(),
        )
        // Of a whole sede there are assenze only.
        .map(([esperto, from, length, assenza]) => ({
          ...{
            esperto,
            inizio: start + from,
            fine: start + from + length,
            assenza: assenza || esperto === null,
          },
        })),
      { maxLength: 20 },
    );

    const chiesta = { ...richiesta, dal, al };
    const chiuso = (data: string) => data === festa;
    const overlap = (a: { inizio: number; fine: number }, b: { inizio: number; fine: number }) =>
      a.inizio < b.fine && b.inizio < a.fine;
    // Minute by minute, by the clock on the wall: whether an esperto's door is open.
    const isOpen = (rules: Disponibilita[], esperto: string, minute: number) => {
      const { data, ora } = muro[minute - start] ?? { data: "", ora: "" };
      return (
        data !== "" &&
        !chiuso(data) &&
        rules.some((r) => r.esperto === esperto && r.dalle <= ora && ora < r.alle && valeOn(r, data))
      );
    };

    const durate = fc.record({
      durata: fc.constantFrom(15, 30, 45),
      pausa: fc.constantFrom(0, 0, 5, 20),
      nonPrimaDi: fc.constantFrom(0, 0, start + 12_345),
    });

    it("every time offered can be had: as the database asks, with its pause, in the opening, on no day that is shut", () => {
      fc.assert(
        fc.property(aperture, impegni, durate, (rules, taken, come) => {
          for (const libero of orariLiberi(rules, taken, { ...chiesta, ...come }, chiuso)) {
            const mine = taken.filter(({ esperto }) => esperto === null || esperto === libero.esperto);
            const conPausa = { ...libero, fine: libero.fine + come.pausa };
            expect(mine.some((preso) => overlap(preso, preso.assenza ? libero : conPausa))).toBe(false);
            expect(isOpen(rules, libero.esperto, libero.inizio)).toBe(true);
            expect(isOpen(rules, libero.esperto, libero.fine - 1)).toBe(true);
            expect(libero.inizio).toBeGreaterThanOrEqual(come.nonPrimaDi);
          }
        }),
        { numRuns: 100 },
      );
    });

    it("every open minute that is not taken, and that an appuntamento can reach, is offered", () => {
      fc.assert(
        fc.property(aperture, impegni, durate, (rules, taken, { durata, pausa }) => {
          const liberi = orariLiberi(rules, taken, { ...chiesta, durata, pausa }, chiuso);
          for (const esperto of ESPERTI) {
            const offered = new Set(
              liberi
                .filter((libero) => libero.esperto === esperto)
                // With the pause, in which nobody else could come.
                .flatMap(({ inizio, fine }) =>
                  Array.from({ length: fine + pausa - inizio }, (_, n) => inizio + n),
                ),
            );
            const mine = taken.filter((impegno) => impegno.esperto === null || impegno.esperto === esperto);
            let run: number[] = [];
            for (let minute = start; minute <= end; minute += 1) {
              const free =
                !mine.some(
                  ({ inizio, fine, assenza }) => inizio - (assenza ? 0 : pausa) <= minute && minute < fine,
                ) && isOpen(rules, esperto, minute);
              if (free) run.push(minute);
              else {
                if (run.length >= durata && !run.every((open) => offered.has(open))) return false;
                run = [];
              }
            }
          }
          return true;
        }),
        { numRuns: 15 },
      );
    });
  },
);
