import { z } from "zod";
import { codiceFiscale } from "@/lib/campi";
import type { Messaggio } from "@/lib/messaggi";

const m = (key: Messaggio) => key;

export const accediInput = z.object({
  codiceFiscale: codiceFiscale(m("utenti.errori.codice_fiscale_mancante")),
  pin: z
    .string({ error: m("utenti.errori.pin_mancante") })
    .trim()
    .min(1, m("utenti.errori.pin_mancante"))
    .max(16, m("utenti.errori.pin_forma")),
  da: z.string().optional(),
});

export const cambiaPinInput = z
  .object({
    pin: z
      .string({ error: m("utenti.errori.pin_mancante") })
      .trim()
      .min(1, m("utenti.errori.pin_mancante"))
      .max(16, m("utenti.errori.pin_forma")),
    nuovo: z
      .string({ error: m("utenti.errori.pin_mancante") })
      .trim()
      .min(1, m("utenti.errori.pin_mancante"))
      .max(16, m("utenti.errori.pin_forma")),
    ripetuto: z
      .string({ error: m("utenti.errori.pin_mancante") })
      .trim()
      .max(16, m("utenti.errori.pin_forma")),
  })
  .refine((input) => input.nuovo.toUpperCase() === input.ripetuto.toUpperCase(), {
    path: ["ripetuto"],
    message: m("utenti.errori.pin_diverso"),
  });

export const chiudiSessioneInput = z.object({});
