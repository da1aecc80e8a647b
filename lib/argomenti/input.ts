import { z } from "zod";
import { testoLeggibile } from "@/lib/campi";
import type { Messaggio } from "@/lib/messaggi";
import { TERMINE_MASSIMO } from "./rules";

const m = (key: Messaggio) => key;

const intero = (max: number, wrong: Messaggio) =>
  z
    .string({ error: wrong })
    .trim()
    .regex(/^[0-9]{1,3}$/, wrong)
    .transform(Number)
    .pipe(z.number().min(1, wrong).max(max, wrong));

const testi = {
  nome: z
    .string({ error: m("argomenti.errori.nome") })
    .trim()
    .min(3, m("argomenti.errori.nome"))
    .max(100, m("argomenti.errori.nome"))
    .regex(testoLeggibile, m("argomenti.errori.nome")),
  aiuto: z
    .string({ error: m("argomenti.errori.aiuto") })
    .trim()
    .max(500, m("argomenti.errori.aiuto"))
    .regex(testoLeggibile, m("argomenti.errori.aiuto")),
  termine: intero(TERMINE_MASSIMO, m("argomenti.errori.termine")),
};

export const codiceArgomento = z.string().regex(/^[a-z][a-z_]{1,39}$/);

export const nuovoArgomentoInput = z.object({
  ...testi,
  categoria: z
    .string({ error: m("argomenti.errori.categoria") })
    .regex(/^[a-z_]{1,40}$/, m("argomenti.errori.categoria")),
});

export const argomentoInput = z.object({
  ...testi,
  codice: codiceArgomento,
  ordine: intero(99, m("argomenti.errori.ordine")),
  attivo: z.enum(["si", "no"], { error: m("argomenti.errori.attivo") }).transform((detto) => detto === "si"),
});

/** What was just done, as the address says it after the redirect; anything else says nothing. */
export const fattoArgomentoInput = z.enum(["creato", "cambiato"]).nullable().catch(null).default(null);
