import { describe, expect, it } from "vitest";
import { formatDurata, progressLine, riepilogoTable } from "./rules";

describe("progress", () => {
  it("tells file, rows, speed and time left", () => {
    const avanzamento = { file: "contributi", righe: 1_200_000, byteLetti: 25, byteTotali: 100 } as const;
    expect(progressLine({ ...avanzamento, fase: "lettura" }, 4)).toBe(
      "contributi.csv: 1.200.000 righe, 300.000 righe/s, mancano 12 s",
    );
    expect(progressLine({ ...avanzamento, fase: "unione" }, 4)).toContain("unione con i dati presenti");
  });

  it("rounds durations up", () => {
    expect([0, 59.2, 61, 3_725].map(formatDurata)).toEqual(["0 s", "1 min 0 s", "1 min 1 s", "1 h 2 min"]);
  });
});

describe("the final table", () => {
  it("has a row per file and a total", () => {
    const row = { lette: 1_000, nuove: 990, cambiate: 0, uguali: 0, scartate: 10 };
    expect(riepilogoTable([{ file: "sedi.csv", ...row }])).toBe(
      [
        "file      lette  nuove  cambiate  uguali  scartate",
        "sedi.csv  1.000    990         0       0        10",
        "totale    1.000    990         0       0        10",
      ].join("\n"),
    );
  });
});
