/** What a file sent to a sede may be. Source: msg 2749/2018 (at most 3 files, PDF, JPEG, PNG or TIFF, 3 MB in all). */

import type { Scansione } from "@/db/schema/allegati";

const KB = 1024;

/** Why one file was refused; the words are `allegati.rifiuti.*`. */
export const RIFIUTI_FILE = [
  "vuoto",
  "troppo_grande",
  "formato_non_ammesso",
  "estensione_diversa",
  "piu_formati",
  "rovinato",
  "protetto",
  "contenuto_attivo",
  "troppi_pixel",
  "troppe_pagine",
  "troppo_complesso",
  "occupato",
  "troppi_file",
  "troppi_byte",
] as const;
export type RifiutoFile = (typeof RIFIUTI_FILE)[number];

/** A sheet of A4 at 600 dpi has 35 million; decoded, the largest takes a third of a GB. */
export const PIXEL_MASSIMI = 40_000_000;
export const PAGINE_MASSIME = 100;
/** Of a page as it is shown in the browser. */
export const LARGHEZZA_ANTEPRIMA = 1_600;

/** A size for people: in kB below one MB, with one decimal above. */
export function formatByte(byte: number): string {
  if (byte < KB * KB) return `${Math.max(1, Math.ceil(byte / KB))} kB`;
  return `${(Math.ceil((byte / KB / KB) * 10) / 10).toLocaleString("it-IT")} MB`;
}

/** Whether anybody may have its content. The database holds to the same (policy `se_controllato`). */
export const isApribile = ({ scansione }: { scansione: Scansione }): boolean =>
  scansione === "pulito" || scansione === "non_prevista";
