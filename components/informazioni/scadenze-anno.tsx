import { useTranslations } from "next-intl";
import { type ScadenzaTrimestre, scadenzeAnno } from "@/lib/contributi/scadenze/rules";
import { formatData } from "@/lib/dates";

/** The due dates of a year and the first of the next, each with the reason when it is not the 10th. */
export function ScadenzeAnno({ anno }: { anno: number }) {
  const t = useTranslations("informazioni");
  const tp = useTranslations("pagamenti");
  return (
    <section className="sezione" aria-labelledby="scadenze">
      <h2 id="scadenze">{t("scadenze", { anno: String(anno) })}</h2>
      <p className="minore mt-1 max-w-text">{t("scadenzeTesto")}</p>
      <table className="tabella mt-4">
        <thead className="max-tablet:sr-only">
          <tr>
            <th scope="col">{t("periodo")}</th>
            <th scope="col">{t("ultimoGiorno")}</th>
            <th scope="col">{t("motivo")}</th>
          </tr>
        </thead>
        <tbody>
          {[...scadenzeAnno(anno), ...scadenzeAnno(anno + 1).slice(0, 1)].map((scadenza) => (
            <tr
              key={scadenza.scadenza}
              className="max-tablet:flex max-tablet:flex-col max-tablet:py-3 max-tablet:[&>*]:!p-0"
            >
              <th scope="row" className="font-normal">
                {tp(`trimestri.${scadenza.trimestre}`)} {scadenza.anno}
              </th>
              <td className="font-semibold">{formatData(scadenza.scadenza, "esteso")}</td>
              <td className="text-slate-36">
                <Perche scadenza={scadenza} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="minore mt-3 max-w-text">{t("cessazione")}</p>
    </section>
  );
}

function Perche({ scadenza: { motivo, festa } }: { scadenza: ScadenzaTrimestre }) {
  const t = useTranslations("informazioni");
  return motivo ? t(`motivi.${motivo}`, { festa: festa ?? "" }) : t("regolare");
}
