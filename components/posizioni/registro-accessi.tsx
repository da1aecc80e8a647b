import { useTranslations } from "next-intl";
import type { RigaRegistro } from "@/lib/accessi/queries";
import { formatIstante } from "@/lib/dates";
import { CosaFatta } from "./cosa-fatta";

export function RegistroAccessi({ accessi, base }: { accessi: RigaRegistro[]; base: string }) {
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
          {accessi.map(({ cursore, quandoAt, chi, profilo, perConto, cosa, oggetto, motivo }) => (
            <tr
              role="row"
              key={cursore}
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
                <CosaFatta cosa={cosa} oggetto={oggetto} base={base} deleghe />
                {motivo && <span className="minore block break-words">{t("motivo", { motivo })}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
