import type { useTranslations } from "next-intl";

type Persona = { nome: string | null; cognome: string | null } | null;

/** Whom a quesito is about: the worker, or the rapporto's codice when the worker is not known here any more. */
export function nomeOggetto(
  t: ReturnType<typeof useTranslations<"quesiti">>,
  rapporto: string | null,
  lavoratore: Persona,
): string {
  if (rapporto === null) return t("tuttaLaPosizione");
  if (!lavoratore?.cognome) return t("rapportoCodice", { codice: rapporto });
  return `${lavoratore.nome} ${lavoratore.cognome}`;
}
