import { useTranslations } from "next-intl";
import { Passi } from "@/components/ui/passi";

const PASSI = ["argomento", "testo", "allegati", "riepilogo"] as const;

/** Where one is in writing to the sede; an answer in a thread has its argomento already. */
export function PassiQuesito({
  corrente,
  risposta,
}: {
  corrente: (typeof PASSI)[number];
  risposta: boolean;
}) {
  const t = useTranslations("quesiti.passi");
  const passi = PASSI.filter((passo) => !risposta || passo !== "argomento");
  return <Passi nome={t("nome")} passi={passi.map((passo) => t(passo))} corrente={passi.indexOf(corrente)} />;
}
