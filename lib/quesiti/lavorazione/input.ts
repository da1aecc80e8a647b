import { z } from "zod";
import { riga, righe, testo } from "@/lib/campi";
import type { Messaggio } from "@/lib/messaggi";
import { TIPI_RISPOSTA } from "./rules";

const m = (key: Messaggio) => key;

const motivo = riga(5, 300, m("sede.errori.motivo"));
const protocollo = z.string().regex(/^\d{6}\.\d{4}\.\d{7}$/);

/** The quesito a form is about, and where its page is. */
export const quesitoInput = z.object({ quesito: z.uuid(), protocollo });

/** The row of the queue whose button was pressed. */
export const sceltoInput = z
  .object({ scelto: z.string().max(60) })
  .transform(({ scelto }) => {
    const [quesito, protocollo] = scelto.split("/");
    return { quesito, protocollo };
  })
  .pipe(quesitoInput);

/** What the buttons of the answer's form do. */
const COSE = ["invia", "salva", "allega", "modello", "cerca"] as const;

/** An answer as far as it is written. */
export const salvaRispostaInput = quesitoInput.extend({
  bozza: z.uuid(),
  tipo: z.enum(TIPI_RISPOSTA).nullable().catch(null).default(null),
  testo: righe(0, 4_000, m("sede.errori.testo")),
});

/** The name or province of the sede it might be passed on to. */
export const cercaSedeInput = testo(100).trim().catch("").default("");

export const rispostaInput = salvaRispostaInput
  .extend({
    cosa: z.enum(COSE),
    modello: z.uuid().nullable().catch(null).default(null),
    cercaSede: cercaSedeInput,
  })
  // Only what is to leave must be complete.
  .superRefine(({ cosa, tipo, testo }, context) => {
    if (cosa !== "invia") return;
    const wrong = (path: string, message: Messaggio) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (testo === "") wrong("testo", "sede.errori.testo");
    if (tipo === null) wrong("tipo", "sede.errori.tipo");
  });

/** An answer that was written: to stop it, or to throw it away. */
export const scrittaInput = quesitoInput.extend({ bozza: z.uuid() });
export const notaInput = quesitoInput.extend({
  chiave: z.uuid(),
  nota: righe(1, 2_000, m("sede.errori.nota")),
});
export const chiediParereInput = quesitoInput.extend({
  esperto: z.uuid(m("sede.errori.esperto")),
  domanda: righe(1, 2_000, m("sede.errori.nota")),
});
export const rendiParereInput = quesitoInput.extend({
  parere: z.uuid(),
  testoParere: righe(1, 4_000, m("sede.errori.testo")),
});
export const assegnaInput = quesitoInput.extend({ collega: z.uuid(m("sede.errori.collega")), motivo });
export const trasferisciInput = quesitoInput.extend({
  sede: z.string({ error: m("sede.errori.sede") }).regex(/^\d{6}$/, m("sede.errori.sede")),
  perche: motivo,
});

/** The ticked rows of the queue come as `quesito.<id>`, because a form keeps one value per name. */
export const assegnaMoltiInput = z
  .object({ collega: z.uuid(m("sede.errori.collega")), motivo, da: z.string().max(2_000).default("") })
  .catchall(z.unknown())
  .transform(({ collega, motivo, da, ...rest }) => ({
    collega,
    motivo,
    da,
    quesiti: Object.keys(rest)
      .map((name) => /^quesito\.([0-9a-f-]{36})$/.exec(name)?.[1] ?? "")
      .filter((id) => z.uuid().safeParse(id).success),
  }))
  .refine(({ quesiti }) => quesiti.length > 0, { path: ["quesiti"], message: m("sede.errori.nessuno") });

/** What was just done, as the address says it after the redirect; anything else says nothing. */
export const fattoSedeInput = z
  .enum([
    "preso",
    "gia_preso",
    "rilasciato",
    "salvata",
    "inviata",
    "fermata",
    "nota",
    "parere_chiesto",
    "parere_reso",
    "assegnato",
    "assegnati",
    "trasferito",
    "eliminata",
  ])
  .nullable()
  .catch(null)
  .default(null);
