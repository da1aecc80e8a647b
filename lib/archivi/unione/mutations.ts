import "server-only";
import { currentDate } from "@/lib/oggi";
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

/** An archive's deleghe may take turns: only together do they keep to one at a time. */
export const deferExclusivity = (connessione: Connessione) =>
  connessione.run("set constraints deleghe_un_intermediario, deleghe_un_delegato deferred");

/** Those who are deciding on a delega finish first (blocca_datore, migration 0004), then wait for the archive. */
export const takeTurn = (connessione: Connessione) =>
  connessione.run("select pg_advisory_xact_lock(20261124)");

/** Judges the archive's deleghe beside those granted here, and writes the desks anew. The last act of a merge. */
export async function concludeMerge(connessione: Connessione): Promise<void> {
  const oggi = `'${currentDate()}'::date`;
  await takeTurn(connessione);
  await connessione.run(`select public.riconcilia_deleghe(${oggi})`);
  await connessione.run("set constraints deleghe_un_intermediario, deleghe_un_delegato immediate");
  await connessione.run(`select public.aggiorna_deleganti(null, ${oggi})`);
}
