import type { useTranslations } from "next-intl";

/** What was looked at, in words; `t` is of the namespace `accessi`. */
export function cosaAperta(
  t: ReturnType<typeof useTranslations<"accessi">>,
  cosa: string,
  rapporto: string | null,
): string {
  if (cosa === "pagamenti" && rapporto) return t("cose.pagamentiRapporto", { codice: rapporto });
  return t(`cose.${cosa as "rapporto"}`, { codice: rapporto ?? "" });
}
