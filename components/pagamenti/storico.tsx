import { useTranslations } from "next-intl";
import { ChiediLink } from "@/components/quesiti/chiedi-link";
import { Empty } from "@/components/ui/empty";
import { formatData } from "@/lib/dates";
import { formatEuro } from "@/lib/money";
import type { ContributoElencato } from "@/lib/pagamenti/queries";
import { chiaveContributo, type Situazione } from "@/lib/pagamenti/rules";
import { indirizzoNuovo, spuntoDiSituazione } from "@/lib/quesiti/spunti/rules";
import { StatoTag } from "./stato-tag";

type Riga = Situazione<ContributoElencato>;
type Props = { righe: Riga[]; conLavoratore: boolean; chiediDa?: string };

/** Every contributo of the last five years and every one still open, newest first. */
export function Storico({ righe, conLavoratore, chiediDa }: Props) {
  const t = useTranslations("pagamenti");
  if (righe.length === 0) return <Empty titolo={t("vuoto")}>{t("vuotoTesto")}</Empty>;
  return (
    <div className="mt-3 overflow-x-auto">
      <table className="tabella max-tablet:block">
        <thead className="max-tablet:sr-only">
          <tr>
            <th scope="col">{t("periodo")}</th>
            {conLavoratore && <th scope="col">{t("lavoratore")}</th>}
            <th scope="col">{t("stato")}</th>
            <th scope="col">{t("pagatoIl")}</th>
            <th scope="col" className="numero">
              {t("importo")}
            </th>
            <th scope="col" className="numero">
              {t("versato")}
            </th>
            {chiediDa && (
              <th scope="col" className="print:hidden">
                <span className="solo-lettori">{t("chiedi")}</span>
              </th>
            )}
          </tr>
        </thead>
        {byAnno(righe).map(([anno, dellAnno]) => (
          <tbody key={anno} className="max-tablet:block">
            <tr className="bg-blue-97 max-tablet:block">
              <th
                scope="rowgroup"
                colSpan={5 + (conLavoratore ? 1 : 0) + (chiediDa ? 1 : 0)}
                className="!py-2 font-bold max-tablet:block"
              >
                {anno}
              </th>
            </tr>
            {dellAnno.map((riga) => (
              <RigaStorico
                key={chiaveContributo(riga.contributo)}
                riga={riga}
                conLavoratore={conLavoratore}
                chiediDa={chiediDa}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** The rows come newest first: each year is a run of them. */
function byAnno(righe: Riga[]): [number, Riga[]][] {
  const anni = new Map<number, Riga[]>();
  for (const riga of righe) {
    const dellAnno = anni.get(riga.contributo.anno);
    if (dellAnno) dellAnno.push(riga);
    else anni.set(riga.contributo.anno, [riga]);
  }
  return [...anni];
}

type RigaProps = { riga: Riga; conLavoratore: boolean; chiediDa?: string };

function RigaStorico({ riga, conLavoratore, chiediDa }: RigaProps) {
  const t = useTranslations("pagamenti");
  const ts = useTranslations("pagamenti.sospensioni");
  const { contributo, stato, pagato, residuo, eccedenza, ultimoVersamento } = riga;
  const periodo = t("trimestreAnno", { n: contributo.trimestre, anno: String(contributo.anno) });
  return (
    <tr className="max-tablet:grid max-tablet:grid-cols-[minmax(0,1fr)_auto] max-tablet:gap-x-3 max-tablet:p-2 max-tablet:[&>*]:!p-0">
      <th scope="row" className="font-semibold tablet:font-normal">
        {periodo}
      </th>
      {conLavoratore && (
        <td className="max-tablet:col-start-1 max-tablet:row-start-2 max-tablet:text-slate-36">
          {contributo.nome} {contributo.cognome}
        </td>
      )}
      <td className="max-tablet:col-start-2 max-tablet:row-start-2 max-tablet:text-end">
        <StatoTag stato={stato} />
        {contributo.sospensione && (
          <span className="block text-[0.9375rem] text-slate-36">{ts(contributo.sospensione)}</span>
        )}
      </td>
      <td
        className={ultimoVersamento ? "max-tablet:col-start-1 max-tablet:text-slate-36" : "max-tablet:hidden"}
      >
        {ultimoVersamento ? formatData(ultimoVersamento, "breve") : <span aria-hidden>–</span>}
      </td>
      <td className="numero max-tablet:col-start-2 max-tablet:row-start-1 max-tablet:font-semibold">
        {formatEuro(contributo.importo)}
        {eccedenza > 0 && (
          <span className="block text-[0.9375rem] font-normal text-orange-20 tablet:hidden">
            {t("eccedenza", { importo: formatEuro(eccedenza) })}
          </span>
        )}
      </td>
      <td className="numero max-tablet:hidden">
        {formatEuro(pagato)}
        {eccedenza > 0 && (
          <span className="block text-[0.9375rem] text-orange-20">
            {t("eccedenza", { importo: formatEuro(eccedenza) })}
          </span>
        )}
      </td>
      {chiediDa && (
        <td className="print:hidden tablet:!py-1 max-tablet:col-start-2 max-tablet:text-end">
          {/* What is still to be paid stands on this page once more, with its link. */}
          {residuo === 0 && (
            <ChiediLink
              href={indirizzoNuovo(chiediDa, spuntoDiSituazione(riga))}
              cosa={`${periodo}, ${contributo.nome} ${contributo.cognome}`}
              breve
            />
          )}
        </td>
      )}
    </tr>
  );
}
