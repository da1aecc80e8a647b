import {
  CalendarCheck,
  CircleCheck,
  CircleX,
  type LucideIcon,
  MessagesSquare,
  UserRoundCheck,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { Tag, type Tono } from "@/components/ui/tag";
import type { Appuntamento } from "@/db/schema/appuntamenti";
import { minutiDa, momentoDi, type Momento as Quale } from "@/lib/appuntamenti/giornata/rules";

const SEGNI: Record<Quale, [Tono, LucideIcon]> = {
  atteso: ["blu", CalendarCheck],
  arrivato: ["arancio", UserRoundCheck],
  in_corso: ["arancio", MessagesSquare],
  tenuto: ["verde", CircleCheck],
  non_presentato: ["rosso", CircleX],
  chiuso_e_definito: ["verde", CircleCheck],
  annullato: ["grigio", CircleX],
};

type Props = {
  appuntamento: Pick<Appuntamento, "stato" | "modo" | "arrivatoAt" | "iniziatoAt">;
  now: Date;
};

/** Where it stands on its day, in a word, and since how many minutes who came waits or is received. */
export function Momento({ appuntamento, now }: Props) {
  const t = useTranslations("appuntamenti.giornata");
  const momento = momentoDi(appuntamento);
  const [tono, icon] = SEGNI[momento];
  const da = { arrivato: appuntamento.arrivatoAt, in_corso: appuntamento.iniziatoAt }[momento as string];
  const inParole = (n: number) => (n < 120 ? t("da", { n }) : t("daOre", { n: Math.floor(n / 60) }));
  return (
    <Tag tono={tono} icon={icon}>
      {t(`momenti.${momento}`, { modo: appuntamento.modo })}
      {da && ` ${inParole(minutiDa(da, now))}`}
    </Tag>
  );
}
