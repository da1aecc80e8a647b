import { useTranslations } from "next-intl";
import { ChiediLink } from "@/components/quesiti/chiedi-link";
import { Empty } from "@/components/ui/empty";
import { formatData } from "@/lib/dates";
import { formatEuro } from "@/lib/money";
import type { VersamentoElencato } from "@/lib/pagamenti/queries";
import { isNegliUltimiCinqueAnni } from "@/lib/pagamenti/rules";
import { indirizzoNuovo, spuntoDiContributo } from "@/lib/quesiti/spunti/rules";

type Props = { versamenti: VersamentoElencato[]; oggi: string; chiediDa?: string };

/** Each payment of the last five years: the day, for which quarter, how, and how much. */
export function Versamenti({ versamenti, oggi, chiediDa }: Props) {
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
              {chiediDa && (
                <th scope="col" className="print:hidden">
                  <span className="solo-lettori">{t("chiedi")}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {recenti.map((versamento) => (
              <Riga key={versamento.identificativo} versamento={versamento} chiediDa={chiediDa} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Riga({ versamento, chiediDa }: { versamento: VersamentoElencato; chiediDa?: string }) {
  const t = useTranslations("pagamenti");
  const { data, trimestre, anno, canale, importo } = versamento;
  return (
    <tr className="max-tablet:grid max-tablet:grid-cols-[minmax(0,1fr)_auto] max-tablet:gap-x-3 max-tablet:p-2 max-tablet:[&>*]:!p-0">
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
      {chiediDa && (
        <td className="print:hidden tablet:!py-1 max-tablet:col-start-2 max-tablet:row-start-3 max-tablet:text-end">
          <ChiediLink
            href={indirizzoNuovo(chiediDa, spuntoDiContributo(versamento, "contributi_non_risultanti"))}
            cosa={t("pagamentoDel", { data: formatData(data, "lungo"), importo: formatEuro(importo) })}
            breve
          />
        </td>
      )}
    </tr>
  );
}
