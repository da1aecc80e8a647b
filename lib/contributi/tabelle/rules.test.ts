import { describe, expect, it } from "vitest";
import { ANNI_TABELLE, ORE_SETTIMANALI_DELLE_FASCE, tabellaContributi } from "./rules";

// As printed in the circulars and in the trade press that reproduces them: conventional wage, open-ended with and
// without CUAF, fixed-term with and without CUAF, lavoratore's share. A star: not seen in print, computed.
const PUBBLICATE: [anno: number, numero: number, data: string, righe: string][] = [
  [
    2018,
    15,
    "2018-01-29",
    `
    ≤ 7.97      | 7.05 1.41 1.42 1.51 1.51 0.35
    7.97–9.70   | 7.97 1.59 1.60 1.70 1.71 0.40
    > 9.70      | 9.70 1.94 1.95 2.07 2.08 0.49
    > 24 h      | 5.13 1.02 1.03 1.10 1.10 0.26
  `,
  ],
  [
    2019,
    16,
    "2019-02-01",
    `
    ≤ 8.06      | 7.13 1.42 1.43 1.52 1.53 0.36
    8.06–9.81   | 8.06 1.61 1.62 1.72 1.73 0.40
    > 9.81      | 9.81 1.96 1.97 2.10 2.11 0.49
    > 24 h      | 5.19 1.04 1.04 1.11 1.12 0.26
  `,
  ],
  [
    2020,
    17,
    "2020-02-06",
    `
    ≤ 8.10      | 7.17 1.43 1.44 1.53 1.54* 0.36
    8.10–9.86   | 8.10 1.62 1.63 1.73* 1.74* 0.41
    > 9.86      | 9.86 1.97 1.98 2.11* 2.12* 0.49
    > 24 h      | 5.22 1.04 1.05 1.12 1.12* 0.26
  `,
  ],
  [
    2021,
    9,
    "2021-01-25",
    `
    ≤ 8.10      | 7.17 1.43 1.44 1.53 1.54* 0.36
    8.10–9.86   | 8.10 1.62 1.63 1.73* 1.74* 0.41
    > 9.86      | 9.86 1.97 1.98 2.11* 2.12* 0.49
    > 24 h      | 5.22 1.04 1.05 1.12 1.12* 0.26
  `,
  ],
  [
    2022,
    17,
    "2022-02-01",
    `
    ≤ 8.25      | 7.31 1.46 1.47 1.56 1.57 0.37
    8.25–10.05  | 8.25 1.65 1.66 1.76 1.77 0.41
    > 10.05     | 10.05 2.01 2.02 2.15 2.16 0.50
    > 24 h      | 5.32 1.06 1.07 1.14* 1.14* 0.27
  `,
  ],
  [
    2023,
    13,
    "2023-02-02",
    `
    ≤ 8.92      | 7.90 1.58 1.59 1.69 1.70 0.40
    8.92–10.86  | 8.92 1.78 1.79 1.91 1.92 0.45
    > 10.86     | 10.86 2.17 2.18 2.32 2.33 0.55
    > 24 h      | 5.75 1.15 1.16 1.23 1.24 0.29
  `,
  ],
  [
    2024,
    23,
    "2024-01-29",
    `
    ≤ 9.40      | 8.33 1.66 1.67 1.78 1.79 0.42
    9.40–11.45  | 9.40 1.88 1.89 2.01 2.02 0.47
    > 11.45     | 11.45 2.29 2.30 2.45 2.46 0.57
    > 24 h      | 6.06 1.21 1.22 1.29 1.30 0.30
  `,
  ],
  [
    2025,
    29,
    "2025-01-30",
    `
    ≤ 9.48      | 8.40 1.68 1.69 1.79 1.80 0.42
    9.48–11.54  | 9.48 1.89 1.90 2.03 2.04 0.48
    > 11.54     | 11.54 2.30 2.32 2.47 2.48 0.58
    > 24 h      | 6.11 1.22 1.23 1.31 1.31 0.31
  `,
  ],
  [
    2026,
    9,
    "2026-02-03",
    `
    ≤ 9.61      | 8.52 1.70 1.71 1.82 1.83 0.43
    9.61–11.70  | 9.61 1.92 1.93 2.05 2.06 0.48
    > 11.70     | 11.70 2.34 2.35 2.50 2.51 0.59
    > 24 h      | 6.20 1.24 1.25 1.32 1.33 0.31
  `,
  ],
];

describe("tabellaContributi", () => {
  it("covers every year from 2018 to 2026, newest first", () => {
    expect(ANNI_TABELLE).toEqual([2026, 2025, 2024, 2023, 2022, 2021, 2020, 2019, 2018]);
    expect(tabellaContributi(2017)).toBeNull();
    expect(tabellaContributi(2027)).toBeNull();
    expect(ORE_SETTIMANALI_DELLE_FASCE).toBe(24);
  });

  it.each(PUBBLICATE)("%d has every cell of circular %d of %s", (anno, numero, data, righe) => {
    const tabella = tabellaContributi(anno);
    expect(tabella?.circolare).toEqual({ numero, data });
    expect(tabella?.fasce.map((fascia) => fascia.tipo)).toEqual([
      "retribuzione",
      "retribuzione",
      "retribuzione",
      "oltre_24_ore",
    ]);

    const computed = tabella?.fasce.map((fascia) => ({
      limiti: [fascia.oltre, fascia.finoA],
      celle: [fascia.retribuzioneConvenzionale, ...Object.values(fascia.importi), fascia.quotaLavoratore],
    }));
    expect(computed).toEqual(righe.trim().split("\n").map(readRiga));
  });

  it("rounds once: 8,40 × 21,4875% = 1,80495 is 1,80", () => {
    expect(tabellaContributi(2025)?.fasce[0]?.importi.determinatoSenzaCuaf).toBe(180);
  });
});

function readRiga(riga: string) {
  const [limiti = "", celle = ""] = riga.split("|").map((part) => part.trim());
  return {
    limiti: readLimiti(limiti),
    celle: celle.split(" ").map((cella) => toCents(cella.replace("*", ""))),
  };
}

function readLimiti(limiti: string) {
  if (limiti === "> 24 h") return [null, null];
  if (limiti.startsWith("≤")) return [null, toCents(limiti.slice(2))];
  if (limiti.startsWith(">")) return [toCents(limiti.slice(2)), null];
  return limiti.split("–").map(toCents);
}

const toCents = (text: string) => Number(text.replace(".", ""));
