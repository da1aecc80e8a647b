import { z } from "zod";
import { parseDataIso } from "@/lib/dates";
import { codiceFiscaleFault, normalizeCodiceFiscale } from "./codice-fiscale";
import type { Messaggio } from "./messaggi";

// Fields that more than one form asks for.

const m = (key: Messaggio) => key;

/** A codice fiscale as people type it: with blanks, in small letters. @param mancante whose is asked for */
export const codiceFiscale = (mancante: Messaggio) =>
  z
    .string({ error: mancante })
    .transform(normalizeCodiceFiscale)
    .pipe(
      z
        .string()
        .min(1, mancante)
        .refine((value) => codiceFiscaleFault(value) === null, m("utenti.errori.codice_fiscale_errato")),
    );

/** PostgreSQL holds no NUL, and refuses a text that has one. */
export const testo = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\0]*$/);

/** No control characters, and none that turn the direction of what stands after them. */
export const testoLeggibile = /^[^\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u;

/** A text of one line that others will read. */
export const riga = (min: number, max: number, wrong: Messaggio) =>
  z.string({ error: wrong }).regex(testoLeggibile, wrong).trim().min(min, wrong).max(max, wrong);

/** A text of several lines: forms send a line's end as two characters, the limits count one. */
export const righe = (min: number, max: number, wrong: Messaggio) =>
  z
    .string({ error: wrong })
    .transform((given) => given.replaceAll("\r\n", "\n"))
    .pipe(
      z
        .string()
        .regex(/^[^\0]*$/, wrong)
        .trim()
        .min(min, wrong)
        .max(max, wrong),
    );

/** The number of the last row of the page before, as it stands in the address. */
export const pagina = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable().catch(null);

/** A day in an address; null: none, or none that anybody means. */
export const giornoFacoltativo = z
  .string()
  .refine((text) => parseDataIso(text) !== null && text < "3000")
  .nullable()
  .catch(null)
  .default(null);
