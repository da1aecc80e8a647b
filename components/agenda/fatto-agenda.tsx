import { useTranslations } from "next-intl";
import { Fatto } from "@/components/ui/fatto";
import type { FattoAgenda } from "@/lib/appuntamenti/agenda/cambi/input";

type Props = { fatto: FattoAgenda | null; avvisati: boolean; restano: boolean };

/** What was just done to the agenda, and that those whom it hit, or hits no more, were told. */
export function FattoInAgenda({ fatto, avvisati, restano }: Props) {
  const t = useTranslations("appuntamenti.agenda.fatti");
  if (!fatto) return null;
  const parti = [t(fatto), avvisati && t("avvisati"), restano && t("restano")];
  return <Fatto testo={parti.filter(Boolean).join(" ")} />;
}
