import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
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
    ["scaduto", t("totali.scaduto"), formatEuro(totali.scaduto), totali.conScaduto, null],
    ["in_scadenza", t("totali.inScadenza"), formatEuro(totali.importoInScadenza), totali.inScadenza, null],
    ["anomalie", t("totali.anomalie"), persone(totali.conAnomalie), totali.conAnomalie, t("totali.guarda")],
  ] as const;
  return (
    <ul className="mt-7 grid gap-2.5 tablet:grid-cols-3 tablet:gap-4 print:grid-cols-3">
      {figure.map(([quale, nome, valore, n, sotto]) => (
        <li key={quale}>
          <Figura href={n > 0 ? indirizzoElenco({ filtro: quale }) : null} scelta={filtro === quale}>
            <span className="text-base text-slate-36">{nome}</span>
            <span className="text-xl font-bold tabular-nums first-letter:uppercase tablet:text-[1.625rem]">
              {valore}
            </span>
            {n > 0 && (
              <span
                className={`text-base underline underline-offset-4 print:no-underline ${sotto ? "print:hidden" : ""}`}
              >
                {sotto ?? persone(n)}
              </span>
            )}
          </Figura>
        </li>
      ))}
    </ul>
  );
}

type FiguraProps = { href: string | null; scelta: boolean; children: ReactNode };

/** Leads to whom it counts, when there is somebody. */
function Figura({ href, scelta, children }: FiguraProps) {
  const className =
    "flex h-full flex-col rounded-e-lg border-s-4 border-blue-40 bg-blue-97 px-4 py-3 text-slate-20 no-underline hover:text-slate-20 aria-[current]:outline-2 aria-[current]:outline-blue-40 tablet:rounded-e-none tablet:rounded-b-lg tablet:border-s-0 tablet:border-t-4 tablet:py-4";
  if (!href) return <div className={className}>{children}</div>;
  return (
    <a href={href} aria-current={scelta ? "true" : undefined} className={`${className} hover:bg-blue-93`}>
      {children}
    </a>
  );
}
