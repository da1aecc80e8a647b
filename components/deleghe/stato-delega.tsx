import { Ban, CalendarClock, CircleCheck, CircleX, Hourglass, TimerOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { Tag, type Tono } from "@/components/ui/tag";
import type { StatoVisto, statoPropostaVisto } from "@/lib/deleghe/rules";

type Stato = StatoVisto | ReturnType<typeof statoPropostaVisto>;

const ASPETTO: Record<Stato, [Tono, typeof Ban]> = {
  attiva: ["verde", CircleCheck],
  futura: ["blu", CalendarClock],
  proposta: ["arancio", Hourglass],
  rifiutata: ["grigio", CircleX],
  non_accettata: ["grigio", CircleX],
  revocata: ["grigio", Ban],
  annullata: ["grigio", Ban],
  scaduta: ["grigio", TimerOff],
};

export function StatoDelega({ stato }: { stato: Stato }) {
  const t = useTranslations("deleghe.stati");
  const [tono, icon] = ASPETTO[stato];
  return (
    <Tag tono={tono} icon={icon}>
      {t(stato)}
    </Tag>
  );
}
