import { useTranslations } from "next-intl";
import type { TotaliDeleganti as Totali } from "@/lib/deleghe/deleganti/queries";
import type { Filtro } from "@/lib/deleghe/deleganti/rules";
import { formatEuro } from "@/lib/money";
import { indirizzoElenco } from "./indirizzo-elenco";

type Props = { totali: Totali; filtro: Filtro | null };

/** The whole desk in three figures; each leads to the deleganti it counts. */
export function TotaliDeleganti({ totali, filtro }: Props) {
  const t = useTranslations("deleganti");
  const persone = (n: number) => t("totali.persone", { n });
  const figure = [
    ["scaduto", t("totali.scaduto"), formatEuro(totali.scaduto), persone(totali.conScaduto)],
    ["in_scadenza", t("totali.inScadenza"), formatEuro(totali.importoInScadenza), persone(totali.inScadenza)],
    ["anomalie", t("totali.anomalie"), persone(totali.conAnomalie), null],
  ] as const;
  return (
    <ul className="mt-7 grid gap-2.5 tablet:grid-cols-3 tablet:gap-4">
      {figure.map(([quale, nome, valore, sotto]) => (
        <li key={quale}>
          <a
            href={indirizzoElenco({ filtro: quale })}
            aria-current={filtro === quale ? "true" : undefined}
            className="flex h-full flex-col rounded-e-lg border-s-4 border-blue-40 bg-blue-97 px-4 py-3 text-slate-20 no-underline hover:bg-blue-93 aria-[current]:outline-2 aria-[current]:outline-blue-40 tablet:rounded-e-none tablet:rounded-b-lg tablet:border-s-0 tablet:border-t-4 tablet:py-4"
          >
            <span className="text-base text-slate-36">{nome}</span>
            <span className="text-xl font-bold tabular-nums first-letter:uppercase tablet:text-[1.625rem]">
              {valore}
            </span>
            {sotto && <span className="text-base underline underline-offset-4">{sotto}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
