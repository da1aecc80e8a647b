import { describe, expect, it } from "vitest";
import type { Regola } from "./cambi/rules";
import {
  accanto,
  type DatiAgenda,
  type GiornoAgenda,
  giorniDi,
  giornoAgenda,
  type InAgenda,
  limitiDi,
  soloDi,
} from "./rules";

const at = (istante: string) => new Date(istante);
const giovedi: Regola = {
  ...{ id: "g", esperto: "elena", giorno: 4, dalle: "09:00", alle: "12:00" },
  ...{ ogniSettimane: 1, dal: "2026-01-01", al: null, modi: ["in_persona"] },
};
const preso = (inizio: string, minuti: number, over: Partial<InAgenda> = {}): InAgenda => {
  const fineAt = new Date(Date.parse(inizio) + minuti * 60_000);
  return {
    ...{
      id: inizio,
      numero: "1A2B-3C4D",
      esperto: "elena",
      espertoNome: "Elena",
      datoreNome: "Rossi Anna",
      modo: "in_persona",
    },
    ...{ inizioAt: at(inizio), fineAt, stato: "confermato", daSpostareAt: null, motivo: "Un motivo" },
    ...{ liberoDa: fineAt.getTime() / 60_000, ...over },
  };
};
const dati = (over: Partial<DatiAgenda> = {}): DatiAgenda => ({
  ...{ regole: [giovedi], appuntamenti: [], assenze: [], patrono: null },
  ...over,
});
const inRome = new Intl.DateTimeFormat("it-IT", { timeZone: "Europe/Rome", timeStyle: "short" });
const read = ({ voci }: GiornoAgenda) =>
  voci.map(
    ({ tipo, inizio, fine, esperto }) =>
      `${inRome.format(inizio * 60_000)}-${inRome.format(fine * 60_000)} ${tipo} ${esperto ?? "tutti"}`,
  );
const giorno = (over: Partial<DatiAgenda>, data = "2026-11-26") => giornoAgenda(dati(over), data);

describe("giornoAgenda", () => {
  it("tells what is booked, what is held, and what is free between them, in order", () => {
    const appuntamenti = [
      preso("2026-11-26T08:30Z", 20, { liberoDa: Date.parse("2026-11-26T09:00Z") / 60_000 }),
      preso("2026-11-26T10:40Z", 20, { stato: "in_prenotazione" }),
    ];
    expect(read(giorno({ appuntamenti }))).toEqual([
      "09:00-09:30 libero elena",
      "09:30-09:50 appuntamento elena",
      "10:00-11:40 libero elena",
      "11:40-12:00 prenotazione elena",
    ]);
  });

  it("leaves out what is of another day, and openings of another day of the week", () => {
    const appuntamenti = [preso("2026-11-25T22:59Z", 20), preso("2026-11-26T23:00Z", 20)];
    expect(read(giorno({ appuntamenti, regole: [{ ...giovedi, giorno: 3 }] }))).toEqual([]);
  });

  it("cuts an assenza to the day, and takes it from what is free", () => {
    const assenza = { id: "a", esperto: "elena", motivo: "Corso" };
    const finoAlle10 = { ...assenza, inizioAt: at("2026-11-24T12:00Z"), fineAt: at("2026-11-26T09:00Z") };
    const found = giorno({ assenze: [finoAlle10] });
    expect(read(found)).toEqual(["00:00-10:00 assenza elena", "10:00-12:00 libero elena"]);
    expect(found.voci[0]).toMatchObject({ giornata: false, motivo: "Corso" });
    const [tutto] = giorno({ assenze: [finoAlle10] }, "2026-11-25").voci;
    expect(tutto).toMatchObject({ giornata: true });
    expect(read(giorno({ assenze: [finoAlle10] }, "2026-11-27"))).toEqual([]);
  });

  it("offers nothing on a holiday or the patron's day, and still tells what was booked", () => {
    const ogniGiorno = [1, 2, 3, 4, 5, 6, 7].map((quale) => ({
      ...giovedi,
      id: String(quale),
      giorno: quale,
    }));
    const natale = giorno(
      { regole: ogniGiorno, appuntamenti: [preso("2026-12-25T09:00Z", 20)] },
      "2026-12-25",
    );
    expect(natale.festa).toBe("Natale di Gesù");
    expect(read(natale)).toEqual(["10:00-10:20 appuntamento elena"]);
    const patrono = { mese: 6, giorno: 24, nome: "San Giovanni" };
    expect(giorno({ regole: ogniGiorno, patrono }, "2027-06-24")).toMatchObject({
      festa: "San Giovanni",
      voci: [],
    });
    expect(giorno({ regole: ogniGiorno, patrono }, "2027-06-23").festa).toBeNull();
  });

  it.each([
    ["2026-03-29", 23],
    ["2026-10-25", 25],
    ["2026-12-31", 24],
    ["2028-02-29", 24],
  ])("%s has %s hours", (data, ore) => {
    const { inizio, fine } = limitiDi(data);
    expect((fine - inizio) / 60).toBe(ore);
    const chiusa = {
      id: "a",
      esperto: null,
      motivo: "",
      inizioAt: at(`${data}T00:00Z`),
      fineAt: at("2029-01-01"),
    };
    const [assenza] = giornoAgenda(dati({ assenze: [chiusa] }), data).voci;
    expect(assenza).toMatchObject({ fine });
  });

  it("keeps the hours of the wall on the days on which clocks change", () => {
    const regole = [{ ...giovedi, giorno: 7, dalle: "01:00", alle: "05:00" }];
    const lunga = (data: string) => {
      const [libero] = giornoAgenda(dati({ regole }), data).voci;
      return libero && libero.fine - libero.inizio;
    };
    expect([lunga("2026-03-22"), lunga("2026-03-29"), lunga("2026-10-25")]).toEqual([240, 180, 300]);
  });
});

describe("the days of a view", () => {
  it.each([
    ["2026-11-26", "2026-11-23", "2026-11-29"],
    ["2026-11-23", "2026-11-23", "2026-11-29"],
    ["2026-11-29", "2026-11-23", "2026-11-29"],
    ["2027-01-01", "2026-12-28", "2027-01-03"],
    ["2028-02-29", "2028-02-28", "2028-03-05"],
  ])("the week of %s", (data, dal, al) => {
    const giorni = giorniDi("settimana", data);
    expect([giorni[0], giorni.at(-1), giorni.length]).toEqual([dal, al, 7]);
    expect(giorniDi("giorno", data)).toEqual([data]);
  });

  it("the one before and the one after", () => {
    expect(accanto("settimana", "2026-12-31", 1)).toBe("2027-01-07");
    expect(accanto("settimana", "2026-11-26", -1)).toBe("2026-11-19");
    expect(accanto("giorno", "2028-02-28", 1)).toBe("2028-02-29");
  });
});

it("of one esperto are their own things, and when the whole sede is away", () => {
  const assenza = { id: "a", motivo: "", inizioAt: at("2026-11-26T00:00Z"), fineAt: at("2026-11-26T01:00Z") };
  const tutti = dati({
    regole: [giovedi, { ...giovedi, esperto: "furio" }],
    appuntamenti: [preso("2026-11-26T09:00Z", 20), preso("2026-11-26T09:00Z", 20, { esperto: "furio" })],
    assenze: [
      { ...assenza, esperto: "furio" },
      { ...assenza, esperto: null },
    ],
  });
  const suoi = soloDi(tutti, "elena");
  expect([suoi.regole.length, suoi.appuntamenti.length, suoi.assenze.length]).toEqual([1, 1, 1]);
  expect(soloDi(tutti, null)).toBe(tutti);
});
