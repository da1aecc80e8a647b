import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { StatoContributo } from "@/lib/pagamenti/rules";
import { ASPETTO } from "./stato";

export function StatoTag({ stato }: { stato: StatoContributo }) {
  const t = useTranslations("pagamenti.stati");
  const { tono, icon } = ASPETTO[stato];
  return (
    <Tag tono={tono} icon={icon}>
      {t(stato)}
    </Tag>
  );
}
