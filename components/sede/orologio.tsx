import { CirclePause, Clock, ClockAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import { orologioDi } from "@/lib/quesiti/rules";

type Props = {
  quesito: Parameters<typeof orologioDi>[0];
  oggi: string;
  /** In a column that says itself that these are working days. */
  breve?: boolean;
};

/** Few enough working days to be told apart. */
const POCHI = 5;

/** How much time the sede has left, in working days; nothing once it is closed. */
export function Orologio({ quesito, oggi, breve = false }: Props) {
  const t = useTranslations(breve ? "sede.orologio.breve" : "sede.orologio");
  const orologio = orologioDi(quesito, oggi);
  if (!orologio) return null;
  const { giorni, fermo, scaduto } = orologio;
  if (fermo) {
    return (
      <Tag tono="grigio" icon={CirclePause}>
        {giorni < 0 ? t("fermoScaduto") : t("fermo", { n: giorni })}
      </Tag>
    );
  }
  if (scaduto) {
    return (
      <Tag tono="rosso" icon={ClockAlert}>
        {t("scaduto", { n: -giorni })}
      </Tag>
    );
  }
  return (
    <Tag tono={giorni <= POCHI ? "arancio" : "blu"} icon={Clock}>
      {t("giorni", { n: giorni })}
    </Tag>
  );
}
