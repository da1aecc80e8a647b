import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addYears } from "@/lib/dates";
import {
  anniPerTrimestri,
  anomalie,
  inArrivo,
  isNegliUltimiCinqueAnni,
  type RigaContributo,
  righePagamenti,
  STATI_CONTRIBUTO,
  situazioneContributo,
  situazioni,
  totali,
} from "./rules";

const OGGI = "2026-10-05";
const SCADENZA = "2026-07-10";

const aContributo = (over: Partial<RigaContributo> = {}): RigaContributo => ({
  rapporto: "6007000008",
  anno: 2026,
  trimestre: 2,
  progressivo: 1,
  importo: 10000,
  scadenza: SCADENZA,
  codiceAvviso: null,
  sospensione: null,
  ...over,
});
const paid = (data: string, importo: number) => ({ data, importo });

describe("situazioneContributo", () => {
  const of = (versamenti: ReturnType<typeof paid>[], over: Partial<RigaContributo> = {}, oggi = OGGI) =>
    situazioneContributo(aContributo(over), versamenti, oggi);

  it.each([
    ["2026-07-09", "in_scadenza"],
    ["2026-07-10", "in_scadenza"],
    ["2026-07-11", "scaduto"],
  ])("with nothing paid, on %s it is %s", (oggi, stato) => {
    const nothing = { pagato: 0, residuo: 10000, eccedenza: 0, saldatoIl: null, ultimoVersamento: null };
    expect(of([], {}, oggi)).toEqual({ stato, ...nothing });
  });

  it.each([
    ["2026-07-09", "pagato"],
    ["2026-07-10", "pagato"],
    ["2026-07-11", "pagato_in_ritardo"],
  ])("paid whole on %s it is %s", (data, stato) => {
    expect(of([paid(data, 10000)])).toMatchObject({
      stato,
      residuo: 0,
      saldatoIl: data,
      ultimoVersamento: data,
    });
  });

  it.each([
    [1, "pagato_in_parte", 9999, 0],
    [9999, "pagato_in_parte", 1, 0],
    [10000, "pagato", 0, 0],
    [10001, "pagato", 0, 1],
  ])("with %d cents of 10000 it is %s", (importo, stato, residuo, eccedenza) => {
    expect(of([paid(SCADENZA, importo)])).toMatchObject({ stato, pagato: importo, residuo, eccedenza });
  });

  it("paid in part stays so before and after scadenza", () => {
    expect(of([paid("2026-06-01", 1)], {}, "2026-07-01").stato).toBe("pagato_in_parte");
    expect(of([paid("2026-06-01", 1)], {}, "2027-07-01").stato).toBe("pagato_in_parte");
  });

  it("is in time when the sum is reached in time, whatever comes later and in whatever order rows come", () => {
    const versamenti = [paid("2026-09-01", 10000), paid("2026-07-10", 4000), paid("2026-07-01", 6000)];
    expect(of(versamenti)).toMatchObject({
      stato: "pagato",
      eccedenza: 10000,
      saldatoIl: "2026-07-10",
      ultimoVersamento: "2026-09-01",
    });
  });

  it("is late when the last cent comes the day after", () => {
    expect(of([paid("2026-07-10", 9999), paid("2026-07-11", 1)])).toMatchObject({
      stato: "pagato_in_ritardo",
      saldatoIl: "2026-07-11",
    });
  });

  it("a suspended one owes nothing, paid or not", () => {
    expect(of([], { sospensione: "maternita" })).toMatchObject({
      stato: "sospeso",
      residuo: 0,
      saldatoIl: null,
    });
    expect(of([paid(SCADENZA, 500)], { sospensione: "aspettativa" })).toMatchObject({
      stato: "sospeso",
      pagato: 500,
      residuo: 0,
    });
  });

  it("an importo of zero is reached by itself", () => {
    expect(of([], { importo: 0 })).toMatchObject({ stato: "pagato", residuo: 0, saldatoIl: null });
    expect(of([paid("2026-09-01", 5)], { importo: 0 })).toMatchObject({ stato: "pagato", eccedenza: 5 });
  });

  it("a versamento of zero pays nothing", () => {
    expect(of([paid("2026-07-01", 0)])).toMatchObject({ stato: "scaduto", ultimoVersamento: "2026-07-01" });
  });
});

describe("the last five years", () => {
  it.each([
    ["2021-10-04", OGGI, false],
    ["2021-10-05", OGGI, true],
    ["2026-10-05", OGGI, true],
    ["2023-02-27", "2028-02-29", false],
    ["2023-02-28", "2028-02-29", true],
  ])("of a versamento of %s, on %s: %s", (data, oggi, expected) => {
    expect(isNegliUltimiCinqueAnni(data, oggi)).toBe(expected);
  });
});

describe("a drawer", () => {
  const contributi = [
    aContributo({ anno: 2015, trimestre: 1, scadenza: "2015-04-10", importo: 700 }),
    aContributo({ anno: 2021, trimestre: 2, scadenza: "2021-07-10", importo: 1000 }),
    aContributo({ anno: 2021, trimestre: 3, scadenza: "2021-10-11", importo: 2000 }),
    aContributo({ anno: 2026, trimestre: 2, importo: 3000 }),
    aContributo({ anno: 2026, trimestre: 3, scadenza: "2026-10-10", importo: 4000 }),
    aContributo({ anno: 2026, trimestre: 3, scadenza: "2026-10-10", importo: 50, progressivo: 2 }),
    aContributo({ anno: 2026, trimestre: 3, scadenza: "2026-10-05", importo: 60, rapporto: "6007000001" }),
    aContributo({ anno: 2026, trimestre: 1, importo: 0, sospensione: "maternita" }),
  ];
  const versamenti = [
    { ...aContributo({ anno: 2021, trimestre: 2 }), ...paid("2021-10-04", 1000) },
    { ...aContributo({ anno: 2021, trimestre: 3 }), ...paid("2021-10-05", 4000) },
    { ...aContributo({ anno: 2026, trimestre: 2 }), ...paid("2026-07-01", 1000) },
    { ...aContributo({ anno: 2026, trimestre: 3, progressivo: 2 }), ...paid("2026-10-01", 51) },
  ];
  const drawer = situazioni(contributi, versamenti, OGGI);

  it("gives each contributo its own versamenti", () => {
    expect(drawer.map(({ stato }) => stato).join(" ")).toBe(
      "scaduto pagato_in_ritardo pagato pagato_in_parte in_scadenza pagato in_scadenza sospeso",
    );
    expect(drawer.map(({ contributo }) => contributo)).toEqual(contributi);
  });

  it("adds up what was paid and what is due, however old, and splits it at today", () => {
    expect(totali(drawer, versamenti, OGGI)).toEqual({
      pagatoCinqueAnni: 4000 + 1000 + 51,
      daPagareScaduto: 700 + 2000,
      inScadenza: 4000 + 60,
      residuoTotale: 6760,
    });
  });

  it("lists what was paid in five years or is still due, newest first", () => {
    const listed = righePagamenti(drawer, OGGI).map(
      ({ contributo: c }) => `${c.anno}/${c.trimestre} ${c.rapporto} ${c.progressivo}`,
    );
    expect(listed).toEqual([
      "2026/3 6007000001 1",
      "2026/3 6007000008 1",
      "2026/3 6007000008 2",
      "2026/2 6007000008 1",
      "2021/3 6007000008 1",
      "2015/1 6007000008 1",
    ]);
  });

  it("counts as coming what is still due today or later, the first due date first", () => {
    const scadenze = (oggi: string) =>
      inArrivo(situazioni(contributi, versamenti, oggi), oggi).map(({ contributo }) => contributo.scadenza);
    const dopo = scadenze(OGGI);
    expect(dopo).toEqual([...dopo].sort());
    expect(dopo[0]).toBe("2026-10-05");
    expect(scadenze("2026-10-05")[0]).toBe("2026-10-05");
    expect(scadenze("2026-10-06")).not.toContain("2026-10-05");
    expect(inArrivo([], OGGI)).toEqual([]);
  });

  it("finds what is not in order", () => {
    const [attivo, sospeso] = ["attivo", "sospeso_in_definizione"] as const;
    const rapporti = [attivo, sospeso].map((stato, index) => ({ codice: String(index), stato }));
    expect(anomalie(drawer, rapporti)).toEqual([
      { tipo: "trimestre_non_pagato", situazione: drawer[0] },
      { tipo: "pagato_in_parte", situazione: drawer[3] },
      { tipo: "pagato_due_volte", situazione: drawer[2] },
      { tipo: "pagato_in_piu", situazione: drawer[5] },
      { tipo: "rapporto_sospeso_in_definizione", rapporto: rapporti[1] },
    ]);
  });

  it("lays the quarters out by year, newest first, several to a cell", () => {
    const grid = anniPerTrimestri(drawer);
    expect(grid.map(({ anno, trimestri }) => [anno, ...trimestri.map((cell) => cell.length)])).toEqual([
      [2026, 1, 1, 3, 0],
      [2021, 0, 1, 1, 0],
      [2015, 1, 0, 0, 0],
    ]);
  });
});

describe("whatever the rows", () => {
  const day = fc.integer({ min: -2500, max: 2500 }).map((days) => addDays(OGGI, days));
  const row = fc.record({
    importo: fc.nat(50_000),
    scadenza: day,
    sospensione: fc.option(fc.constant("maternita" as const), { freq: 5 }),
    versamenti: fc.array(fc.record({ data: day, importo: fc.nat(50_000) }), { maxLength: 4 }),
  });
  const drawer = fc.array(row, { maxLength: 30 }).map((rows) => ({
    contributi: rows.map((one, index) => aContributo({ ...one, progressivo: index + 1 })),
    versamenti: rows.flatMap((one, index) =>
      one.versamenti.map((versamento) => ({ ...aContributo({ progressivo: index + 1 }), ...versamento })),
    ),
  }));

  it("the state is one of six, and its figures agree with it", () => {
    fc.assert(
      fc.property(row, ({ versamenti, ...over }) => {
        const found = situazioneContributo(aContributo(over), versamenti, OGGI);
        expect(STATI_CONTRIBUTO).toContain(found.stato);
        expect(found.residuo > 0).toBe(["in_scadenza", "scaduto", "pagato_in_parte"].includes(found.stato));
        expect(found.residuo * found.eccedenza).toBe(0);
        if (found.stato === "pagato" && found.saldatoIl) expect(found.saldatoIl <= over.scadenza).toBe(true);
        if (found.stato === "pagato_in_ritardo") expect((found.saldatoIl ?? "") > over.scadenza).toBe(true);
      }),
    );
  });

  it("what is still due is what one counts by hand", () => {
    fc.assert(
      fc.property(drawer, ({ contributi, versamenti }) => {
        const byHand = contributi.reduce((sum, contributo) => {
          const own = versamenti.filter(({ progressivo }) => progressivo === contributo.progressivo);
          const missing = contributo.importo - own.reduce((total, { importo }) => total + importo, 0);
          return sum + (contributo.sospensione === null && missing > 0 ? missing : 0);
        }, 0);
        const all = situazioni(contributi, versamenti, OGGI);
        expect(totali(all, versamenti, OGGI).residuoTotale).toBe(byHand);

        const listed = righePagamenti(all, OGGI);
        expect(listed.reduce((sum, { residuo }) => sum + residuo, 0)).toBe(byHand);
        const dal = addYears(OGGI, -5);
        const recent = new Set(versamenti.filter(({ data }) => data >= dal).map((one) => one.progressivo));
        const inList = new Set(listed.map(({ contributo }) => contributo.progressivo));
        expect([...recent].filter((progressivo) => !inList.has(progressivo))).toEqual([]);
      }),
    );
  });
});
