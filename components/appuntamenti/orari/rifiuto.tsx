import { useTranslations } from "next-intl";
import { Rifiuto as Detto } from "@/components/ui/rifiuto";
import type { Rifiuto as Motivo } from "@/lib/appuntamenti/rules";

export function Rifiuto({ esito }: { esito: Motivo | null }) {
  const t = useTranslations("appuntamenti.rifiuti");
  return esito && <Detto testo={t(esito)} />;
}
