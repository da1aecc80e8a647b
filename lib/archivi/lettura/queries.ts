import "server-only";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { join } from "node:path";
import { headerFault } from "../formato/intestazione/rules";
import type { Formato } from "../types";
import { type EmitRiga, Lettore } from "./rules";

const CHUNK = 262_144;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

export const fileName = (formato: Formato) => `${formato.nome}.csv`;

/** Null: the archive does not bring this file. */
export async function getFileSize(cartella: string, formato: Formato): Promise<number | null> {
  try {
    const found = await stat(join(cartella, fileName(formato)));
    return found.isFile() ? found.size : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Why the file's first line is not the one agreed; null: it is. */
export async function findHeaderFault(cartella: string, formato: Formato): Promise<string | null> {
  const file = await open(join(cartella, fileName(formato)));
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const bytes = withoutBom(buffer.subarray(0, bytesRead));
    let header: string[] | undefined;
    const lettore = new Lettore((_, campi) => {
      header ??= campi;
    });
    lettore.push(bytes.subarray(0, bytes.indexOf(0x0a) + 1 || bytes.length));
    lettore.end();
    return headerFault(formato, header);
  } finally {
    await file.close();
  }
}

/** Emits the rows after the header; `onChunk` is awaited after those of each chunk: the brake. */
export async function readRighe(
  cartella: string,
  formato: Formato,
  emit: EmitRiga,
  onChunk: (bytes: number) => Promise<void>,
): Promise<void> {
  const lettore = new Lettore((riga, campi, guasto) => {
    if (riga > 1) emit(riga, campi, guasto);
  });
  let first = true;
  for await (const chunk of createReadStream(join(cartella, fileName(formato)), { highWaterMark: CHUNK })) {
    lettore.push(first ? withoutBom(chunk as Buffer) : (chunk as Buffer));
    first = false;
    await onChunk((chunk as Buffer).length);
  }
  lettore.end();
  await onChunk(0);
}

const withoutBom = (bytes: Buffer) =>
  bytes.length >= 3 && bytes.subarray(0, 3).equals(BOM) ? bytes.subarray(3) : bytes;
