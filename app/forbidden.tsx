import { useTranslations } from "next-intl";
import { Avviso } from "@/components/layout/avviso";

export default function Forbidden() {
  const t = useTranslations("errori");
  return (
    <Avviso
      titolo={t("nonConsentito.titolo")}
      testo={t("nonConsentito.testo")}
      href="/profilo"
      azione={t("cambiaProfilo")}
    />
  );
}
