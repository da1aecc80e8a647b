import { CircleCheck, CircleDot, Inbox, MessageCircleReply } from "lucide-react";
import { useTranslations } from "next-intl";
import { Tag, type Tono } from "@/components/ui/tag";
import type { Quesito } from "@/db/schema/quesiti";

const ASPETTO: Record<Quesito["stato"], [Tono, typeof Inbox]> = {
  inviato: ["blu", Inbox],
  in_carico: ["blu", CircleDot],
  in_attesa_del_cittadino: ["arancio", MessageCircleReply],
  chiuso: ["grigio", CircleCheck],
};
const TONO_ESITO: Record<NonNullable<Quesito["esito"]>, Tono> = {
  positivo: "verde",
  negativo: "rosso",
  parziale: "arancio",
};

/** How a quesito stands, as who asked reads it; closed by the sede, also how it ended. */
export function StatoQuesito({ stato, esito }: Pick<Quesito, "stato" | "esito">) {
  const t = useTranslations("quesiti");
  const [tono, icon] = ASPETTO[stato];
  return (
    <Tag tono={esito ? TONO_ESITO[esito] : tono} icon={icon}>
      {esito ? `${t(`stati.${stato}`)}: ${t(`esiti.${esito}`).toLowerCase()}` : t(`stati.${stato}`)}
    </Tag>
  );
}
