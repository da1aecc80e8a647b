import { useTranslations } from "next-intl";
import { formatEuro } from "@/lib/money";
import type { Totali as TotaliRow } from "@/lib/pagamenti/rules";

/** The three totals on top. */
export function Totali({ totali }: { totali: TotaliRow }) {
  const t = useTranslations("pagamenti");
  const rows = [
    [t("pagati"), totali.pagatoCinqueAnni],
    [t("scaduti"), totali.daPagareScaduto],
    [t("inScadenza"), totali.inScadenza],
  ] as const;
  return (
    <dl className="mt-7 grid gap-2.5 tablet:grid-cols-3 tablet:gap-4">
      {rows.map(([nome, importo]) => (
        <div
          key={nome}
          className="flex flex-wrap items-center justify-between gap-x-3 rounded-e-lg border-s-4 border-blue-40 bg-blue-97 px-4 py-3 tablet:block tablet:rounded-e-none tablet:rounded-b-lg tablet:border-s-0 tablet:border-t-4 tablet:py-4"
        >
          <dt className="text-base text-slate-36">{nome}</dt>
          <dd className="whitespace-nowrap text-xl font-bold tabular-nums tablet:text-[1.625rem]">
            {formatEuro(importo)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
