import { useTranslations } from "next-intl";
import type { Delega } from "@/db/schema/deleghe";
import { formatData } from "@/lib/dates";
import { chiusaIl } from "@/lib/deleghe/rules";

/** From when, and until when if there is an end. */
export function Periodo({ dal, al }: { dal: string; al: string | null }) {
  const t = useTranslations("deleghe");
  const data = formatData(dal, "lungo");
  return <>{al ? t("dalAl", { data, fine: formatData(al, "lungo") }) : t("dal", { data })}</>;
}

/** The same of a delega, which somebody may have ended before its last day, or its first. */
export function PeriodoDelega({ delega }: { delega: Delega }) {
  const t = useTranslations("deleghe");
  const chiusa = chiusaIl(delega);
  if (chiusa !== null && chiusa < delega.dataInizio) {
    const data = formatData(delega.dataInizio, "lungo");
    return <>{t("maiIniziata", { data, fine: formatData(chiusa, "lungo") })}</>;
  }
  return <Periodo dal={delega.dataInizio} al={chiusa ?? delega.fine} />;
}
