import { z } from "zod";
import { MODI_APPUNTAMENTO } from "@/db/schema/agenda";
import { parseDataIso } from "@/lib/dates";
import type { Messaggio } from "@/lib/messaggi";
import type { Perche } from "./motivi/rules";
import { RIFIUTI } from "./rules";

export { MODI_APPUNTAMENTO };
export const NOTA_MASSIMA = 500;
/** What the database lets one place on the waiting list name. */
export const SEDI_IN_ATTESA_MASSIME = 10;

const m = (key: Messaggio) => key;

const posizione = z.string();
const id = z.uuid();
const modo = z.enum(MODI_APPUNTAMENTO);
const numero = z.string().regex(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
const sede = z.string().regex(/^\d{6}$/);
const intero = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
/** What is not there, or makes no sense in an address, counts as not said. */
const forse = <T>(type: z.ZodType<T>) => type.nullable().catch(null).default(null);

const oggetto = {
  motivo: z.string().regex(/^[a-z][a-z_]{1,39}$/),
  quesito: forse(z.string().regex(/^\d{6}\.\d{4}\.\d{7}$/)),
  rapporto: forse(z.string().regex(/^\d{10}$/)),
  anno: forse(intero(1900, 2999)),
  trimestre: forse(intero(1, 4)),
  progressivo: forse(intero(0, 999)),
};
type Oggetto = { [K in keyof typeof oggetto]: z.output<(typeof oggetto)[K]> };

function toPerche({ motivo, quesito, rapporto, anno, trimestre, progressivo }: Oggetto): Perche {
  const intero = anno !== null && trimestre !== null && progressivo !== null;
  return { motivo, quesito, rapporto, contributo: intero ? { anno, trimestre, progressivo } : null };
}

/** Reads back queryDi() of lib/appuntamenti/motivi/rules.ts; null: no reason. */
export const percheInput = z.object(oggetto).transform(toPerche).nullable().catch(null);

const giorno = z.string().refine((text) => parseDataIso(text) !== null);

/** Which appuntamento is meant; null: no such number. */
export const numeroInput = numero.nullable().catch(null);
/** Which hold; null: no such thing. */
export const idInput = id.nullable().catch(null);

/** Which times are looked at, in what way, and what was just refused or done. */
export const quandoInput = z.object({
  modo: forse(modo),
  sede: forse(sede),
  mese: forse(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
  giorno: forse(giorno),
  /** The hold that is chosen anew: its note and files stay. */
  prenotazione: forse(id),
  esito: forse(z.enum(RIFIUTI)),
});

const FATTI_PRENOTA = ["rinunciato", "offerta_lasciata", "in_attesa", "uscito"] as const;
/** What was just done or refused, as the address of the first step says it. */
export const percheFattoInput = z.object({
  fatto: forse(z.enum(FATTI_PRENOTA)),
  esito: forse(z.enum(["gia_prenotato", "non_trovata"])),
});

/** `100000/29847361/UUID,UUID`: sede, minute since 1970, and who could have them then, in the order to try. */
const orario = z
  .string()
  .regex(/^\d{6}\/\d{1,9}\/[0-9a-f-]{36}(,[0-9a-f-]{36}){0,9}$/)
  .transform((text) => {
    const [sede = "", inizio = "", esperti = ""] = text.split("/");
    return { sede, inizio: new Date(Number(inizio) * 60_000), esperti: esperti.split(",") };
  })
  .pipe(z.object({ sede: z.string(), inizio: z.date(), esperti: z.array(id) }));

const scelta = {
  posizione,
  prenotazione: id,
  modo,
  orario,
  /** The sede by which the list is filtered, to come back to it. */
  filtro: forse(sede),
};

const quesitoId = z
  .union([id, z.literal("")])
  .default("")
  .transform((text) => text || null);

const aboutIt = <T extends Oggetto>(input: T) => {
  const { motivo, quesito, rapporto, anno, trimestre, progressivo, ...altro } = input;
  return { ...altro, perche: toPerche({ motivo, quesito, rapporto, anno, trimestre, progressivo }) };
};

export const bloccaInput = z.object({ ...oggetto, ...scelta, quesitoId }).transform(aboutIt);
export const spostaInput = z.object({ ...scelta, numero, appuntamento: id });

const senzaNul = (text: string) => text.replaceAll("\0", "");
const nota = z
  .string()
  .default("")
  .transform((text) => senzaNul(text).replaceAll("\r\n", "\n").trim())
  .pipe(z.string().max(NOTA_MASSIMA, m("appuntamenti.prenota.errori.nota")));

/** As people write it, with dots and dashes; null: none. */
const telefono = z
  .string()
  .default("")
  .transform((text) => text.replace(/[^+\d]+/g, " ").trim())
  .pipe(
    z.union([
      z.literal("").transform(() => null),
      z.string().regex(/^[+]?[0-9 ]{6,20}$/, m("appuntamenti.prenota.errori.telefono")),
    ]),
  );

const versi = ["conferma", "allegati", "orario", "rinuncia"] as const;

/** The held time: confirm it, or what else to do with it; what was written stays in each case but the last. */
export const confermaInput = z
  .object({
    ...oggetto,
    posizione,
    prenotazione: id,
    modo,
    nota,
    telefono,
    verso: z.enum(versi).catch("conferma").default("conferma"),
  })
  .transform(aboutIt);

export const confermaSpostamentoInput = z
  .object({
    posizione,
    prenotazione: id,
    numero,
    modo,
    telefono,
    verso: z.enum(["conferma", "orario"]).catch("conferma").default("conferma"),
  })
  .refine((input) => input.modo !== "telefono" || input.verso === "orario" || input.telefono !== null, {
    message: m("appuntamenti.rifiuti.senza_telefono"),
    path: ["telefono"],
  });

export const liberaInput = z.object({ posizione, prenotazione: id });
/** As it was shown: until when it runs. */
export const lasciaInput = liberaInput.extend({
  scade: z.iso.datetime().transform((text) => new Date(text)),
});

/** Each sede and each way has a field of its own: `sede_100000`, `modo_video`. */
const segnati = (input: Record<string, unknown>, prefisso: string) =>
  Object.keys(input)
    .filter((name) => name.startsWith(prefisso))
    .map((name) => name.slice(prefisso.length));

export const attesaInput = z
  .looseObject({ ...oggetto, posizione, attesa: id, quesitoId, telefono })
  .transform((input) => ({
    ...aboutIt(input),
    sedi: segnati(input, "sede_"),
    modi: segnati(input, "modo_"),
  }))
  .pipe(
    z.object({
      posizione,
      attesa: id,
      quesitoId: id.nullable(),
      telefono: z.string().nullable(),
      perche: z.custom<Perche>(),
      sedi: z
        .array(sede)
        .min(1, m("appuntamenti.attese.errori.sedi"))
        .max(SEDI_IN_ATTESA_MASSIME, m("appuntamenti.attese.errori.troppeSedi")),
      modi: z.array(modo).min(1, m("appuntamenti.attese.errori.modi")),
    }),
  )
  .refine((input) => !input.modi.includes("telefono") || input.telefono !== null, {
    message: m("appuntamenti.rifiuti.senza_telefono"),
    path: ["telefono"],
  });

export const esciInput = z.object({ posizione, attesa: id });
