import { Ban, CircleCheck, Hourglass, type LucideIcon, Pause } from "lucide-react";
import { useTranslations } from "next-intl";
import { Tag, type Tono } from "@/components/ui/tag";
import type { Rapporto } from "@/db/schema/rapporti";

const ASPETTO: Record<Rapporto["stato"], { tono: Tono; icon: LucideIcon }> = {
  attivo: { tono: "verde", icon: CircleCheck },
  cessato: { tono: "grigio", icon: Pause },
  sospeso_in_definizione: { tono: "arancio", icon: Hourglass },
  annullato: { tono: "grigio", icon: Ban },
};

export function StatoRapporto({ stato }: { stato: Rapporto["stato"] }) {
  const t = useTranslations("rapporti.stati");
  return <Tag {...ASPETTO[stato]}>{t(stato)}</Tag>;
}
