/** How a run that did not load says so: one clear line, never a stack trace (contract, sections 1 and 4). */
import type { EsitoImportazione } from "./types";

/** Nothing was loaded, for a reason that whoever started the run can put right. */
export class ImportazioneRifiutata extends Error {
  override name = "ImportazioneRifiutata";
}

export function exitCodeOf(esito: EsitoImportazione["esito"]): 0 | 1 | 2 {
  if (esito === "caricato") return 0;
  return esito === "caricato_con_scarti" ? 2 : 1;
}

const MESSAGGI: Readonly<Record<string, string>> = {
  ENOENT: "la cartella non esiste",
  ENOTDIR: "non è una cartella",
  EEXIST: "esiste già e non è una cartella",
  EACCES: "la cartella non si può leggere e scrivere (permesso negato)",
  EPERM: "la cartella non si può leggere e scrivere (permesso negato)",
  EROFS: "la cartella è di sola lettura: scarti.csv va scritto lì",
  ENOSPC: "spazio su disco finito",
  ECONNREFUSED: "la banca dati non risponde",
  ETIMEDOUT: "la banca dati non risponde",
  ENOTFOUND: "la banca dati non si trova: controlla DATABASE_OWNER_URL",
  CONNECT_TIMEOUT: "la banca dati non risponde",
  CONNECTION_CLOSED: "la banca dati ha chiuso la connessione",
  CONNECTION_ENDED: "la banca dati ha chiuso la connessione",
  "28P01": "la banca dati rifiuta l'accesso: controlla DATABASE_OWNER_URL",
  "28000": "la banca dati rifiuta l'accesso: controlla DATABASE_OWNER_URL",
  "3D000": "la banca dati non esiste: controlla DATABASE_OWNER_URL",
  "42P01": "mancano le tabelle: esegui npm run db:migrate",
  "42501": "l'utente della banca dati non può importare: serve il proprietario (DATABASE_OWNER_URL)",
  "53100": "spazio su disco finito sulla banca dati",
  "57014": "interrotta",
  "57P01": "la banca dati si è fermata",
};

export function messageOf(error: unknown): string {
  if (error instanceof ImportazioneRifiutata) return error.message;
  if (!(error instanceof Error)) return String(error);
  if (error.name === "AbortError") return "interrotta";
  const { code, path } = error as NodeJS.ErrnoException;
  const known = code ? MESSAGGI[code] : undefined;
  if (known) return path ? `${path}: ${known}` : known;
  return `errore inatteso (${code ?? error.name}): ${error.message.split("\n")[0]}`;
}
