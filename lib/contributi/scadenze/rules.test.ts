import { describe, expect, it } from "vitest";
import { scadenzaCessazione, scadenzaTrimestre, scadenzeAnno, type Trimestre } from "./rules";

// From the calendar, by hand: Sundays, and 10 April 2023 that was the day after Easter. The rest are working days
// or Saturdays (10-10-2020, 10-04-2021, 10-07-2021, 10-01-2026, 10-10-2026, 10-04-2027, 10-07-2027).
const ATTESE: [anno: number, primo: string, secondo: string, terzo: string, quarto: string][] = [
  [2018, "2018-04-10", "2018-07-10", "2018-10-10", "2019-01-10"],
  [2019, "2019-04-10", "2019-07-10", "2019-10-10", "2020-01-10"],
  [2020, "2020-04-10", "2020-07-10", "2020-10-10", "2021-01-11"],
  [2021, "2021-04-10", "2021-07-10", "2021-10-11", "2022-01-10"],
  [2022, "2022-04-11", "2022-07-11", "2022-10-10", "2023-01-10"],
  [2023, "2023-04-11", "2023-07-10", "2023-10-10", "2024-01-10"],
  [2024, "2024-04-10", "2024-07-10", "2024-10-10", "2025-01-10"],
  [2025, "2025-04-10", "2025-07-10", "2025-10-10", "2026-01-10"],
  [2026, "2026-04-10", "2026-07-10", "2026-10-10", "2027-01-11"],
  [2027, "2027-04-10", "2027-07-10", "2027-10-11", "2028-01-10"],
  [2028, "2028-04-10", "2028-07-10", "2028-10-10", "2029-01-10"],
  [2029, "2029-04-10", "2029-07-10", "2029-10-10", "2030-01-10"],
  [2030, "2030-04-10", "2030-07-10", "2030-10-10", "2031-01-10"],
];
const TRIMESTRI: Trimestre[] = [1, 2, 3, 4];

describe("scadenzaTrimestre", () => {
  it.each(ATTESE)("%d", (anno, ...attese) => {
    expect(TRIMESTRI.map((trimestre) => scadenzaTrimestre(anno, trimestre).scadenza)).toEqual(attese);
  });

  it("a Sunday moves to Monday and says so", () => {
    expect(scadenzaTrimestre(2026, 4)).toEqual({
      anno: 2026,
      trimestre: 4,
      nominale: "2027-01-10",
      scadenza: "2027-01-11",
      motivo: "domenica",
      festa: null,
    });
  });

  it("the day after Easter moves to Tuesday and is named", () => {
    expect(scadenzaTrimestre(2023, 1)).toMatchObject({
      nominale: "2023-04-10",
      scadenza: "2023-04-11",
      motivo: "festivo",
      festa: "Lunedì dell’Angelo",
    });
  });

  it("a Saturday stays, unless the setting moves it", () => {
    expect(scadenzaTrimestre(2026, 3)).toMatchObject({ scadenza: "2026-10-10", motivo: null, festa: null });
    expect(scadenzaTrimestre(2026, 3, { sabatoSposta: false })).toMatchObject({ scadenza: "2026-10-10" });
    expect(scadenzaTrimestre(2026, 3, { sabatoSposta: true })).toMatchObject({
      nominale: "2026-10-10",
      scadenza: "2026-10-12",
      motivo: "sabato",
    });
  });
});

describe("scadenzaCessazione", () => {
  it.each([
    ["an ordinary day", "2025-08-31", "2025-09-10", "2025-09-10", null],
    ["a Saturday", "2026-09-30", "2026-10-10", "2026-10-10", null],
    ["a Sunday", "2026-10-01", "2026-10-11", "2026-10-12", "domenica"],
    ["1 January, a Friday", "2026-12-22", "2027-01-01", "2027-01-02", "festivo"],
    ["Christmas, then Santo Stefano, then a Sunday", "2026-12-15", "2026-12-25", "2026-12-28", "festivo"],
    ["a Sunday, then Christmas and Santo Stefano", "2023-12-14", "2023-12-24", "2023-12-27", "domenica"],
    ["Easter Sunday, then the Monday", "2026-03-26", "2026-04-05", "2026-04-07", "domenica"],
    ["a holiday on a Saturday", "2026-04-15", "2026-04-25", "2026-04-27", "festivo"],
    ["San Francesco, a holiday again since 2026", "2027-09-24", "2027-10-04", "2027-10-05", "festivo"],
    ["San Francesco before 2026", "2024-09-24", "2024-10-04", "2024-10-04", null],
    ["across 29 February", "2024-02-19", "2024-02-29", "2024-02-29", null],
  ])("%s", (_, dataFine, nominale, scadenza, motivo) => {
    expect(scadenzaCessazione(dataFine)).toMatchObject({ nominale, scadenza, motivo });
  });

  it("a holiday has its Italian name", () => {
    expect(scadenzaCessazione("2026-12-15").festa).toBe("Natale di Gesù");
  });
});

describe("scadenzeAnno", () => {
  it("gives the four that fall in the year, the first for the year before", () => {
    expect(scadenzeAnno(2027)).toMatchObject([
      { anno: 2026, trimestre: 4, scadenza: "2027-01-11", motivo: "domenica" },
      { anno: 2027, trimestre: 1, scadenza: "2027-04-10", motivo: null },
      { anno: 2027, trimestre: 2, scadenza: "2027-07-10", motivo: null },
      { anno: 2027, trimestre: 3, scadenza: "2027-10-11", motivo: "domenica" },
    ]);
  });
});
