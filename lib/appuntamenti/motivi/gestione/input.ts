import { z } from "zod";
import { riga } from "@/lib/campi";
import type { Messaggio } from "@/lib/messaggi";

const m = (key: Messaggio) => key;

const intero = (min: number, max: number, wrong: Messaggio) =>
  z
    .string({ error: wrong })
    .trim()
    .regex(/^[0-9]{1,3}$/, wrong)
    .transform(Number)
    .pipe(z.number().min(min, wrong).max(max, wrong));

const siNo = (wrong: Messaggio) =>
  z.enum(["si", "no"], { error: wrong }).transform((detto) => detto === "si");

const campi = {
  nome: riga(3, 100, m("appuntamenti.motivi.errori.nome")),
  daPortare: riga(0, 500, m("appuntamenti.motivi.errori.daPortare")),
  durata: intero(5, 180, m("appuntamenti.motivi.errori.durata")),
  pausa: intero(0, 60, m("appuntamenti.motivi.errori.pausa")),
  preavviso: intero(0, 720, m("appuntamenti.motivi.errori.preavviso")),
  orizzonte: intero(1, 180, m("appuntamenti.motivi.errori.orizzonte")),
  richiedeQuesito: siNo(m("appuntamenti.motivi.errori.richiedeQuesito")),
  /** Empty: of any categoria. */
  categoria: z
    .string()
    .regex(/^[a-z_]{0,40}$/, m("appuntamenti.motivi.errori.categoria"))
    .default("")
    .transform((codice) => codice || null),
};

/** A categoria is of the quesito behind the appuntamento: where none is needed it says nothing. */
const isCoerente = ({ richiedeQuesito, categoria }: { richiedeQuesito: boolean; categoria: string | null }) =>
  richiedeQuesito || categoria === null;
const altrimenti = { path: ["categoria"], message: m("appuntamenti.motivi.errori.senzaQuesito") };

export const codiceMotivo = z.string().regex(/^[a-z][a-z_]{1,39}$/);

export const nuovoMotivoInput = z.object(campi).refine(isCoerente, altrimenti);

export const motivoInput = z
  .object({
    ...campi,
    codice: codiceMotivo,
    ordine: intero(1, 99, m("appuntamenti.motivi.errori.ordine")),
    attivo: siNo(m("appuntamenti.motivi.errori.attivo")),
  })
  .refine(isCoerente, altrimenti);

/** What was just done, as the address says it after the redirect; anything else says nothing. */
export const fattoMotivoInput = z.enum(["creato", "cambiato"]).nullable().catch(null).default(null);
