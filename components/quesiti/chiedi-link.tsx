import { useTranslations } from "next-intl";

/** Where a new quesito begins, with what it is about filled in. `cosa`: for who hears the link and does not see where it stands. */
export function ChiediLink({ href, cosa }: { href: string; cosa: string }) {
  const t = useTranslations("quesiti.chiedi");
  return (
    <a href={href} aria-label={t("suCosa", { cosa })} className="collegamento non-stampare text-base">
      {t("su")}
    </a>
  );
}
