import { useTranslations } from "next-intl";
import type { TestiConsegna } from "./pin-una-volta";

export function useTestiConsegna(): TestiConsegna {
  const t = useTranslations("utenti.gestione.consegna");
  return {
    titolo: t("titolo"),
    testo: t("testo"),
    avvisata: t("avvisata"),
    scheda: t("scheda"),
    altro: t("altro"),
  };
}
