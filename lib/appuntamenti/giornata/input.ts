import { z } from "zod";
import { riga, righe } from "@/lib/campi";
import { parseDataIso } from "@/lib/dates";
import type { Messaggio } from "@/lib/messaggi";
import { ATTI, CORREGGIBILI, ESITI, MOMENTI } from "./rules";

const m = (key: Messaggio) => key;

/** What of which day is shown, as it stands in the address; what makes no sense is as if it were not there. */
export const giornataInput = z.object({
  /** Null: today. */
  data: z
    .string()
    .transform((testo) => parseDataIso(testo))
    .nullable()
    .catch(null)
    .default(null),
  /** Null: one's own if one is an esperto, otherwise all. */
  esperto: z
    .union([z.uuid(), z.literal("tutti")])
    .nullable()
    .catch(null)
    .default(null),
  stato: z.enum(MOMENTI).nullable().catch(null).default(null),
});
export type Scelta = z.infer<typeof giornataInput>;

const appuntamento = z.uuid();

/** Marked in the list of a day, to which one comes back. */
export const segnaInput = z.object({
  appuntamento,
  atto: z.enum(ATTI),
  /** The query of the list. */
  da: z.string().max(300).default(""),
});

const diPagina = { appuntamento, numero: z.string().regex(/^[0-9A-F]{4}-[0-9A-F]{4}$/) };

/** The same on its own page. */
export const segnaQuiInput = z.object({ ...diPagina, atto: z.enum(ATTI) });

export const correggiInput = z.object({ ...diPagina, atto: z.enum(CORREGGIBILI) });

export const concludiInput = z
  .object({
    ...diPagina,
    esito: z.enum(ESITI, { error: m("appuntamenti.giornata.errori.esito") }),
    nota: righe(0, 1_000, m("appuntamenti.giornata.errori.nota")),
  })
  // Who is not received must read why.
  .refine(({ esito, nota }) => esito !== "definito" || nota !== "", {
    path: ["nota"],
    message: m("appuntamenti.giornata.errori.notaDefinito"),
  });

export const COLLEGAMENTO_MASSIMO = 500;
/** Only encrypted, on a host with a name, and nothing before it that could pass for another. */
const COLLEGAMENTO = /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?\/[!-~]*$/;
const collegamentoErrato = m("appuntamenti.giornata.errori.collegamento");

/** Where a call by video is, as pasted from a browser; it becomes what a browser makes of it. */
export const collegamentoInput = z.object({
  ...diPagina,
  collegamento: z
    .string({ error: collegamentoErrato })
    .trim()
    .transform((testo) => (URL.canParse(testo) ? new URL(testo).href : testo))
    .pipe(z.string().max(COLLEGAMENTO_MASSIMO, collegamentoErrato).regex(COLLEGAMENTO, collegamentoErrato)),
});

export const annullaDallaSedeInput = z.object({
  ...diPagina,
  motivo: riga(5, 300, m("appuntamenti.giornata.errori.motivo")),
});

/** What was just done, as the address says it after the redirect; anything else says nothing. */
export const fattoGiornataInput = z
  .enum([...ATTI, "annullato", "corretto", "collegamento"])
  .nullable()
  .catch(null)
  .default(null);
