import { z } from "zod";
import { TIPI_PROFILO } from "@/db/schema/utenti";
import { codiceFiscale, riga, testo } from "@/lib/campi";
import type { Messaggio } from "@/lib/messaggi";
import { type DifettoProfilo, whyNotProfilo } from "@/lib/utenti/creazione/rules";

export { TIPI_PROFILO };

const m = (key: Messaggio) => key;
const codicePersona = codiceFiscale(m("deleghe.errori.codicePersona"));

export const FILTRI_UTENTI = ["sede", "amministratori", "intermediari", "sospesi"] as const;
export type FiltroUtenti = (typeof FILTRI_UTENTI)[number];

/** Which users, and from after which one on, as it stands in the address; what makes no sense is no filter. */
export const cercaUtentiInput = z
  .object({
    cerca: testo(100).trim().catch("").default(""),
    filtro: z.enum(FILTRI_UTENTI).nullable().catch(null).default(null),
    dopo: z.uuid().nullable().catch(null).default(null),
  })
  .transform((given) => {
    const intero = codicePersona.safeParse(given.cerca).data ?? null;
    return { ...given, codiceFiscale: intero, parole: intero === null && given.cerca ? given.cerca : null };
  });
export type CercaUtenti = z.infer<typeof cercaUtentiInput>;

/** Why it is done; the register keeps it. */
const motivo = riga(1, 300, m("utenti.gestione.errori.senza_motivo"));
const utente = z.uuid();

const profilo = {
  tipo: z.enum(TIPI_PROFILO, { error: m("utenti.gestione.errori.tipo") }),
  sede: z
    .string()
    .regex(/^(\d{6})?$/, m("utenti.gestione.errori.sede_inesistente"))
    .default("")
    .transform((codice) => codice || undefined),
  intermediario: testo(40)
    .trim()
    .default("")
    .transform((codice) => codice || undefined),
  esperto: z
    .literal("si")
    .optional()
    .transform((detto) => detto === "si"),
};

const CAMPO: Record<DifettoProfilo, string> = {
  senza_sede: "sede",
  sede_di_troppo: "sede",
  senza_intermediario: "intermediario",
  intermediario_di_troppo: "intermediario",
  esperto_senza_sede: "esperto",
};

/** What is chosen for one profilo must not stand there for another: it would be a slip. */
const whereItBelongs = (
  given: Parameters<typeof whyNotProfilo>[0],
  context: { addIssue: (issue: { code: "custom"; path: string[]; message: string }) => void },
) => {
  const difetto = whyNotProfilo(given);
  if (difetto) {
    const message = m(`utenti.gestione.errori.${difetto}`);
    context.addIssue({ code: "custom", path: [CAMPO[difetto]], message });
  }
};

export const creaUtenteInput = z
  .object({ codiceFiscale: codicePersona, ...profilo })
  .superRefine(whereItBelongs);
export const daiProfiloInput = z.object({ utente, ...profilo, motivo }).superRefine(whereItBelongs);
export const togliProfiloInput = z.object({ utente, profilo: z.uuid(), motivo });
export const attoUtenteInput = z.object({ utente, motivo });
export const nuovoPinInput = z.object({
  utente,
  /** The last event about the user that the page showed. */
  visto: z.coerce.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
  motivo,
});

/** What was just done, as the address says it after the redirect; anything else says nothing. */
export const fattoUtenteInput = z
  .enum(["profilo_dato", "profilo_tolto", "sospeso", "riammesso"])
  .nullable()
  .catch(null)
  .default(null);
