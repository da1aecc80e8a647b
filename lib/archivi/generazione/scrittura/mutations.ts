import "server-only";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { FORMATI } from "../../formato/rules";
import type { Righe } from "../types";
import { csvLine, headerLine } from "./rules";

const BLOCCO = 262_144;

export type Scrittore = { write: (righe: Righe) => Promise<void>; end: () => Promise<void> };

/** Writes an archive a little at a time: of each file only what the disk has not taken yet is in memory. */
export async function createArchivio(cartella: string): Promise<Scrittore> {
  await mkdir(cartella, { recursive: true });
  const files = FORMATI.map((formato) => {
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
