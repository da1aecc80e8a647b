import { useTranslations } from "next-intl";

type Props = {
  href: string;
  /** For who hears the link and does not see where it stands. */
  cosa: string;
  /** One word, where each row of a table has its own. */
  breve?: boolean;
};

/** Where a new quesito begins, with what it is about filled in. */
export function ChiediLink({ href, cosa, breve = false }: Props) {
  const t = useTranslations("quesiti.chiedi");
  return (
    <a href={href} aria-label={t("suCosa", { cosa })} className="collegamento non-stampare text-base">
      {t(breve ? "breve" : "su")}
    </a>
  );
}
