import { CalendarCheck, CalendarX, CircleCheck, CircleX, Hourglass, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Tag, type Tono } from "@/components/ui/tag";
import type { Appuntamento } from "@/db/schema/appuntamenti";

const ASPETTO: Record<Appuntamento["stato"], [Tono, typeof CalendarX]> = {
  in_prenotazione: ["arancio", Hourglass],
  confermato: ["verde", CalendarCheck],
  tenuto: ["grigio", CircleCheck],
  non_presentato: ["rosso", CircleX],
  chiuso_e_definito: ["grigio", CircleCheck],
  annullato: ["grigio", CalendarX],
};

/** How an appuntamento stands, as who asked for it reads it; and whether a new time is to be chosen. */
export function StatoAppuntamento({ stato, daSpostareAt }: Pick<Appuntamento, "stato" | "daSpostareAt">) {
  const t = useTranslations("appuntamenti");
  const [tono, icon] = ASPETTO[stato];
  if (stato === "confermato" && daSpostareAt) {
    return (
      <Tag tono="arancio" icon={TriangleAlert}>
        {t("elenco.daSpostare")}
      </Tag>
    );
  }
  return (
    <Tag tono={tono} icon={icon}>
      {t(`stati.${stato}`)}
    </Tag>
  );
}
