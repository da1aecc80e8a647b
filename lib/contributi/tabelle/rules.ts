/**
 * The hourly contributions of domestic work, 2018-2026, as INPS's yearly circulars print them.
 * Only the conventional wages are typed. Every amount is wage × rate, rounded half up once: that gives every printed
 * cell (2025: 8,40 × 21,4875% = 1,80495 is 1,80; rounding twice gives 1,81). The rates are those stated for 2026,
 * and reproduce all the years; a fixed term costs 1,40% more (L. 92/2012, art. 2 c. 28).
 */
import type { DataIso } from "@/lib/dates";
import type { Cents } from "@/lib/money";

/** In millionths of the conventional wage. */
export const ALIQUOTE = {
  indeterminatoConCuaf: 199_675,
  indeterminatoSenzaCuaf: 200_875,
  determinatoConCuaf: 213_675,
  determinatoSenzaCuaf: 214_875,
  lavoratore: 50_200,
} as const;

/** Above these weekly hours with one datore the amount is flat, whatever the wage. */
export const ORE_SETTIMANALI_DELLE_FASCE = 24;

const UN_MILIONE = 1_000_000;

export type Fascia = {
  tipo: "retribuzione" | "oltre_24_ore";
  /** Effective hourly wage above this; null: from zero. Both null in the flat row. */
  oltre: Cents | null;
  /** Effective hourly wage up to this, included; null: no limit. */
  finoA: Cents | null;
  retribuzioneConvenzionale: Cents;
  /** Per hour, the lavoratore's share included. */
  importi: {
    indeterminatoConCuaf: Cents;
    indeterminatoSenzaCuaf: Cents;
    determinatoConCuaf: Cents;
    determinatoSenzaCuaf: Cents;
  };
  quotaLavoratore: Cents;
};

export type TabellaContributi = {
  anno: number;
  circolare: { numero: number; data: DataIso };
  fasce: Fascia[];
};

type Circolare = { numero: number; data: DataIso; convenzionali: [Cents, Cents, Cents, Cents] };

const CIRCOLARI = new Map<number, Circolare>([
  [2026, { numero: 9, data: "2026-02-03", convenzionali: [852, 961, 1170, 620] }],
  [2025, { numero: 29, data: "2025-01-30", convenzionali: [840, 948, 1154, 611] }],
  [2024, { numero: 23, data: "2024-01-29", convenzionali: [833, 940, 1145, 606] }],
  [2023, { numero: 13, data: "2023-02-02", convenzionali: [790, 892, 1086, 575] }],
  [2022, { numero: 17, data: "2022-02-01", convenzionali: [731, 825, 1005, 532] }],
  [2021, { numero: 9, data: "2021-01-25", convenzionali: [717, 810, 986, 522] }],
  [2020, { numero: 17, data: "2020-02-06", convenzionali: [717, 810, 986, 522] }],
  [2019, { numero: 16, data: "2019-02-01", convenzionali: [713, 806, 981, 519] }],
  [2018, { numero: 15, data: "2018-01-29", convenzionali: [705, 797, 970, 513] }],
]);

/** Newest first. */
export const ANNI_TABELLE: readonly number[] = [...CIRCOLARI.keys()];

export function tabellaContributi(anno: number): TabellaContributi | null {
  const circolare = CIRCOLARI.get(anno);
  if (!circolare) return null;
  const { numero, data, convenzionali } = circolare;
  const [prima, seconda, terza, oltre24Ore] = convenzionali;

  return {
    anno,
    circolare: { numero, data },
    fasce: [
      // In every circular the limits of the bands are the second and third conventional wages.
      fascia("retribuzione", null, seconda, prima),
      fascia("retribuzione", seconda, terza, seconda),
      fascia("retribuzione", terza, null, terza),
      fascia("oltre_24_ore", null, null, oltre24Ore),
    ],
  };
}

function fascia(
  tipo: Fascia["tipo"],
  oltre: Cents | null,
  finoA: Cents | null,
  convenzionale: Cents,
): Fascia {
  return {
    tipo,
    oltre,
    finoA,
    retribuzioneConvenzionale: convenzionale,
    importi: {
      indeterminatoConCuaf: quota(convenzionale, ALIQUOTE.indeterminatoConCuaf),
      indeterminatoSenzaCuaf: quota(convenzionale, ALIQUOTE.indeterminatoSenzaCuaf),
      determinatoConCuaf: quota(convenzionale, ALIQUOTE.determinatoConCuaf),
      determinatoSenzaCuaf: quota(convenzionale, ALIQUOTE.determinatoSenzaCuaf),
    },
    quotaLavoratore: quota(convenzionale, ALIQUOTE.lavoratore),
  };
}

// Integers all the way (cents × millionths stays far below 2^53): half up, once.
function quota(convenzionale: Cents, aliquota: number): Cents {
  const product = convenzionale * aliquota + UN_MILIONE / 2;
  return (product - (product % UN_MILIONE)) / UN_MILIONE;
}
