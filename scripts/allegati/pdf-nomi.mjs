import { createInflate } from "node:zlib";

/** A file of 3 MB that unfolds to more is a bomb, or more than an office can open. */
const DISTESI_MASSIMI = 400 * 1024 * 1024;
const FLUSSI_MASSIMI = 20_000;
/** Compressed objects are text, and thousands of them fit into this. */
const OGGETTI_MASSIMI = 32 * 1024 * 1024;

/**
 * Every name (`/Launch`, `/L#61unch`) in a PDF: in its plain bytes, and in what is compressed in it.
 * `complex`: something could not be looked into to the end.
 * @param {Buffer} bytes @returns {Promise<{ names: Set<string>, complex: boolean }>}
 */
export async function namesIn(bytes) {
  const text = bytes.toString("latin1");
  const names = new Set();
  collect(text, names);
  if (names.has("ObjStm") && (OPACHI.some((filter) => names.has(filter)) || hasShortFilter(text))) {
    return { names, complex: true };
  }
  let unfolded = 0;
  let streams = 0;
  // Readers pass over whatever else stands on the line of the word; there may be a second word on it, too.
  for (const match of text.matchAll(/stream(?=([^\r\n]{0,500}(?:\r\n|\n|\r)))/g)) {
    const start = match.index + match[0].length + (match[1]?.length ?? 0);
    if (text.slice(match.index - 3, match.index) === "end") continue;
    streams += 1;
    if (streams > FLUSSI_MASSIMI) return { names, complex: true };
    const zlib = isZlib(bytes, start);
    if (isOpaqueObjects(text.slice(Math.max(0, match.index - 4_096), match.index), zlib)) {
      return { names, complex: true };
    }
    if (!zlib) continue;
    const { size, objects } = await unfold(bytes.subarray(start), DISTESI_MASSIMI - unfolded);
    unfolded += size;
    if (unfolded >= DISTESI_MASSIMI || objects === null) return { names, complex: true };
    collect(objects, names);
  }
  return { names, complex: false };
}

function collect(text, names) {
  for (const [, name] of text.matchAll(NAME)) {
    if (name.length < 200) names.add(plain(name));
  }
}

const plain = (name) =>
  name.replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Up to a blank (a NUL is one) or a delimiter. */
const NAME = /\/([^\0\t\n\f\r ()<>[\]{}/%]+)/g;

const isZlib = (bytes, at) =>
  (bytes[at] & 0x0f) === 8 && ((bytes[at] << 8) | (bytes[at + 1] ?? 0)) % 31 === 0;

/** Filters that `unfold` does not undo: no program that packs objects (PDF 1.5) uses these any more. */
const OPACHI = ["ASCIIHexDecode", "ASCII85Decode", "LZWDecode", "RunLengthDecode", "Crypt"];
/** The same, as short as pictures in a page may name them. */
const OPACHI_BREVI = new Set(["AHx", "A85", "LZW", "RL"]);
/** What may stand right before a filter, besides a bracket, a reference or the beginning of an object. */
const PRIMA_DI_UN_FILTRO = new Set([
  ...[
    "Filter",
    "F",
    "FlateDecode",
    "Fl",
    "DCTDecode",
    "DCT",
    "CCITTFaxDecode",
    "CCF",
    "JBIG2Decode",
    "JPXDecode",
  ],
  ...OPACHI,
  ...OPACHI_BREVI,
]);
/** Between two tokens: blanks and comments. */
const FRA_PAROLE = String.raw`(?:[\0\t\n\f\r ]|%[^\r\n]*[\r\n])*`;
const FORSE_FILTRO = new RegExp(
  String.raw`(?:[[]|obj|null|\d[\0\t\n\f\r ]+R|/([^\0\t\n\f\r ()<>[\]{}/%]+))(?=${FRA_PAROLE}/([^\0\t\n\f\r ()<>[\]{}/%]+))`,
  "g",
);

/**
 * Whether a filter is named by its short name where a filter can stand. By the name alone, `/RL` and a blank are found
 * in one scan out of eighty: three bytes come together by chance. Wherever streams seem to begin and end is no matter.
 */
function hasShortFilter(text) {
  for (const [, before, name] of text.matchAll(FORSE_FILTRO)) {
    if (OPACHI_BREVI.has(plain(name)) && (before === undefined || PRIMA_DI_UN_FILTRO.has(plain(before))))
      return true;
  }
  return false;
}

/** Packed objects that do not unfold as they should, or come out with their letters displaced. */
function isOpaqueObjects(before, zlib) {
  const names = new Set();
  const spoken = before.replace(/%[^\r\n]*/g, "");
  collect(spoken.slice(spoken.lastIndexOf("obj") + 3), names);
  return names.has("ObjStm") && (names.has("Predictor") || (!zlib && names.has("Filter")));
}

/**
 * Inflates from `bytes` on, whatever length the file claims, without keeping more than objects could be.
 * @returns `objects`: its text if it may hold objects (they begin with numbers); null: more than there can be
 */
async function unfold(bytes, budget) {
  const inflate = createInflate({ chunkSize: 256 * 1024 });
  inflate.end(bytes);
  const kept = [];
  let size = 0;
  let wanted = true;
  try {
    for await (const chunk of inflate) {
      if (size === 0) wanted = /^[\s\0]*[\d%]/.test(chunk.subarray(0, 1_024).toString("latin1"));
      size += chunk.length;
      if (size >= budget) break;
      if (wanted && size > OGGETTI_MASSIMI) return { size, objects: null };
      if (wanted) kept.push(chunk);
    }
  } catch {
    // Damaged, or no stream at all: what came out so far counts.
  }
  return { size, objects: Buffer.concat(kept).toString("latin1") };
}
