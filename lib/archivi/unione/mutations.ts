import "server-only";
import type { Connessione } from "../connessione/mutations";
import type { NomeFile } from "../types";
import { insertNew, isEmptySql, updateChanged } from "./rules";
import { noteVariazioni, recordVariazioni } from "./variazioni/rules";

export type Unite = { nuove: number; cambiate: number };

/** Merges one file's accepted rows. Runs inside the one transaction of the whole archive. */
export async function mergeFile(
  connessione: Connessione,
  nome: NomeFile,
  importazioneId: number,
): Promise<Unite> {
  const [state] = await connessione.run(isEmptySql(nome));
  const empty = state?.vuota === true;
  if (nome === "rapporti" && !empty) await connessione.run(noteVariazioni());

  const changed = empty ? null : await connessione.run(updateChanged(nome));
  const added = await connessione.run(insertNew(nome, empty));

  if (nome === "rapporti" && !empty) await connessione.run(recordVariazioni(importazioneId));
  return { nuove: added.count, cambiate: changed?.count ?? 0 };
}
