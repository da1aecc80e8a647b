import { useTranslations } from "next-intl";
import type { Tempi } from "@/lib/quesiti/queries";
import { isTempoVero } from "@/lib/quesiti/rules";

/** How long this sede really took for such a question; nothing when there were too few to tell. */
export function TempiVeri({ tempi }: { tempi: Tempi | null }) {
  const t = useTranslations("quesiti");
  if (!tempi || !isTempoVero(tempi)) return null;
  const { risposte, mediana, novanta } = tempi;
  return (
    <p className="minore">
      {t("tempi", { mediana, novanta })} {t("tempiSpiega", { n: risposte })}
    </p>
  );
}
