import type { TipoAllegato } from "@/db/schema/allegati";

// What a file is, by its first bytes, and whether it is that alone. Nothing is decoded here: each look is one pass over
// the bytes; what needs a decoder is done by scripts/allegati/esamina.mjs.

type Bytes = Uint8Array<ArrayBufferLike>;

const SIGNATURES: readonly (readonly [TipoAllegato, string])[] = [
  ["pdf", "%PDF-"],
  ["jpeg", "\xff\xd8\xff"],
  ["png", "\x89PNG\r\n\x1a\n"],
  ["tiff", "II*\0"],
  ["tiff", "MM\0*"],
];

/** What the content is; null: none of the four. */
export function tipoOf(bytes: Bytes): TipoAllegato | null {
  return SIGNATURES.find(([, signature]) => startsWith(bytes, signature))?.[0] ?? null;
}

/** Another format in the same bytes: before, inside or after. A reader of that format would open it as such. */
export function hasMoreFormats(bytes: Bytes, tipo: TipoAllegato): boolean {
  const text = latin1(bytes);
  if (ARCHIVES.some((marks) => marks.every((mark) => text.includes(mark)))) return true;
  if (tipo === "pdf") return MARKUP.test(text.slice(0, 1_024)) || !endsAfter(text, "%%EOF");
  if (text.includes("%PDF-") || hasMarkup(text)) return true;
  if (tipo === "jpeg") return hasAfterJpeg(bytes);
  return tipo === "png" && hasAfterPng(bytes);
}

/** ZIP (its first file and its end), RAR, 7z. */
const ARCHIVES = [
  ["PK\x03\x04", "PK\x05\x06"],
  ["PK\x01\x02", "PK\x05\x06"],
  ["Rar!\x1a\x07"],
  ["7z\xbc\xaf\x27\x1c"],
];
const MARKUP = /<(?:html|script|iframe|svg|!doctype html|\?php)/i;

/** Where a browser looks to see whether it is a page (1,445 bytes), and at the end, where a TIFF has none of its own. */
const ANNUSATI = 4_096;
/** In the middle of an image four letters stand by chance: one good photo in some hundreds. */
const hasMarkup = (text: string) =>
  MARKUP.test(text.slice(0, ANNUSATI)) || MARKUP.test(text.slice(-ANNUSATI));

/** Whether anything but blanks comes after the last `mark`; a file without one breaks off, which is another fault. */
function endsAfter(text: string, mark: string): boolean {
  const at = text.lastIndexOf(mark);
  return at < 0 || !/[^\s\0]/.test(text.slice(at + mark.length));
}

/**
 * Whether a JPEG goes on after its end with something that is not a JPEG: a video, a maker's own data, an archive.
 * More whole JPEGs are let be: phones add smaller or brighter versions of the same photo (MPF).
 */
export function hasAfterJpeg(bytes: Bytes): boolean {
  let at = 0;
  for (;;) {
    at = endOfJpeg(bytes, at);
    if (at < 0) return false;
    while (bytes[at] === 0) at += 1;
    if (at >= bytes.length) return false;
    if (bytes[at] !== 0xff || bytes[at + 1] !== 0xd8) return true;
  }
}

/** The first byte after the JPEG that begins at `start`; -1: it breaks off. */
function endOfJpeg(bytes: Bytes, start: number): number {
  let at = start + 2;
  while (at < bytes.length) {
    const mark = bytes[at + 1] ?? 0;
    // Between segments and in the image alike, what is no marker is passed over.
    if (bytes[at] !== 0xff || mark === 0 || mark === 0xff || (mark >= 0xd0 && mark <= 0xd7)) at += 1;
    else if (mark === 0xd9) return at + 2;
    else at += 2 + (mark === 0x01 ? 0 : Math.max(2, ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)));
  }
  return -1;
}

function hasAfterPng(bytes: Bytes): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (latin1(bytes.subarray(at + 4, at + 8)) === "IEND") return end < bytes.length;
    at = end;
  }
  return false;
}

const startsWith = (bytes: Bytes, signature: string) =>
  [...signature].every((char, index) => bytes[index] === char.charCodeAt(0));

/** By windows-1252, which gives each byte one character too. */
const latin1 = (bytes: Bytes) => new TextDecoder("latin1").decode(bytes);
