import { useTranslations } from "next-intl";
import type { listAccessi } from "@/lib/accessi/queries";
import { formatIstante } from "@/lib/dates";
import { cosaAperta } from "./cosa-aperta";

type Riga = Awaited<ReturnType<typeof listAccessi>>[number];

export function RegistroAccessi({ accessi }: { accessi: Riga[] }) {
  const t = useTranslations("accessi");
  const tu = useTranslations("utenti.tipi");
  return (
    <div className="mt-6 overflow-x-auto">
      <table role="table" className="tabella max-tablet:block">
        <thead role="rowgroup" className="max-tablet:sr-only">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t("quando")}
            </th>
            <th role="columnheader" scope="col">
              {t("chi")}
            </th>
            <th role="columnheader" scope="col">
              {t("come")}
            </th>
            <th role="columnheader" scope="col">
              {t("cosa")}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-tablet:block">
          {accessi.map(({ id, quandoAt, chi, profilo, perConto, cosa, rapporto, motivo }) => (
            <tr
              role="row"
              key={id}
              className="max-tablet:flex max-tablet:flex-col max-tablet:py-3 max-tablet:[&>*]:!p-0"
            >
              <td role="cell" className="tabular-nums max-tablet:text-slate-36">
                {formatIstante(quandoAt, "lungo")}
              </td>
              <th role="rowheader" scope="row">
                {chi}
              </th>
              <td role="cell">
                {tu(profilo)}
                {perConto && ` ${t("perConto", { intermediario: perConto })}`}
              </td>
              <td role="cell">
                {cosaAperta(t, cosa, rapporto)}
                {motivo && <span className="minore block break-words">{t("motivo", { motivo })}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
