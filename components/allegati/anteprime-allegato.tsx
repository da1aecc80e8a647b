import { useTranslations } from "next-intl";
import { ANTEPRIME_MASSIME } from "@/lib/allegati/input";
import type { AllegatoElencato } from "@/lib/allegati/queries";
import { isApribile } from "@/lib/allegati/rules";

/** The pages of an image, drawn anew; fetched only when somebody opens them. A PDF is opened by a reader. */
export function AnteprimeAllegato({ allegato, base }: { allegato: AllegatoElencato; base: string }) {
  const t = useTranslations("allegati");
  const { id, nome, tipo, pagine } = allegato;
  if (tipo === "pdf" || !isApribile(allegato)) return null;
  const mostrate = Math.min(pagine, ANTEPRIME_MASSIME);
  return (
    <details className="print:hidden">
      <summary
        aria-label={t("guardaQuale", { nome })}
        className="inline-flex min-h-11 cursor-pointer items-center gap-3 font-semibold text-blue-30"
      >
        {t("guarda")}
      </summary>
      {pagine > mostrate && <p className="minore">{t("primePagine", { mostrate, pagine })}</p>}
      {Array.from({ length: mostrate }, (_, index) => index + 1).map((pagina) => (
        // biome-ignore lint/performance/noImgElement: the optimizer is switched off (next.config.ts)
        <img
          key={pagina}
          src={`${base}/${id}/anteprima/${pagina}`}
          alt={t("pagina", { nome, pagina, pagine })}
          loading="lazy"
          className="mt-2 max-w-full rounded border border-slate-85"
        />
      ))}
    </details>
  );
}
