import { z } from "zod";
import { TESTO_MASSIMO } from "@/db/schema/messaggi";
import type { Messaggio } from "@/lib/messaggi";

export { TESTO_MASSIMO };
export const OGGETTO_MASSIMO = 120;
/** Stands for no rapporto: the posizione as a whole. */
export const POSIZIONE = "posizione";

const m = (key: Messaggio) => key;

const posizione = z.string();
const id = z.uuid();
const codiceRapporto = z.string().regex(/^\d{10}$/);
const ARGOMENTO = /^[a-z][a-z_]{1,39}$/;
export const protocollo = z.string().regex(/^\d{6}\.\d{4}\.\d{7}$/);

const senzaNul = (text: string) => text.replaceAll("\0", "");
/** Without blank lines around it. A form sends each line's end as two characters; a browser counts it as one. */
const testo = z
  .string()
  .default("")
  .transform((text) => senzaNul(text).replaceAll("\r\n", "\n").trim())
  .pipe(z.string().max(TESTO_MASSIMO, m("quesiti.errori.testoLungo")));
const oggetto = z
  .string()
  .default("")
  .transform((text) => senzaNul(text).replace(/\s+/g, " ").trim())
  .pipe(z.string().max(OGGETTO_MASSIMO, m("quesiti.errori.oggettoLungo")));

/** `7002600001/2026/3/1`, as chiaveContributo writes it; anything else is none. */
const contributo = z
  .string()
  .transform((text) => {
    const found = /^(\d{10})\/(\d{4})\/([1-4])\/(\d{1,3})$/.exec(text);
    if (!found) return null;
    const [anno = 0, trimestre = 0, progressivo = 0] = found.slice(2).map(Number);
    return { rapporto: found[1], chiave: { anno, trimestre, progressivo } };
  })
  .nullable()
  .default(null);

/** What a new quesito is about. A contributo goes with its own rapporto and with no other. */
export const argomentoInput = z
  .object({
    posizione,
    bozza: id,
    rapporto: z.union([codiceRapporto, z.literal(POSIZIONE)], { error: m("quesiti.errori.rapporto") }),
    argomento: z.string({ error: m("quesiti.errori.argomento") }).regex(ARGOMENTO),
    contributo,
  })
  .transform(({ rapporto, contributo: asked, ...input }) => ({
    ...input,
    rapporto: rapporto === POSIZIONE ? null : rapporto,
    contributo: asked?.rapporto === rapporto ? (asked?.chiave ?? null) : null,
  }));

/** What to do after writing: go on, or leave it for later. */
const VERSI = ["avanti", "dopo"] as const;

/** Only who goes on has to have written something. */
export const testoInput = z
  .object({
    posizione,
    bozza: id,
    /** It answers in a thread: that has an oggetto already. */
    risposta: z.literal("si").optional(),
    oggetto,
    testo,
    verso: z.enum(VERSI).catch("avanti").default("avanti"),
  })
  .superRefine(({ risposta, oggetto: written, testo: text, verso }, context) => {
    if (verso === "dopo") return;
    const fault = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (!risposta && written.length < 3) fault("oggetto", m("quesiti.errori.oggetto"));
    if (text.trim() === "") fault("testo", m("quesiti.errori.testo"));
  });

export const bozzaInput = z.object({ posizione, bozza: id });

/** What is kept while somebody types; `quesito`: the thread it answers in. */
export const salvaInput = z.object({ posizione, bozza: id, quesito: id.optional(), oggetto, testo });

export const rispondiInput = z
  .object({
    posizione,
    bozza: id,
    quesito: id,
    protocollo,
    testo,
    verso: z.enum(["invia", "allegati"]).catch("invia").default("invia"),
  })
  .superRefine(({ verso, testo: text }, context) => {
    if (verso === "invia" && text.trim() === "") {
      context.addIssue({ code: "custom", path: ["testo"], message: m("quesiti.errori.testo") });
    }
  });

export const chiudiInput = z.object({ posizione, quesito: id, protocollo });

const numero = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

/** What to ask about, as a link of another page says it; what makes no sense is left out. */
export const spuntoInput = z
  .object({
    rapporto: codiceRapporto.optional().catch(undefined),
    anno: numero(1900, 2999).optional().catch(undefined),
    trimestre: numero(1, 4).optional().catch(undefined),
    progressivo: numero(0, 999).optional().catch(undefined),
    argomento: z.string().regex(ARGOMENTO).optional().catch(undefined),
  })
  .transform(({ rapporto, anno, trimestre, progressivo, argomento }) => ({
    rapporto,
    argomento,
    contributo:
      rapporto && anno !== undefined && trimestre !== undefined && progressivo !== undefined
        ? { anno, trimestre, progressivo }
        : undefined,
  }));

/** Of which messaggio the receipt is asked for; null: of the first. */
export const ricevutaInput = z.object({ messaggio: protocollo.nullable().catch(null).default(null) });

/** What was just done, as the address says it after the redirect; anything else says nothing. */
export const FATTI = ["salvata", "eliminata", "chiuso", "inviata"] as const;
export const fattoInput = z.enum(FATTI).nullable().catch(null).default(null);
