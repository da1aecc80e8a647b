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
      <table className="tabella max-tablet:block">
        <thead className="max-tablet:sr-only">
          <tr>
            <th scope="col">{t("quando")}</th>
            <th scope="col">{t("chi")}</th>
            <th scope="col">{t("come")}</th>
            <th scope="col">{t("cosa")}</th>
          </tr>
        </thead>
        <tbody className="max-tablet:block">
          {accessi.map(({ id, quandoAt, chi, profilo, perConto, cosa, rapporto }) => (
            <tr
              key={id}
              className="max-tablet:flex max-tablet:flex-col max-tablet:py-3 max-tablet:[&>*]:!p-0"
            >
              <td className="tabular-nums max-tablet:text-slate-36">{formatIstante(quandoAt, "lungo")}</td>
              <th scope="row">{chi}</th>
              <td>
                {tu(profilo)}
                {perConto && ` ${t("perConto", { intermediario: perConto })}`}
              </td>
              <td>{cosaAperta(t, cosa, rapporto)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
