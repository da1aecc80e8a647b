import { useTranslations } from "next-intl";
import { ChiediLink } from "@/components/quesiti/chiedi-link";
import { Empty } from "@/components/ui/empty";
import { formatData } from "@/lib/dates";
import { formatEuro } from "@/lib/money";
import type { ContributoElencato } from "@/lib/pagamenti/queries";
import { chiaveContributo, type Situazione } from "@/lib/pagamenti/rules";
import { indirizzoNuovo, spuntoDiContributo } from "@/lib/quesiti/spunti/rules";
import { formatAvviso } from "./stato";
import { StatoTag } from "./stato-tag";

type Riga = Situazione<ContributoElencato>;
type Props = { righe: Riga[]; conLavoratore: boolean; chiediDa?: string };

/** What is still to be paid, the latest due date first: cards on a phone, a table where there is room. */
export function DaPagare({ righe, conLavoratore, chiediDa }: Props) {
  const t = useTranslations("pagamenti");
  if (righe.length === 0) return <Empty titolo={t("niente")}>{t("nienteTesto")}</Empty>;
  return (
    <>
      <ul className="mt-4 grid gap-3 tablet:grid-cols-2 desktop:hidden print:hidden">
        {righe.map((riga) => (
          <Scheda
            key={chiaveContributo(riga.contributo)}
            riga={riga}
            conLavoratore={conLavoratore}
            chiediDa={chiediDa}
          />
        ))}
      </ul>
      <div className="mt-3 overflow-x-auto max-desktop:hidden print:block">
        <table className="tabella">
          <thead>
            <tr>
              <th scope="col">{t("periodo")}</th>
              {conLavoratore && <th scope="col">{t("lavoratore")}</th>}
              <th scope="col">{t("scadenza")}</th>
              <th scope="col">{t("stato")}</th>
              <th scope="col">{t("avviso")}</th>
              <th scope="col" className="numero">
                {t("resta")}
              </th>
            </tr>
          </thead>
          <tbody>
            {righe.map(({ contributo, stato, residuo }) => (
              <tr key={chiaveContributo(contributo)}>
                <th scope="row" className="font-normal">
                  {t("trimestreAnno", { n: contributo.trimestre, anno: String(contributo.anno) })}
                </th>
                {conLavoratore && (
                  <td>
                    {contributo.nome} {contributo.cognome}
                  </td>
                )}
                <td>{formatData(contributo.scadenza, "lungo")}</td>
                <td>
                  <StatoTag stato={stato} />
                </td>
                <td className="tabular-nums print:whitespace-nowrap">
                  {contributo.codiceAvviso ? formatAvviso(contributo.codiceAvviso) : "–"}
                </td>
                <td className="numero font-semibold">
                  {formatEuro(residuo)}
                  {chiediDa && <Chiedi contributo={contributo} base={chiediDa} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

type SchedaProps = { riga: Riga; conLavoratore: boolean; chiediDa?: string };

function Scheda({ riga, conLavoratore, chiediDa }: SchedaProps) {
  const t = useTranslations("pagamenti");
  const { contributo, stato, residuo } = riga;
  const data = formatData(contributo.scadenza, "esteso");
  return (
    <li className="scheda">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <p className="font-semibold">
          {t("trimestreAnno", { n: contributo.trimestre, anno: String(contributo.anno) })}
        </p>
        <p className="whitespace-nowrap text-xl font-bold tabular-nums">{formatEuro(residuo)}</p>
      </div>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
        <p className="minore">
          {stato === "pagato_in_parte"
            ? t("mancano", { residuo: formatEuro(residuo), totale: formatEuro(contributo.importo) })
            : t(stato === "in_scadenza" ? "entro" : "scadutoIl", { data })}
          {conLavoratore && (
            <>
              <br />
              {contributo.nome} {contributo.cognome}
            </>
          )}
        </p>
        <StatoTag stato={stato} />
      </div>
      {contributo.codiceAvviso && (
        <p className="minore mt-2 tabular-nums">
          {t("avviso")} {formatAvviso(contributo.codiceAvviso)}
        </p>
      )}
      {chiediDa && <Chiedi contributo={contributo} base={chiediDa} />}
    </li>
  );
}

function Chiedi({ contributo, base }: { contributo: ContributoElencato; base: string }) {
  const t = useTranslations("pagamenti");
  const { trimestre, anno, nome, cognome } = contributo;
  const cosa = `${t("trimestreAnno", { n: trimestre, anno: String(anno) })}, ${nome} ${cognome}`;
  return (
    <span className="block font-normal">
      <ChiediLink href={indirizzoNuovo(base, spuntoDiContributo(contributo))} cosa={cosa} />
    </span>
  );
}
