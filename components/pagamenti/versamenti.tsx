import { useTranslations } from "next-intl";
import { Empty } from "@/components/ui/empty";
import { formatData } from "@/lib/dates";
import { formatEuro } from "@/lib/money";
import type { VersamentoElencato } from "@/lib/pagamenti/queries";
import { isNegliUltimiCinqueAnni } from "@/lib/pagamenti/rules";

/** Each payment of the last five years: the day, for which quarter, how, and how much. */
export function Versamenti({ versamenti, oggi }: { versamenti: VersamentoElencato[]; oggi: string }) {
  const t = useTranslations("pagamenti");
  const recenti = versamenti
    .filter(({ data }) => isNegliUltimiCinqueAnni(data, oggi))
    .sort((a, b) => b.data.localeCompare(a.data));
  return (
    <section className="sezione" aria-labelledby="versamenti">
      <h2 id="versamenti">{t("versamenti")}</h2>
      {recenti.length === 0 ? (
        <Empty titolo={t("nessunVersamento")} />
      ) : (
        <table className="tabella mt-3">
          <thead className="max-tablet:sr-only">
            <tr>
              <th scope="col">{t("data")}</th>
              <th scope="col">{t("periodo")}</th>
              <th scope="col">{t("canale")}</th>
              <th scope="col" className="numero">
                {t("importo")}
              </th>
            </tr>
          </thead>
          <tbody>
            {recenti.map(({ identificativo, data, trimestre, anno, canale, importo }) => (
              <tr
                key={identificativo}
                className="max-tablet:grid max-tablet:grid-cols-[minmax(0,1fr)_auto] max-tablet:gap-x-3 max-tablet:p-2 max-tablet:[&>*]:!p-0"
              >
                <th scope="row" className="tabular-nums tablet:font-normal">
                  {formatData(data, "breve")}
                </th>
                <td className="max-tablet:row-start-2 max-tablet:text-slate-36">
                  {t("trimestreAnno", { n: trimestre, anno: String(anno) })}
                </td>
                <td className="max-tablet:row-start-2 max-tablet:text-end max-tablet:text-slate-36">
                  {t(`canali.${canale}`)}
                </td>
                <td className="numero font-semibold max-tablet:col-start-2 max-tablet:row-start-1">
                  {formatEuro(importo)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
