import { useTranslations } from "next-intl";
import { ScrollBox } from "@/components/ui/scroll-box";
import { type Fascia, tabellaContributi } from "@/lib/contributi/tabelle/rules";
import { formatData } from "@/lib/dates";
import { formatEuro } from "@/lib/money";

const COLONNE = [
  "indeterminatoConCuaf",
  "indeterminatoSenzaCuaf",
  "determinatoConCuaf",
  "determinatoSenzaCuaf",
] as const;

/** The official hourly amounts of one year, folded away but for the current one. */
export function TabellaAnno({ anno, aperta }: { anno: number; aperta: boolean }) {
  const t = useTranslations("informazioni");
  const tabella = tabellaContributi(anno);
  if (!tabella) return null;
  const { numero, data } = tabella.circolare;
  return (
    <details open={aperta} className="scheda !py-0 open:!pb-2">
      <summary className="flex min-h-14 cursor-pointer flex-wrap items-center gap-x-4 font-semibold">
        {t("annoTabella", { anno: String(anno) })}
        <span className="minore font-normal">
          {t("circolare", { numero: String(numero), data: formatData(data, "lungo") })}
        </span>
      </summary>
      <ScrollBox nome={t("annoTabella", { anno: String(anno) })}>
        <table className="tabella min-w-160">
          <thead>
            <tr className="!border-b-0">
              <th rowSpan={2} scope="col">
                {t("retribuzione")}
              </th>
              <th colSpan={2} scope="colgroup" className="!pb-0 text-center">
                {t("indeterminato")}
              </th>
              <th colSpan={2} scope="colgroup" className="!pb-0 text-center">
                {t("determinato")}
              </th>
            </tr>
            <tr>
              {COLONNE.map((colonna) => (
                <th key={colonna} scope="col" className="numero font-normal">
                  {t(colonna.endsWith("ConCuaf") ? "conCuaf" : "senzaCuaf")}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tabella.fasce.map((fascia) => (
              <tr key={`${fascia.tipo}${fascia.oltre}`}>
                <th scope="row" className="font-normal">
                  <NomeFascia fascia={fascia} />
                </th>
                {COLONNE.map((colonna) => (
                  <td key={colonna} className="numero">
                    <strong>{formatEuro(fascia.importi[colonna])}</strong>{" "}
                    <span className="text-slate-36">({formatEuro(fascia.quotaLavoratore)})</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}

function NomeFascia({ fascia: { tipo, oltre, finoA } }: { fascia: Fascia }) {
  const t = useTranslations("informazioni");
  if (tipo === "oltre_24_ore") return t("oltre24");
  if (oltre === null) return t("finoA", { a: formatEuro(finoA ?? 0) });
  if (finoA === null) return t("oltre", { da: formatEuro(oltre) });
  return t("oltreFino", { da: formatEuro(oltre), a: formatEuro(finoA) });
}
