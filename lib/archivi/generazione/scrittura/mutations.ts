import "server-only";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { FORMATI } from "../../formato/rules";
import type { NomeFile } from "../../types";
import { noRighe, type Righe } from "../types";
import { csvLine, headerLine } from "./rules";

const BLOCCO = 262_144;

export type Scrittore = { write: (righe: Righe) => Promise<void>; end: () => Promise<void> };

/** An archive of the files named, and no other. */
export async function writeArchivio(cartella: string, righe: Partial<Righe>): Promise<void> {
  const scrittore = await createArchivio(cartella, Object.keys(righe) as NomeFile[]);
  await scrittore.write({ ...noRighe(), ...righe });
  await scrittore.end();
}

/** Writes an archive a little at a time: of each file only what the disk has not taken yet is in memory. */
export async function createArchivio(cartella: string, nomi?: readonly NomeFile[]): Promise<Scrittore> {
  await mkdir(cartella, { recursive: true });
  const wanted = FORMATI.filter(({ nome }) => !nomi || nomi.includes(nome));
  const files = wanted.map((formato) => {
    const stream = createWriteStream(join(cartella, `${formato.nome}.csv`));
    return { formato, stream, over: finished(stream), text: headerLine(formato) };
  });
  type File = (typeof files)[number];
  for (const { over } of files) over.catch(() => undefined);

  async function flush(file: File): Promise<void> {
    const block = file.text;
    file.text = "";
    if (block && !file.stream.write(block)) await Promise.race([once(file.stream, "drain"), file.over]);
  }
  return {
    write: async (righe) => {
      for (const file of files) {
        for (const riga of righe[file.formato.nome]) file.text += csvLine(file.formato, riga);
        if (file.text.length > BLOCCO) await flush(file);
      }
    },
    end: async () => {
      for (const file of files) {
        await flush(file);
        file.stream.end();
        await file.over;
      }
    },
  };
}
