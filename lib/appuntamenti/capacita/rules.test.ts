import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayOfWeek } from "@/lib/dates";
import { type Disponibilita, type Impegno, orariLiberi } from "../orari/rules";
import { type Conto, lunedi, minutiPrevisti, ore, percento, perMotivo, settimane } from "./rules";

const OGGI = "2026-10-07";
const APERTO = (_data: string): boolean => false;
const minuti = (istante: string) => Date.parse(istante) / 60_000;
const regola = (over: Partial<Disponibilita> = {}): Disponibilita => ({
  esperto: "olga",
  giorno: 1,
  dalle: "09:00",
  alle: "13:00",
  ogniSettimane: 1,
  dal: "2026-01-01",
  al: null,
  ...over,
});
const week = (disponibilita: Disponibilita[], assenze: Impegno[] = [], chiuso = APERTO) =>
  minutiPrevisti(disponibilita, assenze, "2026-10-05", "2026-10-11", chiuso);

describe("planned minutes", () => {
  it("are those of the openings, overlapping ones once, each esperto's own", () => {
    expect(week([regola()])).toBe(240);
    expect(week([regola(), regola({ dalle: "12:00", alle: "14:00" })])).toBe(300);
    expect(week([regola(), regola({ esperto: "livia" })])).toBe(480);
    expect(week([regola({ giorno: 7 })])).toBe(240);
    expect(week([regola({ dal: "2026-10-06" })])).toBe(0);
    expect(week([regola({ al: "2026-10-05" })])).toBe(240);
    expect(week([regola({ al: "2026-10-04" })])).toBe(0);
    expect(week([regola({ ogniSettimane: 2, dal: "2026-09-28" })])).toBe(0);
  });

  it("are none on a day on which the sede is shut, and less by an assenza", () => {
    const lunediMattina = { inizio: minuti("2026-10-05T08:00Z"), fine: minuti("2026-10-05T09:30Z") };
    expect(week([regola()], [], (data) => data === "2026-10-05")).toBe(0);
    const via = (esperto: string | null, quando = lunediMattina) => ({ esperto, ...quando, assenza: true });
    expect(week([regola()], [via("olga")])).toBe(150);
    expect(week([regola()], [via(null)])).toBe(150);
    expect(week([regola()], [via("livia")])).toBe(240);
    const doppia = via(null, { inizio: minuti("2026-10-05T09:00Z"), fine: minuti("2026-10-05T10:00Z") });
    expect(week([regola()], [via("olga"), doppia])).toBe(120);
  });

  it("are an hour less, or more, where the clock jumps over them", () => {
    const notte = regola({ giorno: 7, dalle: "00:00", alle: "24:00" });
    expect(minutiPrevisti([notte], [], "2026-03-29", "2026-03-29", APERTO)).toBe(23 * 60);
    expect(minutiPrevisti([notte], [], "2026-10-25", "2026-10-25", APERTO)).toBe(25 * 60);
  });

  it("are as many as the agenda can offer, minute by minute", () => {
    const ora = fc.integer({ min: 0, max: 24 * 4 }).map((quarti) => {
      const [ore, resto] = [Math.floor(quarti / 4), (quarti % 4) * 15];
      return `${String(ore).padStart(2, "0")}:${String(resto).padStart(2, "0")}`;
    });
    const regole = fc.array(
      fc
        .record({
          esperto: fc.constantFrom("olga", "livia"),
          giorno: fc.integer({ min: 1, max: 7 }),
          a: ora,
          b: ora,
        })
        .filter(({ a, b }) => a !== b && a !== "24:00" && b !== "24:00")
        .map(({ a, b, ...chi }) => {
          const [dalle = "", alle = ""] = [a, b].sort();
          return regola({ ...chi, dalle, alle });
        }),
      { maxLength: 5 },
    );
    const assenze = fc.array(
      fc.record({ esperto: fc.constantFrom("olga", "livia", null), da: fc.nat(7 * 96), per: fc.nat(96) }),
      { maxLength: 4 },
    );
    // With the day on which the clock goes back.
    const inizio = "2026-10-19";
    fc.assert(
      fc.property(regole, assenze, fc.integer({ min: 1, max: 7 }), (disponibilita, via, festa) => {
        const impegni = via.map(({ esperto, da, per }) => {
          const dal = minuti(`${inizio}T00:00Z`) + da * 15;
          return { esperto, inizio: dal, fine: dal + per * 15, assenza: true };
        });
        const chiuso = (data: string) => dayOfWeek(data) === festa;
        const al = addDays(inizio, 6);
        const richiesta = { dal: inizio, al, nonPrimaDi: 0, durata: 1, pausa: 0 };
        const offerti = orariLiberi(disponibilita, impegni, richiesta, chiuso).length;
        expect(minutiPrevisti(disponibilita, impegni, inizio, al, chiuso)).toBe(offerti);
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});

describe("what became of them", () => {
  const conto = (over: Partial<Conto>): Conto => ({
    ...{ lunedi: "2026-10-05", motivo: "rapporto_sospeso", stato: "tenuto", quanti: 2, minuti: 60 },
    ...over,
  });
  const CONTI = [
    conto({}),
    conto({ stato: "non_presentato", quanti: 1, minuti: 30 }),
    conto({ stato: "annullato", quanti: 4, minuti: 120 }),
    conto({ stato: "chiuso_e_definito", quanti: 1, minuti: 30 }),
    conto({ stato: "confermato", motivo: "pagamento_doppio", quanti: 5, minuti: 100 }),
    conto({ lunedi: "2026-11-23", stato: "confermato", quanti: 1, minuti: 30 }),
  ];

  it("eight weeks back, eight from this one on", () => {
    const giorni = lunedi(OGGI);
    expect(giorni).toHaveLength(16);
    expect([giorni[0], giorni[8], giorni[15]]).toEqual(["2026-08-10", "2026-10-05", "2026-11-23"]);
    // A Sunday still belongs to its week.
    expect(lunedi("2026-10-11")).toEqual(giorni);
    expect(lunedi("2026-10-12")[8]).toBe("2026-10-12");
  });

  it("what was cancelled or solved took no time; what nobody came to did", () => {
    const tutte = settimane(OGGI, [regola()], [], CONTI, APERTO);
    expect(tutte[8]).toEqual({
      ...{ lunedi: "2026-10-05", previsti: 240, quanti: 8, tenuti: 2, nonPresentati: 1, annullati: 4 },
      ...{ prenotati: 190, usati: 60 },
    });
    expect(tutte[15]).toMatchObject({ quanti: 1, prenotati: 30, usati: 0 });
    expect(tutte[0]).toMatchObject({ quanti: 0, previsti: 240 });
  });

  it("by reason, the most asked for first", () => {
    expect(perMotivo(CONTI).map(({ motivo, quanti }) => [motivo, quanti])).toEqual([
      ["pagamento_doppio", 5],
      ["rapporto_sospeso", 4],
    ]);
    expect(perMotivo([])).toEqual([]);
  });

  it("shares and hours are round", () => {
    expect(percento(1, 3)).toBe(33);
    expect(percento(1, 0)).toBeNull();
    expect([0, 3, 30, 45, 60].map(ore)).toEqual([0, 0.1, 0.5, 0.8, 1]);
  });
});
