import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";

/** That somebody waits for an answer; nothing when nobody does. */
export function AvvisoProposte({ n, href }: { n: number; href: string }) {
  const t = useTranslations("deleghe.persona");
  if (n === 0) return null;
  return (
    <p className="scheda-evidenza non-stampare mt-6 flex flex-wrap items-center gap-x-4 gap-y-1 !py-4">
      <KeyRound aria-hidden size={22} className="shrink-0 text-blue-40" />
      <span className="font-semibold">{t("avviso", { n })}</span>
      <a href={href} className="collegamento">
        {t("guarda")}
      </a>
    </p>
  );
}
