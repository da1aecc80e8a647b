import { CircleCheck, MessageCircleQuestionMark, MessageSquareText } from "lucide-react";
import { useTranslations } from "next-intl";
import { Tag, type Tono } from "@/components/ui/tag";
import type { MessaggioQuesito } from "@/db/schema/messaggi";

type Azione = NonNullable<MessaggioQuesito["azione"]>;

const ASPETTO: Record<Azione, [Tono, typeof CircleCheck]> = {
  risposta: ["blu", MessageSquareText],
  richiesta: ["arancio", MessageCircleQuestionMark],
  chiusura: ["verde", CircleCheck],
};

/** What a messaggio of the sede does besides telling something. */
export function AzioneRisposta({ azione }: { azione: Azione }) {
  const t = useTranslations("quesiti.conversazione.azioni");
  const [tono, icon] = ASPETTO[azione];
  return (
    <Tag tono={tono} icon={icon}>
      {t(azione)}
    </Tag>
  );
}
