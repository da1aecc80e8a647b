import { CircleCheck, Hourglass, Inbox, type LucideIcon, UserRoundCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Tag, type Tono } from "@/components/ui/tag";
import type { Quesito } from "@/db/schema/quesiti";

const SEGNI: Record<Quesito["stato"], [Tono, LucideIcon]> = {
  inviato: ["arancio", Inbox],
  in_carico: ["blu", UserRoundCheck],
  in_attesa_del_cittadino: ["grigio", Hourglass],
  chiuso: ["verde", CircleCheck],
};

/** Where a quesito stands, in the words of the sede. */
export function StatoQuesito({ stato, esito }: Pick<Quesito, "stato" | "esito">) {
  const t = useTranslations("sede.stati");
  const te = useTranslations("quesiti.esiti");
  const [tono, icon] = SEGNI[stato];
  return (
    <Tag tono={tono} icon={icon}>
      {esito ? `${t(stato)}: ${te(esito)}` : t(stato)}
    </Tag>
  );
}
