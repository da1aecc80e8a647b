import { useTranslations } from "next-intl";
import type { ProfiloDiUtente, SchedaUtente } from "@/lib/utenti/gestione/queries";

/** How a person is called; by their codice fiscale when no archive tells the name. */
export const nomeUtente = ({ nome, cognome, codiceFiscale }: SchedaUtente) =>
  [nome, cognome].filter(Boolean).join(" ") || codiceFiscale;

/** A profilo in words: what it is, where, as what. */
export function useNomeProfilo() {
  const t = useTranslations("utenti.gestione");
  const tu = useTranslations("utenti.tipi");
  const ruoli = { titolare: t("titolare"), sub_abilitato: t("subAbilitato") };
  return ({ tipo, dove, ruolo, esperto }: ProfiloDiUtente) =>
    [tu(tipo), dove, ruolo && ruoli[ruolo], esperto && t("espertoBreve")].filter(Boolean).join(", ");
}
