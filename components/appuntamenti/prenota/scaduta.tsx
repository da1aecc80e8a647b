import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";

type Props = {
  /** Where a time is chosen anew, for the same hold. */
  quando: string;
  /** Nothing was written or added for it. */
  vuota: boolean;
};

/** A hold that ran out or was let go: what was written is still there. */
export function Scaduta({ quando, vuota }: Props) {
  const t = useTranslations("appuntamenti.prenota.scaduta");
  return (
    <section role="alert" className="scheda mt-6 max-w-text border-s-6 border-s-orange-48">
      <h2>{t("titolo")}</h2>
      <p className="mt-1">{t(vuota ? "testo" : "testoConNota")}</p>
      <ButtonLink href={quando} className="mt-5">
        {t("scegli")}
      </ButtonLink>
    </section>
  );
}
