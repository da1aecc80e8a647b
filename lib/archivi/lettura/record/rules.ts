/** One row of RFC 4180 text, quotes and line breaks within quotes included. */
import type { Guasto } from "../rules";

export const MOTIVI_VIRGOLETTE = {
  fuoriPosto: "virgolette fuori posto",
  nonChiuse: "virgolette non chiuse",
} as const;

export type Record = {
  campi: string[];
  /** Where the next row starts. */
  fine: number;
  /** How many lines of the file it takes. */
  righe: number;
  guasto: Guasto | null;
  /** False: the text ended before the row did. */
  chiuso: boolean;
};

const QUOTE = 0x22;

export function parseRecord(text: string, start: number): Record {
  const campi: string[] = [];
  let at = start;
  let guasto: Guasto | null = null;
  for (;;) {
    const quoted = text.charCodeAt(at) === QUOTE;
    const end = quoted ? endOfQuoted(text, at) : endOfPlain(text, at);
    if (end < 0) {
      const colonna = campi.push(text.slice(at)) - 1;
      guasto ??= quoted ? { colonna, motivo: MOTIVI_VIRGOLETTE.nonChiuse } : null;
      return { campi, fine: text.length, righe: 0, guasto, chiuso: false };
    }

    const raw = quoted ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end);
    const colonna = campi.push(raw) - 1;
    const after = lineBreakAt(text, end);
    if (!quoted && raw.includes('"')) guasto ??= { colonna, motivo: MOTIVI_VIRGOLETTE.fuoriPosto };
    if (text[end] === ";") {
      at = end + 1;
      continue;
    }
    if (after > 0) return { campi, fine: after, righe: countLines(text, start, after), guasto, chiuso: true };

    // Text after a closing quote: this quote was not meant to open. Its line is lost, those after it are not.
    guasto ??= { colonna, motivo: MOTIVI_VIRGOLETTE.fuoriPosto };
    const newline = text.indexOf("\n", start);
    return { campi, fine: newline + 1, righe: 1, guasto, chiuso: newline >= 0 };
  }
}

/** Just after the closing quote; -1: there is none yet. */
function endOfQuoted(text: string, at: number): number {
  let quote = text.indexOf('"', at + 1);
  while (quote >= 0 && text.charCodeAt(quote + 1) === QUOTE) quote = text.indexOf('"', quote + 2);
  return quote < 0 ? -1 : quote + 1;
}

function endOfPlain(text: string, at: number): number {
  const newline = text.indexOf("\n", at);
  const semicolon = text.indexOf(";", at);
  if (semicolon >= 0 && (newline < 0 || semicolon < newline)) return semicolon;
  return newline > at && text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
}

/** Where the line after starts, if a line ends here; 0: it does not. */
function lineBreakAt(text: string, at: number): number {
  if (text.charCodeAt(at) === 10) return at + 1;
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : 0;
}

function countLines(text: string, start: number, end: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
