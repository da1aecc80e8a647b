import { useTranslations } from "next-intl";
import type { Conteggi } from "@/lib/quesiti/lavorazione/coda/queries";
import { type Vista, visteDi } from "@/lib/quesiti/lavorazione/coda/rules";
import { indirizzoCoda } from "./indirizzo-coda";

type Props = { corrente: Vista; conteggi: Conteggi };

/** The lists of the queue, each with how many are in it. */
export function Viste({ corrente, conteggi }: Props) {
  const t = useTranslations("sede.coda");
  return (
    <nav aria-label={t("visteNome")} className="mt-6 border-b-2 border-slate-85 print:hidden">
      <ul className="-mb-0.5 flex flex-wrap gap-x-1">
        {visteDi(conteggi.pareri).map((vista) => (
          <li key={vista}>
            <a
              href={indirizzoCoda({ vista })}
              aria-current={vista === corrente ? "page" : undefined}
              className="flex min-h-12 items-center gap-2 rounded-t border-b-4 border-transparent px-3.5 py-2 font-semibold text-slate-28 no-underline hover:bg-blue-97 aria-[current]:border-blue-40 aria-[current]:text-blue-30"
            >
              {t(`viste.${vista}`)}
              <span
                className={`rounded-full px-2.5 text-base leading-7 tabular-nums ${
                  vista === "scaduti" && conteggi[vista] > 0
                    ? "bg-red-96 text-red-37"
                    : "bg-slate-93 text-slate-28"
                }`}
              >
                <span aria-hidden>{conteggi[vista]}</span>
                <span className="solo-lettori">{t("conteggio", { n: conteggi[vista] })}</span>
              </span>
              {vista === "miei" && conteggi.novita > 0 && (
                <span className="text-base text-orange-20">{t("novita", { n: conteggi.novita })}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
