import { useTranslations } from "next-intl";
import { Fatto } from "@/components/ui/fatto";
import type { FattoAgenda } from "@/lib/appuntamenti/agenda/cambi/input";

type Props = { fatto: FattoAgenda | null; avvisati: boolean };

/** What was just done to the agenda, and that those whom it hit were told. */
export function FattoInAgenda({ fatto, avvisati }: Props) {
  const t = useTranslations("appuntamenti.agenda.fatti");
  if (!fatto) return null;
  return <Fatto testo={avvisati ? `${t(fatto)} ${t("avvisati")}` : t(fatto)} />;
}
