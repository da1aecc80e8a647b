import { useTranslations } from "next-intl";
import type { Quesito } from "@/db/schema/quesiti";
import { formatData } from "@/lib/dates";
import { orologioDi } from "@/lib/quesiti/rules";

type Props = { quesito: Pick<Quesito, "stato" | "termine" | "sospesoDal">; oggi: string };

/** How long the sede still has; nothing when no answer is due. */
export function Orologio({ quesito, oggi }: Props) {
  const t = useTranslations("quesiti.orologio");
  const orologio = orologioDi(quesito, oggi);
  if (!orologio) return null;
  const data = formatData(quesito.termine, "lungo");
  if (orologio.fermo) return <>{t("fermo")}.</>;
  if (orologio.scaduto) return <>{t("scaduto", { data })}.</>;
  return (
    <>
      {t("resta", { giorni: orologio.giorni })}
      {orologio.giorni > 0 && `, ${t("entro", { data })}`}.
    </>
  );
}
