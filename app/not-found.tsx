import { useTranslations } from "next-intl";
import { Avviso } from "@/components/layout/avviso";

export default function NotFound() {
  const t = useTranslations("errori");
  return (
    <Avviso
      titolo={t("nonTrovato.titolo")}
      testo={t("nonTrovato.testo")}
      href="/cassetto"
      azione={t("servizio")}
    />
  );
}
