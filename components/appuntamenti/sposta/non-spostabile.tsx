import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import type { Rifiuto } from "@/lib/appuntamenti/rules";

type Props = {
  rifiuto: Rifiuto;
  sede: { denominazione: string; telefono: string | null };
  base: string;
};

/** Why an appuntamento stays where it is, and whom to call. */
export function NonSpostabile({ rifiuto, sede, base }: Props) {
  const t = useTranslations("appuntamenti");
  return (
    <section className="scheda mt-6 max-w-text">
      <p className="font-semibold">{t(`rifiuti.${rifiuto}`)}</p>
      {rifiuto === "troppo_tardi" && sede.telefono && (
        <p className="mt-1">
          {sede.denominazione}: <a href={`tel:${sede.telefono.replace(/\s/g, "")}`}>{sede.telefono}</a>
        </p>
      )}
      <ButtonLink href={base} secondario className="mt-4">
        {t("sposta.torna")}
      </ButtonLink>
    </section>
  );
}
