import { useTranslations } from "next-intl";

export function ComePagare() {
  const t = useTranslations("pagamenti");
  return (
    <div id="come-pagare" className="scheda-evidenza mt-5">
      <h3>{t("comePagare")}</h3>
      <p className="mt-1 max-w-text text-base">{t("comePagareTesto")}</p>
      <p className="minore mt-2 max-w-text">{t("giaPagato")}</p>
    </div>
  );
}
