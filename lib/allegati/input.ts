import { z } from "zod";
import { ALLEGATI_MASSIMI, ANTEPRIME_MASSIME, BYTE_MASSIMI } from "@/db/schema/allegati";
import type { Messaggio } from "@/lib/messaggi";

export { ALLEGATI_MASSIMI, ANTEPRIME_MASSIME, BYTE_MASSIMI };

const m = (key: Messaggio) => key;

/** What a form carries at most; a browser sends one without a name for a field that was left empty. */
const INSIEME_MASSIMI = 10;
const file = z.custom<File>((value) => value instanceof Blob && "name" in value);
const files = z.array(file).max(INSIEME_MASSIMI);
/** `carica`: stay and see the list; `avanti`: go on, if nothing was refused. */
const verso = z.enum(["carica", "avanti"]).catch("carica").default("carica");

const scelti = { message: m("allegati.errori.nessuno"), path: ["file"] };
const chosenOrOnward = (input: { file: File[]; verso: string }) =>
  input.file.length > 0 || input.verso === "avanti";

const bozza = z.uuid();
/** What the bozza will be: a messaggio, or the note of an appuntamento. */
const parte = z.enum(["comunicazioni", "appuntamenti"]).catch("comunicazioni").default("comunicazioni");
export const caricaInput = z
  .object({ posizione: z.string(), bozza, parte, verso, file: files })
  .refine(chosenOrOnward, scelti);
export const caricaSedeInput = z
  .object({ protocollo: z.string().regex(/^[\d.]{1,30}$/), bozza, verso, file: files })
  .refine(chosenOrOnward, scelti);

export const togliInput = z.object({ posizione: z.string(), bozza, parte, allegato: z.uuid() });
export const togliSedeInput = z.object({
  protocollo: z.string().regex(/^[\d.]{1,30}$/),
  bozza,
  allegato: z.uuid(),
});

/** The address of a file, and of a page of it; null: no such thing. */
export const allegatoInput = z.object({ id: z.uuid() }).nullable().catch(null);
export const anteprimaInput = z
  .object({ id: z.uuid(), pagina: z.coerce.number().int().min(1).max(ANTEPRIME_MASSIME) })
  .nullable()
  .catch(null);

/** What the address of the list says. */
export const elencoInput = z.object({
  fatto: z.enum(["tolto"]).nullable().catch(null).default(null),
  bozza: z.uuid().nullable().catch(null).default(null),
});
