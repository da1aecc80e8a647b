import { z } from "zod";
import { codiceFiscaleFault, normalizeCodiceFiscale } from "./codice-fiscale";
import type { Messaggio } from "./messaggi";

// Fields that more than one form asks for.

const m = (key: Messaggio) => key;

/** A codice fiscale as people type it: with blanks, in small letters. */
export const codiceFiscale = z
  .string({ error: m("utenti.errori.codice_fiscale_mancante") })
  .transform(normalizeCodiceFiscale)
  .pipe(
    z
      .string()
      .min(1, m("utenti.errori.codice_fiscale_mancante"))
      .refine((value) => codiceFiscaleFault(value) === null, m("utenti.errori.codice_fiscale_errato")),
  );

/** PostgreSQL holds no NUL, and refuses a text that has one. */
export const testo = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\0]*$/);

/** The number of the last row of the page before, as it stands in the address. */
export const pagina = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable().catch(null);
