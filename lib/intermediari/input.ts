import { z } from "zod";
import { codiceFiscale, testo, testoLeggibile } from "@/lib/campi";
import type { Messaggio } from "@/lib/messaggi";

const m = (key: Messaggio) => key;

export const nominaInput = z.object({ codiceFiscale: codiceFiscale(m("deleghe.errori.codicePersona")) });
export const decidiNominaInput = z.object({
  intermediario: testo(100),
  decisione: z.enum(["accetta", "rifiuta"]),
});
export const gruppoInput = z.object({
  nome: z
    .string()
    .trim()
    .min(1, m("intermediari.errori.nomeGruppo"))
    .max(60, m("intermediari.errori.nomeGruppo"))
    .regex(testoLeggibile, m("intermediari.errori.nomeGruppo")),
});
export const eliminaGruppoInput = z.object({ gruppo: z.uuid() });

/** The ticked rows of the desk come as `delegante.<id>`, because a form keeps one value per name. */
export const assegnaInput = z
  .object({ gruppo: z.union([z.uuid(), z.literal("")]), da: z.string().max(2_000).default("") })
  .catchall(z.unknown())
  .transform(({ gruppo, da, ...rest }) => ({
    gruppo: gruppo || null,
    da,
    posizioni: Object.keys(rest)
      .map((name) => /^delegante\.([0-9a-f-]{36})$/.exec(name)?.[1] ?? "")
      .filter((posizione) => z.uuid().safeParse(posizione).success),
  }));

/** The steps to a new delega as they stand in the address. */
export const cercaIntermediarioInput = z.object({
  tipo: z.enum(["personale", "professionale"]).nullable().catch(null).default(null),
  cerca: testo(100).trim().catch("").default(""),
  intermediario: testo(100).nullable().catch(null).default(null),
});

/** What was just done, as the address says it after the redirect; anything else says nothing. */
export const fattoStudioInput = z
  .enum(["nominato", "tolto", "nomina_ritirata", "salvato"])
  .nullable()
  .catch(null)
  .default(null);
