// Judges one file in a process of its own, because what reads a hostile file may hang, eat all memory or be taken over:
// whoever started it (lib/allegati/esame) gives it no settings and no secrets, and kills it when it is late.
// In: the bytes on standard input, the limits as JSON in the first argument. Out: one line of JSON, then the pages of
// an image drawn anew, one JPEG after the other.
import { buffer } from "node:stream/consumers";

const limits = JSON.parse(process.argv[2] ?? "{}");
// A library that grumbles must not do so into the answer.
for (const method of ["log", "info", "warn", "error", "debug"]) console[method] = () => undefined;

const bytes = await buffer(process.stdin);
const { examine } = await import(limits.tipo === "pdf" ? "./pdf.mjs" : "./immagine.mjs");
const { anteprime = [], ...outcome } = await examine(bytes, limits);
const pagine = anteprime.map(({ data, info: { width, height } }) => ({
  byte: data.length,
  larghezza: width,
  altezza: height,
}));
const answer = Buffer.concat([
  Buffer.from(`${JSON.stringify({ ...outcome, anteprime: pagine })}\n`),
  ...anteprime.map(({ data }) => data),
]);
process.stdout.write(answer, () => process.exit(0));
