import { useTranslations } from "next-intl";
import { formatData } from "@/lib/dates";
import { formatEuro } from "@/lib/money";
import {
  type AnnoPerTrimestri,
  type Situazione,
  STATI_CONTRIBUTO,
  type StatoContributo,
} from "@/lib/pagamenti/rules";
import { ASPETTO } from "./stato";

/** Years by quarters: each cell says amount, sign and word. */
export function Anni({ anni }: { anni: AnnoPerTrimestri[] }) {
  const t = useTranslations("pagamenti");
  return (
    <table className="-mx-1.5 w-[calc(100%+0.75rem)] table-fixed border-separate border-spacing-1.5 text-base">
      <caption className="solo-lettori">{t("spiegazione")}</caption>
      <thead>
        <tr className="text-slate-36">
          <th scope="col" className="w-16 px-1 pb-1 font-semibold">
            {t("anno")}
          </th>
          {(["1", "2", "3", "4"] as const).map((n) => (
            <th key={n} scope="col" className="px-1 pb-1 font-semibold leading-tight">
              {t(`trimestri.${n}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {anni.map(({ anno, trimestri }) => (
          <tr key={anno}>
            <th scope="row" className="px-1 font-semibold text-slate-36">
              {anno}
            </th>
            {trimestri.map((avvisi, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a quarter is its place
              <Cella key={index} avvisi={avvisi} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cella({ avvisi }: { avvisi: Situazione[] }) {
  const t = useTranslations("pagamenti");
  const first = avvisi[0];
  if (!first) return <td />;
  const stato = worst(avvisi);
  const { tono, icon: Icon } = ASPETTO[stato];
  const importo = avvisi.reduce((sum, { contributo }) => sum + contributo.importo, 0);
  return (
    <td className={`tono-${tono} rounded-lg border border-transparent px-3 py-2 align-top leading-snug`}>
      <span className="block text-lg font-bold tabular-nums">{formatEuro(importo)}</span>
      <span className="flex items-center gap-1.5 font-semibold">
        <Icon aria-hidden size={16} strokeWidth={2.25} className="shrink-0" />
        {t(`celle.${stato}`, { data: formatData(first.contributo.scadenza, "giornoMese") })}
      </span>
      {avvisi.length > 1 && (
        <span className="block text-[0.9375rem]">{t("piuAvvisi", { n: avvisi.length })}</span>
      )}
    </td>
  );
}

const GRAVITA: StatoContributo[] = [
  "scaduto",
  "pagato_in_parte",
  "in_scadenza",
  "pagato_in_ritardo",
  "pagato",
  "sospeso",
];

/** A quarter with several notices is shown by the one that most wants looking at. */
function worst(avvisi: Situazione[]): StatoContributo {
  const present = new Set(avvisi.map(({ stato }) => stato));
  return GRAVITA.find((stato) => present.has(stato)) ?? STATI_CONTRIBUTO[0];
}
