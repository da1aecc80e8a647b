import { useTranslations } from "next-intl";
import { formatData } from "@/lib/dates";

/** From when, and until when if there is an end. */
export function Periodo({ dal, al }: { dal: string; al: string | null }) {
  const t = useTranslations("deleghe");
  const data = formatData(dal, "lungo");
  return <>{al ? t("dalAl", { data, fine: formatData(al, "lungo") }) : t("dal", { data })}</>;
}
