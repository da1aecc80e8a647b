import { useTranslations } from "next-intl";
import { formatData } from "@/lib/dates";
import type { RapportoElencato } from "@/lib/rapporti/queries";
import { StatoRapporto } from "./stato-rapporto";

/** One rapporto as a card: who, what, since when, and where to go from here. */
export function SchedaRapporto({ rapporto, base }: { rapporto: RapportoElencato; base: string }) {
  const t = useTranslations("rapporti");
  const lavoratore = `${rapporto.nome} ${rapporto.cognome}`;
  const inizio = formatData(rapporto.dataInizio, "lungo");
  const href = `${base}/rapporti/${rapporto.codice}`;
  return (
    <li className="scheda flex flex-col">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h3 className="min-w-0">{lavoratore}</h3>
        <StatoRapporto stato={rapporto.stato} />
      </div>
      <p className="minore mt-1">
        {t("descrizione", {
          mansione: t(`mansioni.${rapporto.mansione}`),
          livello: rapporto.livello,
          ore: rapporto.oreSettimanali,
        })}
        <br />
        {rapporto.dataFine
          ? t("periodoChiuso", { inizio, fine: formatData(rapporto.dataFine, "lungo") })
          : t("periodoAperto", { inizio })}
      </p>
      <p className="mt-auto flex flex-wrap gap-x-6 pt-2 print:hidden">
        <a href={`${href}/pagamenti`} aria-label={t("pagamentiDi", { lavoratore })} className="collegamento">
          {t("pagamenti")}
        </a>
        <a href={href} aria-label={t("dettaglioDi", { lavoratore })} className="collegamento">
          {t("dettaglio")}
        </a>
      </p>
    </li>
  );
}
