import { z } from "zod";
import { AMBITI_DELEGA, TIPI_DELEGA, TITOLI_DELEGA } from "@/db/schema/deleghe";
import { codiceFiscale, testo, testoLeggibile } from "@/lib/campi";
import { parseDataIso } from "@/lib/dates";
import type { Messaggio } from "@/lib/messaggi";
import { RIFIUTI } from "./rules";

export { AMBITI_DELEGA };

const m = (key: Messaggio) => key;

/** From a date field, empty when there is none. The next century is a slip of the finger. */
const data = z
  .string()
  .trim()
  .default("")
  .refine((text) => text === "" || parseDataIso(text) !== null, m("deleghe.errori.data"))
  .refine((text) => text < "2100", m("deleghe.errori.data"))
  .transform((text) => text || null);

const codicePersona = codiceFiscale(m("deleghe.errori.codicePersona"));
const codiceDatore = codiceFiscale(m("deleghe.errori.codiceDatore"));
const ambito = z.enum(AMBITI_DELEGA, { error: m("deleghe.errori.ambito") });
const motivo = z
  .string()
  .trim()
  .max(500, m("deleghe.errori.motivo"))
  .regex(testoLeggibile, m("deleghe.errori.motivo"))
  .default("");
const id = z.uuid();

type Periodo = { dal: string | null; al: string | null };
const endsAfterStart = ({ dal, al }: Periodo) => !al || !dal || al >= dal;
const fineErrata = { path: ["al"], message: m("deleghe.errori.fine") };

/** The datore offers a delega; which field names whom depends on tipo. */
export const proponiInput = z
  .object({
    posizione: z.string(),
    tipo: z.enum(TIPI_DELEGA),
    intermediario: testo(100).optional(),
    codiceFiscale: z.string().optional(),
    ambito,
    dal: data,
    al: data,
  })
  .refine(endsAfterStart, fineErrata)
  .transform((input, context) => {
    if (input.tipo === "professionale") {
      if (!input.intermediario)
        context.addIssue({ code: "custom", path: ["cerca"], message: m("deleghe.errori.intermediario") });
      return { ...input, delegato: input.intermediario ?? "" };
    }
    const persona = codicePersona.safeParse(input.codiceFiscale);
    if (!persona.success) {
      const message = persona.error.issues[0]?.message ?? m("utenti.errori.codice_fiscale_errato");
      context.addIssue({ code: "custom", path: ["codiceFiscale"], message });
    }
    return { ...input, delegato: persona.data ?? "" };
  });

/** A studio asks a datore. */
export const proponiADatoreInput = z
  .object({ codiceFiscale: codiceDatore, ambito, dal: data, al: data })
  .refine(endsAfterStart, fineErrata);

export const decidiInput = z.object({
  proposta: id,
  decisione: z.enum(["accetta", "rifiuta", "ritira"]),
});
export const decidiDatoreInput = decidiInput.extend({ posizione: z.string() });

export const chiudiInput = z.object({ posizione: z.string(), delega: id, motivo });

/** What the datore changes. `al` is left alone where the archive says when it ends. */
export const cambiaInput = z.object({ posizione: z.string(), delega: id, ambito, al: data });

/** Before it begins there is no drawer to stand in. */
export const rinunciaFuturaInput = z.object({ delega: id, motivo });

export const chiudiTutelaInput = z.object({
  tutela: id,
  motivo: motivo.refine((text) => text.length >= 5, m("deleghe.errori.motivoTutela")),
});
export const tutelaInput = z.object({
  datore: codiceDatore,
  persona: codicePersona,
  titolo: z.enum(TITOLI_DELEGA).exclude(["volontaria"], { error: m("deleghe.errori.titolo") }),
  al: data,
  motivo: motivo.refine((text) => text.length >= 5, m("deleghe.errori.provvedimento")),
});

/** What was just done, as the address says it after the redirect; anything else says nothing. */
export const FATTI = [
  "accettata",
  "accettata_futura",
  "incarico_accettato",
  "incarico_rifiutato",
  "rifiutata",
  "ritirata",
  "revocata",
  "rinunciata",
  "cambiata",
  "proposta",
  "salvato",
  "tutela_registrata",
  "tutela_chiusa",
] as const;
/** What was just refused, on the page one is led back to. */
export const rifiutoInput = z.enum(RIFIUTI).nullable().catch(null).default(null);
/** Which delega was just accepted. */
export const delegaInput = z.uuid().nullable().catch(null).default(null);
export const fattoInput = z.enum(FATTI).nullable().catch(null).default(null);
