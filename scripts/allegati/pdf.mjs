import { getDocument, PasswordResponses } from "pdfjs-dist/legacy/build/pdf.mjs";
import { namesIn } from "./pdf-nomi.mjs";

/** What makes a PDF do something, or carry another file. A form is let be as long as it computes nothing. */
const ATTIVI = [
  "JavaScript",
  "Launch",
  "EmbeddedFile",
  "EmbeddedFiles",
  "RichMedia",
  "Rendition",
  "XFA",
  "SubmitForm",
  "ImportData",
  "GoToE",
];

/**
 * Two looks, of different kinds: at every name anywhere in the file, also in compressed objects, whoever refers to it;
 * and through the eyes of a reader, which follows references and knows filters that the first look does not.
 * @param {Buffer} bytes @param {{ pagine: number }} limits
 */
export async function examine(bytes, limits) {
  const { names, complex } = await namesIn(bytes);
  // Also with an empty password, which opens it for reading: nobody could look into it here, nor the antivirus.
  if (names.has("Encrypt")) return { reason: "protetto" };
  if (ATTIVI.some((name) => names.has(name))) return { reason: "contenuto_attivo" };
  if (complex) return { reason: "troppo_complesso" };
  if (!bytes.includes("%%EOF")) return { reason: "rovinato" };
  try {
    return await read(bytes, limits, names.has("OpenAction"));
  } catch (error) {
    return { reason: error?.code === PasswordResponses.NEED_PASSWORD ? "protetto" : "rovinato" };
  }
}

async function read(bytes, limits, opensWithAction) {
  const pdf = await getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    verbosity: 0,
  }).promise;
  if (pdf.numPages > limits.pagine) return { reason: "troppe_pagine" };
  if ((await pdf.hasJSActions()) || (await pdf.getAttachments())) return { reason: "contenuto_attivo" };
  // Null for whatever is neither a place in the document nor a command of the reader's own (the next page, printing).
  if (opensWithAction && !(await pdf.getOpenAction())) return { reason: "contenuto_attivo" };
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    if (await page.getJSActions()) return { reason: "contenuto_attivo" };
  }
  return pdf.numPages > 0 ? { pagine: pdf.numPages } : { reason: "rovinato" };
}
