import { useTranslations } from "next-intl";
import type { GiornoAgenda } from "@/lib/appuntamenti/agenda/rules";
import { formatData } from "@/lib/dates";
import { Cosa, chiaveDi, espertoDi, type Nomi, Ore, Stato } from "./voce-agenda";

type Props = { giorni: GiornoAgenda[]; nomi: Nomi | null };

/** The same as a table: one row for each thing, in the order of the hours, the days one below the other. */
export function TabellaAgenda({ giorni, nomi }: Props) {
  const t = useTranslations("appuntamenti.agenda");
  const conGiorno = giorni.length > 1;
  return (
    <table className="tabella mt-4">
      <caption className="solo-lettori">{t("tabellaNome")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("colonne.ora")}</th>
          <th scope="col">{t("colonne.cosa")}</th>
          {nomi && (
            <th scope="col" className="hidden tablet:table-cell print:table-cell">
              {t("colonne.esperto")}
            </th>
          )}
          <th scope="col" className="hidden tablet:table-cell print:table-cell">
            {t("colonne.stato")}
          </th>
        </tr>
      </thead>
      {giorni.map((giorno) => (
        <tbody key={giorno.data}>
          {conGiorno && (
            <tr>
              <th colSpan={nomi ? 4 : 3} scope="rowgroup" className="pt-6! text-lg first-letter:uppercase">
                {formatData(giorno.data, "esteso")}
              </th>
            </tr>
          )}
          {(giorno.festa || giorno.voci.length === 0) && (
            <tr>
              <td colSpan={nomi ? 4 : 3}>
                {giorno.festa ? t("voci.festa", { nome: giorno.festa }) : t("vuoto.giorno")}
              </td>
            </tr>
          )}
          {giorno.voci.map((voce) => (
            <tr key={chiaveDi(voce)} className="align-top">
              <th scope="row" className="align-top! font-bold">
                <Ore voce={voce} />
              </th>
              <td className="align-top!">
                <Cosa voce={voce} />
                <div className="mt-1 tablet:hidden print:hidden">
                  {nomi && <span className="minore block">{espertoDi(voce, nomi)}</span>}
                  <Stato voce={voce} />
                </div>
              </td>
              {nomi && (
                <td className="hidden align-top! tablet:table-cell print:table-cell">
                  {espertoDi(voce, nomi)}
                </td>
              )}
              <td className="hidden align-top! tablet:table-cell print:table-cell">
                <Stato voce={voce} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
