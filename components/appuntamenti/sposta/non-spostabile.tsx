import { useTranslations } from "next-intl";
import { TroppoTardi } from "@/components/appuntamenti/dettaglio/troppo-tardi";
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
    <>
      {rifiuto === "troppo_tardi" ? (
        <TroppoTardi sede={sede} />
      ) : (
        <p className="scheda mt-6 max-w-text font-semibold">{t(`rifiuti.${rifiuto}`)}</p>
      )}
      <ButtonLink href={base} secondario className="mt-4">
        {t("sposta.torna")}
      </ButtonLink>
    </>
  );
}
