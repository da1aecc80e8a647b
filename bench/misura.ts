/** One line of `bench/risultati.json`: a figure and what it is held against, measured in the same run. */
export type Misura = {
  nome: string;
  valore: number;
  unita: string;
  confronto: string;
  valoreConfronto: number;
  rapporto: number;
  /** What `rapporto` must reach, or stay under when the comparison is a limit; null: it is said, and held to nothing. */
  obiettivo: number | null;
  /** Null: there is nothing to reach. */
  raggiunto: boolean | null;
};

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
