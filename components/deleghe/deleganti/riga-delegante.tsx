import { Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatData, formatIstante } from "@/lib/dates";
import type { DeleganteElencato } from "@/lib/deleghe/deleganti/queries";
import { contiDiOggi } from "@/lib/deleghe/deleganti/rules";
import { formatEuro } from "@/lib/money";

type Props = {
  delegante: DeleganteElencato;
  gruppo?: string;
  scegli: boolean;
  pagina: string;
  oggi: string;
};

/** Who, what is due next, what is overdue, what is not in order. */
export function RigaDelegante({ delegante, gruppo, scegli, pagina, oggi }: Props) {
  const t = useTranslations("deleganti");
  const { id, cognome, nome, codiceFiscale, comune, ambito, daLeggere, prossimoAppuntamento, daSpostare } =
    delegante;
  const { prossimaScadenza, prossimoImporto, scaduto, anomalie } = contiDiOggi(delegante, oggi);
  const sotto = [codiceFiscale, comune, gruppo, ambito === "consultazione" && t("soloConsultazione")];
  const cella =
    "numero max-tablet:not-print:flex max-tablet:not-print:flex-wrap max-tablet:not-print:justify-between max-tablet:not-print:gap-x-4 max-tablet:not-print:!px-0 max-tablet:not-print:!py-0.5 max-tablet:not-print:text-start";
  const inOrdine = !prossimaScadenza && scaduto === 0 && anomalie === 0;
  return (
    <tr
      role="row"
      className="max-tablet:not-print:relative max-tablet:not-print:block max-tablet:not-print:py-3"
    >
      {scegli && (
        <td
          role="cell"
          className="w-12 print:hidden max-tablet:not-print:absolute max-tablet:not-print:-end-3 max-tablet:not-print:!p-0"
        >
          <label className="grid size-11 cursor-pointer place-items-center">
            <input type="checkbox" name={`delegante.${id}`} value="si" className="size-5 accent-blue-40" />
            <span className="solo-lettori">{t("segna", { chi: `${nome} ${cognome}` })}</span>
          </label>
        </td>
      )}
      <th
        role="rowheader"
        scope="row"
        className="text-start max-tablet:not-print:block max-tablet:not-print:!px-0 max-tablet:not-print:!py-0 max-tablet:not-print:pe-12"
      >
        <a
          href={`/cassetto/${id}${pagina}`}
          className="inline-flex min-h-11 items-center text-lg break-words"
        >
          {cognome} {nome}
        </a>
        <span className="block font-normal text-slate-36 [overflow-wrap:anywhere]">
          {sotto.filter(Boolean).join(" · ")}
        </span>
        {daLeggere > 0 && (
          <a
            href={`/cassetto/${id}/comunicazioni`}
            aria-label={t("messaggi.daLeggereDi", {
              chi: `${cognome} ${nome}`,
              cosa: t("messaggi.daLeggere", { n: daLeggere }),
            })}
            className="collegamento font-semibold"
          >
            <Mail aria-hidden size={18} />
            {t("messaggi.daLeggere", { n: daLeggere })}
          </a>
        )}
        {inOrdine && (
          <span className="block font-normal text-slate-36 tablet:hidden print:hidden">{t("inOrdine")}</span>
        )}
      </th>
      {prossimaScadenza ? (
        <td role="cell" className={cella}>
          <span className="text-slate-36 tablet:hidden print:hidden">{t("colonne.prossima")}</span>
          <span>
            {formatEuro(prossimoImporto)}
            <span className="block text-slate-36 max-tablet:not-print:ms-2 max-tablet:not-print:inline">
              {formatData(prossimaScadenza, "breve")}
            </span>
          </span>
        </td>
      ) : (
        <Nulla />
      )}
      {scaduto > 0 ? (
        <td role="cell" className={cella}>
          <span className="text-slate-36 tablet:hidden print:hidden">{t("colonne.scaduto")}</span>
          <strong className="text-red-37">{formatEuro(scaduto)}</strong>
        </td>
      ) : (
        <Nulla />
      )}
      {anomalie > 0 ? (
        <td role="cell" className={cella}>
          <span className="text-slate-36 tablet:hidden print:hidden">{t("colonne.daSistemare")}</span>
          <span className="font-semibold">{t("cose", { n: anomalie })}</span>
        </td>
      ) : (
        <Nulla />
      )}
      {prossimoAppuntamento ? (
        <td role="cell" className={`${cella} max-tablet:not-print:items-center`}>
          <span className="text-slate-36 tablet:hidden print:hidden">{t("colonne.appuntamento")}</span>
          <a
            href={`/cassetto/${id}/appuntamenti`}
            className="inline-flex min-h-11 flex-col items-end justify-center"
          >
            {formatIstante(prossimoAppuntamento, "breve")}
            {daSpostare > 0 && (
              <strong className="block text-orange-30">
                {t("appuntamenti.daSpostare", { n: daSpostare })}
              </strong>
            )}
          </a>
        </td>
      ) : (
        <Nulla />
      )}
    </tr>
  );
}

/** A phone shows what there is; the table keeps its columns. */
function Nulla() {
  const t = useTranslations("deleganti");
  return (
    <td role="cell" className="numero text-slate-36 max-tablet:not-print:hidden">
      <span aria-hidden>–</span>
      <span className="solo-lettori">{t("nulla")}</span>
    </td>
  );
}
