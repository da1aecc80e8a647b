import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ContributoElencato, VersamentoElencato } from "@/lib/pagamenti/queries";
import {
  anniPerTrimestri,
  isNegliUltimiCinqueAnni,
  righePagamenti,
  situazioni,
  totali,
} from "@/lib/pagamenti/rules";
import { Anni } from "./anni";
import { ComePagare } from "./come-pagare";
import { DaPagare } from "./da-pagare";
import { Storico } from "./storico";
import { Totali } from "./totali";

type Props = {
  contributi: ContributoElencato[];
  versamenti: VersamentoElencato[];
  oggi: string;
  /** Names the worker on each row: when the page is about several rapporti. */
  conLavoratore: boolean;
  csv?: string;
  /** `/cassetto/P`, for whoever may ask the sede about a row. */
  chiediDa?: string;
};

/** Totals, what is to be paid, year by year, and every payment: of one rapporto or of all. */
export function PaginaPagamenti({ contributi, versamenti, oggi, conLavoratore, csv, chiediDa }: Props) {
  const t = useTranslations("pagamenti");
  const tutte = situazioni(contributi, versamenti, oggi);
  const righe = righePagamenti(tutte, oggi);
  const aperte = tutte
    .filter(({ residuo }) => residuo > 0)
    .sort((a, b) => b.contributo.scadenza.localeCompare(a.contributo.scadenza));
  const mostrate = new Set(righe);
  const recenti = tutte.filter(
    (riga) =>
      mostrate.has(riga) ||
      (riga.stato === "sospeso" && isNegliUltimiCinqueAnni(riga.contributo.scadenza, oggi)),
  );
  return (
    <>
      <Totali totali={totali(tutte, versamenti, oggi)} />
      <div className="flex flex-col">
        <section className="sezione tablet:order-2" aria-labelledby="da-pagare">
          <h2 id="da-pagare">{t("daPagare")}</h2>
          <DaPagare righe={aperte} conLavoratore={conLavoratore} chiediDa={chiediDa} />
          {aperte.length > 0 && <ComePagare />}
        </section>
        {recenti.length > 0 && (
          <section className="sezione max-tablet:hidden tablet:order-1 print:block" aria-labelledby="anni">
            <h2 id="anni" className="mb-2">
              {t("annoPerAnno")}
            </h2>
            <Anni anni={anniPerTrimestri(recenti)} />
          </section>
        )}
      </div>
      <section className="sezione" aria-labelledby="tutti">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6">
          <h2 id="tutti">{t("tutti")}</h2>
          {csv && righe.length > 0 && (
            <a href={csv} className="collegamento non-stampare">
              <Download aria-hidden size={19} />
              {t("scarica")}
            </a>
          )}
        </div>
        <Storico righe={righe} conLavoratore={conLavoratore} chiediDa={chiediDa} />
      </section>
    </>
  );
}
