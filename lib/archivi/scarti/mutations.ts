import "server-only";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Connessione } from "../connessione/mutations";
import { scartiSql } from "./rules";

export const NOME_SCARTI = "scarti.csv";
const PROVVISORIO = ".scarti.csv.parziale";

/** Throws if the folder cannot be written: better before an hour of loading than after. */
export async function assertWritable(cartella: string): Promise<void> {
  const path = join(cartella, PROVVISORIO);
  const file = await open(path, "w");
  await file.close();
  await rm(path);
}

/** Writes the refused rows aside: they take their name, or the old ones go, once the archive is loaded. */
export async function writeScarti(connessione: Connessione, cartella: string): Promise<void> {
  const rows = await connessione.copyOut(scartiSql());
  await pipeline(rows, createWriteStream(join(cartella, PROVVISORIO)));
}

export async function publishScarti(cartella: string, scartate: number): Promise<string | null> {
  const path = join(cartella, NOME_SCARTI);
  if (scartate === 0) {
    await rm(join(cartella, PROVVISORIO), { force: true });
    await rm(path, { force: true });
    return null;
  }
  await rename(join(cartella, PROVVISORIO), path);
  return path;
}

export const discardScarti = (cartella: string) => rm(join(cartella, PROVVISORIO), { force: true });
