import { useTranslations } from "next-intl";
import type { TestiColpiti } from "./cambio-form";

/** The words of CambioForm; its number is filled in by the browser. */
export function useTestiColpiti(): TestiColpiti {
  const t = useTranslations("appuntamenti.agenda.colpiti");
  return {
    titolo: t.raw("titolo"),
    ...{ testo: t("testo"), cambiato: t("cambiato"), proposte: t("proposte"), nessuna: t("nessuna") },
    ...{ conferma: t("conferma"), lascia: t("lascia") },
  };
}
