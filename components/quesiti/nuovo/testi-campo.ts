import { useTranslations } from "next-intl";
import type { TestiCampo } from "./campo-testo";

/** The words of the text area, for the browser: the numbers are filled in while somebody types. */
export function useTestiCampo(etichetta: string, aiuto?: string): TestiCampo {
  const t = useTranslations("quesiti.testo");
  return {
    testo: etichetta,
    aiuto,
    restano: t.raw("restano"),
    troppi: t.raw("troppi"),
    salvato: t("salvato"),
    nonSalvato: t("nonSalvato"),
  };
}
