import type { RiepilogoFile } from "@/db/schema/archivi";

export type NomeFile =
  | "sedi"
  | "soggetti"
  | "datori"
  | "intermediari"
  | "deleghe"
  | "rapporti"
  | "contributi"
  | "versamenti";

/** What a value must look like. */
export type Forma =
  | { tipo: "testo" }
  | { tipo: "cifre"; quante: number }
  | { tipo: "codice_fiscale" }
  | { tipo: "uno_di"; valori: readonly string[] }
  | { tipo: "booleano" }
  | { tipo: "data" }
  | { tipo: "importo" }
  | { tipo: "ore"; massimo: number }
  | { tipo: "intero"; minimo: number; massimo: number };

/** Holds only where another column of the row has a given value. */
export type Condizione = { colonna: string; vale: string };

export type Colonna = {
  nome: string;
  forma: Forma;
  facoltativa?: true;
  /** A stricter form that some rows must have. */
  formaSe?: Condizione & { forma: Forma };
};

/** Columns that together name a row of another file, or of the database. */
export type Riferimento = {
  colonne: readonly string[];
  file: NomeFile;
  motivo: string;
  se?: Condizione;
  /** Holds whenever the reference before it does: looked at only to say better what is wrong. */
  compreso?: true;
};

export type Formato = {
  nome: NomeFile;
  colonne: readonly Colonna[];
  /** How many of the first columns are the key. */
  chiave: number;
  /** Pairs of dates whose second is never before the first. */
  periodi?: readonly { inizio: string; fine: string }[];
  /** The column of hours that cannot exceed those of the column of weeks. */
  oreEntroSettimane?: { ore: string; settimane: string };
  riferimenti: readonly Riferimento[];
};

export type Fase = "lettura" | "controllo" | "unione";

export type Avanzamento = {
  file: NomeFile | null;
  fase: Fase;
  righe: number;
  byteLetti: number;
  byteTotali: number;
};

export type EsitoImportazione = {
  esito: "caricato" | "caricato_con_scarti" | "non_caricato";
  /** Why nothing was loaded; null: it was. */
  errore: string | null;
  riepilogo: RiepilogoFile[];
  /** Where the refused rows were written; null: there were none. */
  scarti: string | null;
};
