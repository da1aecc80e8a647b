import "server-only";
import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import type { RiepilogoFile } from "@/db/schema/archivi";
import { type Connessione, connect } from "./connessione/mutations";
import { commitCorsa, failCorsa, startCorsa, takeLock } from "./corsa/mutations";
import { depositFile, type Letti } from "./deposito/mutations";
import { createDeposito } from "./deposito/rules";
import { FORMATI } from "./formato/rules";
import { refuseContradictions } from "./incroci/mutations";
import { fileName, findHeaderFault, getFileSize } from "./lettura/queries";
import { ImportazioneRifiutata, messageOf } from "./rules";
import { assertWritable, discardScarti, publishScarti, writeScarti } from "./scarti/mutations";
import type { Avanzamento, EsitoImportazione, Formato } from "./types";
import { concludeMerge, deferExclusivity, mergeFile, takeTurn } from "./unione/mutations";
import { DESTINAZIONI } from "./unione/rules";

export type OpzioniImportazione = {
  cartella: string;
  /** As the owner of the tables. */
  databaseUrl: string;
  /** One refused row, and nothing at all is loaded. */
  rigoroso: boolean;
  onProgress?: (avanzamento: Avanzamento) => void;
  signal?: AbortSignal;
};

type Corsa = OpzioniImportazione & { connessione: Connessione; id: number; files: FileDaLeggere[] };
type FileDaLeggere = { formato: Formato; indice: number; byteTotali: number };

/** Loads an archive: all that is good in it, at once, or nothing. A refusal comes back as `errore`. */
export async function importaArchivio(opzioni: OpzioniImportazione): Promise<EsitoImportazione> {
  const cartella = resolve(opzioni.cartella);
  const connessione = await connect(opzioni.databaseUrl, opzioni.signal);
  try {
    const alone = await takeLock(connessione);
    const id = await startCorsa(connessione, { cartella, rigoroso: opzioni.rigoroso, alone });
    try {
      if (!alone)
        throw new ImportazioneRifiutata("un'altra importazione è in corso: riprova quando è finita");
      const files = await findFiles(cartella);
      return await runCorsa({ ...opzioni, cartella, connessione, id, files });
    } catch (error) {
      return await refuse(opzioni.databaseUrl, id, cartella, error);
    }
  } finally {
    await connessione.close();
  }
}

/** Everything that can be known to be wrong before a row is read. */
async function findFiles(cartella: string): Promise<FileDaLeggere[]> {
  await realpath(cartella);
  const files: FileDaLeggere[] = [];
  for (const [indice, formato] of FORMATI.entries()) {
    const byteTotali = await getFileSize(cartella, formato);
    if (byteTotali === null) continue;
    const fault = await findHeaderFault(cartella, formato);
    if (fault) throw new ImportazioneRifiutata(fault);
    files.push({ formato, indice, byteTotali });
  }
  if (files.length === 0) throw new ImportazioneRifiutata(`in ${cartella} non c'è nessun file dell'archivio`);
  await assertWritable(cartella);
  return files;
}

async function runCorsa(corsa: Corsa): Promise<EsitoImportazione> {
  const { connessione, cartella, rigoroso, id } = corsa;
  await connessione.run(createDeposito(FORMATI));
  const riepilogo: RiepilogoFile[] = [];
  for (const file of corsa.files) riepilogo.push(await readFile(corsa, file));

  const scartate = sum(riepilogo, "scartate");
  if (scartate > 0) await writeScarti(connessione, cartella);
  const errore = whyNotLoadable(riepilogo, rigoroso);
  if (errore) {
    const scarti = await publishScarti(cartella, scartate);
    await failCorsa(connessione, id, errore, riepilogo);
    return { esito: "non_caricato", errore, riepilogo, scarti };
  }

  const esito = scartate > 0 ? "caricato_con_scarti" : "caricato";
  await merge(corsa, riepilogo, esito);
  const scarti = await publishScarti(cartella, scartate);
  await analyze(corsa, riepilogo);
  return { esito, errore: null, riepilogo, scarti };
}

async function readFile(
  corsa: Corsa,
  { formato, indice, byteTotali }: FileDaLeggere,
): Promise<RiepilogoFile> {
  const { connessione, cartella, signal, onProgress } = corsa;
  let byteLetti = 0;
  const report = (fase: Avanzamento["fase"], righe: number) =>
    onProgress?.({ file: formato.nome, fase, righe, byteLetti, byteTotali });
  const letti: Letti = await depositFile({
    connessione,
    cartella,
    formato,
    indice,
    signal,
    onChunk: (righe, bytes) => {
      byteLetti += bytes;
      report("lettura", righe);
    },
  });
  report("controllo", letti.righe);
  const scartate = await refuseContradictions(connessione, formato, indice, letti);
  return { file: fileName(formato), lette: letti.righe, nuove: 0, cambiate: 0, uguali: 0, scartate };
}

async function merge(
  corsa: Corsa,
  riepilogo: RiepilogoFile[],
  esito: EsitoImportazione["esito"],
): Promise<void> {
  const { connessione, id, files, onProgress } = corsa;
  await connessione.run("begin");
  await deferExclusivity(connessione);
  // Deleghe last: who decides on one meanwhile waits for no more than this (takeTurn).
  const turns = [...files.entries()].sort(([, a], [, b]) => Number(isDeleghe(a)) - Number(isDeleghe(b)));
  for (const [index, file] of turns) {
    const { formato, byteTotali } = file;
    const row = riepilogo[index] as RiepilogoFile;
    if (isDeleghe(file)) await takeTurn(connessione);
    const righe = row.lette - row.scartate;
    onProgress?.({ file: formato.nome, fase: "unione", righe, byteLetti: byteTotali, byteTotali });
    Object.assign(row, await mergeFile(connessione, formato.nome, id));
    row.uguali = righe - row.nuove - row.cambiate;
  }
  await concludeMerge(connessione);
  await commitCorsa(connessione, id, esito, riepilogo);
}

const isDeleghe = ({ formato }: FileDaLeggere) => formato.nome === "deleghe";

/** The pages that follow are planned on what the tables hold now, not when autovacuum gets there. */
async function analyze({ connessione, files }: Corsa, riepilogo: RiepilogoFile[]): Promise<void> {
  const tables = files
    .filter((_, index) => {
      const { lette = 0, nuove = 0, cambiate = 0 } = riepilogo[index] ?? {};
      return (nuove + cambiate) * 10 > lette;
    })
    .map(({ formato }) => `public.${DESTINAZIONI[formato.nome].tabella}`);
  if (tables.length > 0) await connessione.run(`analyze ${tables.join(", ")}`);
}

function whyNotLoadable(riepilogo: RiepilogoFile[], rigoroso: boolean): string | null {
  const scartate = sum(riepilogo, "scartate");
  if (rigoroso && scartate > 0) return `righe scartate: ${scartate}, e con --rigoroso non si carica nulla`;
  const lette = sum(riepilogo, "lette");
  return lette > 0 && scartate === lette ? "tutte le righe sono scartate" : null;
}

/** On a session of its own: the one of the run may be in a failed transaction, cancelled or gone. */
async function refuse(
  databaseUrl: string,
  id: number,
  cartella: string,
  error: unknown,
): Promise<EsitoImportazione> {
  const errore = messageOf(error);
  await discardScarti(cartella).catch(() => undefined);
  const connessione = await connect(databaseUrl);
  try {
    await failCorsa(connessione, id, errore);
  } finally {
    await connessione.close();
  }
  return { esito: "non_caricato", errore, riepilogo: [], scarti: null };
}

const sum = (riepilogo: RiepilogoFile[], campo: "lette" | "scartate") =>
  riepilogo.reduce((total, row) => total + row[campo], 0);
