/**
 * How bytes become rows: RFC 4180 with `;`, line ends LF or CRLF, UTF-8 with or without a BOM. By hand and not with a
 * library because a row has to be refused alone, with its line number, where a parser would stop or guess: invalid
 * UTF-8, NUL, a quote out of place, a line without end. csv-parse is the oracle of the tests.
 */
import { isAscii, isUtf8 } from "node:buffer";
import { parseRecord, type Record } from "./record/rules";

export const LUNGHEZZA_MASSIMA_RIGA = 1_048_576;

export const MOTIVI_LETTURA = {
  troppoLunga: "riga troppo lunga",
  nonUtf8: "testo non in UTF-8",
  nullo: "carattere nullo",
} as const;

/** The column at fault, from 0, and why; `conteggio`: there were more or fewer fields than columns. */
export type Guasto = { colonna: number; motivo: string; conteggio?: true };

export type EmitRiga = (riga: number, campi: string[], guasto: Guasto | null) => void;

const NEWLINE = 0x0a;
const QUOTE = 0x22;

/** Takes the bytes of a file as they come; emits each row once it is whole. Holds one row at most. */
export class Lettore {
  private rest: Buffer = Buffer.alloc(0);
  private riga = 1;
  private skipping = false;

  constructor(private readonly emit: EmitRiga) {}

  push(chunk: Buffer): void {
    const fresh = this.skipping ? this.resumeAfterNewline(chunk) : chunk;
    this.rest = this.rest.length > 0 ? Buffer.concat([this.rest, fresh]) : fresh;
    this.drain();
    while (this.rest.length > LUNGHEZZA_MASSIMA_RIGA) {
      this.refuseFirstLine();
      this.drain();
    }
  }

  end(): void {
    if (this.rest.length > 0 && this.rest.at(-1) !== NEWLINE) {
      this.rest = Buffer.concat([this.rest, Buffer.from([NEWLINE])]);
    }
    this.drain();
    // What is left was opened by a quote that nobody closed.
    while (this.rest.length > 0) {
      this.refuseFirstLine();
      this.drain();
    }
  }

  private drain(): void {
    const end = this.rest.lastIndexOf(NEWLINE) + 1;
    if (end === 0) return;
    const block = this.rest.subarray(0, end);
    const plain = !block.includes(QUOTE) && !block.includes(0) && isUtf8(block);
    const consumed = plain ? this.takeLines(block) : this.takeRecords(block);
    this.rest = this.rest.subarray(consumed);
  }

  private takeLines(block: Buffer): number {
    const text = isAscii(block) ? block.toString("latin1") : block.toString("utf8");
    let start = 0;
    while (start < text.length) {
      const newline = text.indexOf("\n", start);
      const end = text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
      if (end > start) this.emit(this.riga, text.slice(start, end).split(";"), null);
      this.riga++;
      start = newline + 1;
    }
    return block.length;
  }

  private takeRecords(block: Buffer): number {
    const valid = isUtf8(block);
    const text = valid ? block.toString("utf8") : block.toString("latin1");
    let start = 0;
    while (start < text.length) {
      const record = parseRecord(text, start);
      if (!record.chiuso) break;
      this.emitRecord(record, valid);
      this.riga += record.righe;
      start = record.fine;
    }
    return valid ? block.length - Buffer.byteLength(text.slice(start)) : start;
  }

  private emitRecord(record: Record, valid: boolean): void {
    if (record.campi.length === 1 && record.campi[0] === "") return;
    const campi = valid ? record.campi : record.campi.map(decodeLatin1);
    this.emit(this.riga, campi, earliest(record.guasto, faultyText(record.campi, valid)));
  }

  /** The row has no end in sight: gives it up, and goes on from the next line of the file. */
  private refuseFirstLine(): void {
    const newline = this.rest.indexOf(NEWLINE);
    const line = newline < 0 ? this.rest : this.rest.subarray(0, newline + 1);
    const { campi, guasto } = parseRecord(line.toString("latin1", 0, LUNGHEZZA_MASSIMA_RIGA), 0);
    const troppoLunga = { colonna: campi.length - 1, motivo: MOTIVI_LETTURA.troppoLunga };
    this.emit(this.riga, campi.map(decodeLatin1), newline < 0 ? troppoLunga : (guasto ?? troppoLunga));
    this.skipping = newline < 0;
    this.riga += newline < 0 ? 0 : 1;
    this.rest = newline < 0 ? Buffer.alloc(0) : this.rest.subarray(newline + 1);
  }

  private resumeAfterNewline(chunk: Buffer): Buffer {
    const newline = chunk.indexOf(NEWLINE);
    if (newline < 0) return Buffer.alloc(0);
    this.skipping = false;
    this.riga++;
    return chunk.subarray(newline + 1);
  }
}

const decodeLatin1 = (campo: string) => Buffer.from(campo, "latin1").toString("utf8");

function faultyText(campi: string[], valid: boolean): Guasto | null {
  for (const [colonna, campo] of campi.entries()) {
    if (!valid && !isUtf8(Buffer.from(campo, "latin1"))) return { colonna, motivo: MOTIVI_LETTURA.nonUtf8 };
    if (campo.includes("\0")) return { colonna, motivo: MOTIVI_LETTURA.nullo };
  }
  return null;
}

function earliest(one: Guasto | null, other: Guasto | null): Guasto | null {
  if (!one || !other) return one ?? other;
  return one.colonna <= other.colonna ? one : other;
}
