import { useTranslations } from "next-intl";
import { SegnoModo } from "@/components/appuntamenti/segno-modo";
import type { ModoAppuntamento } from "@/db/schema/agenda";

export function Modo({ modo }: { modo: ModoAppuntamento }) {
  const t = useTranslations("appuntamenti.modi");
  return (
    <span className="inline-flex items-center gap-1.5">
      <SegnoModo modo={modo} size={18} />
      {t(modo)}
    </span>
  );
}
