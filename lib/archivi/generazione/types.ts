import type { NomeFile } from "../types";

/** A row of one of the archive's files: column name → text; a column left out is empty. */
export type RigaCsv = Readonly<Record<string, string>>;

/** What an archive holds about one datore, or of a whole small world. */
export type Righe = Record<NomeFile, RigaCsv[]>;

export const noRighe = (): Righe => ({
  sedi: [],
  soggetti: [],
  datori: [],
  intermediari: [],
  deleghe: [],
  rapporti: [],
  contributi: [],
  versamenti: [],
});
