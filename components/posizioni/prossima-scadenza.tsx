import { CalendarPlus, Euro } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { scadenzaTrimestre, type Trimestre } from "@/lib/contributi/scadenze/rules";
import { formatData } from "@/lib/dates";
import { formatEuro } from "@/lib/money";
import type { ContributoElencato } from "@/lib/pagamenti/queries";
import type { Situazione } from "@/lib/pagamenti/rules";

type Props = {
  inArrivo: Situazione<ContributoElencato>[];
  /** What is still owed of due dates that have passed, in cents. */
  arretrati: number;
  base: string;
  oggi: string;
};

/** The largest thing of the panoramica: by when, how much, for whom. */
export function ProssimaScadenza({ inArrivo, arretrati, base, oggi }: Props) {
  const t = useTranslations("panoramica");
  const prossima = inArrivo[0]?.contributo.scadenza;
  if (!prossima) {
    return (
      <section className="scheda-evidenza mt-6" aria-labelledby="prossima">
        <h2 id="prossima">{t("nessunaScadenza")}</h2>
        <p className="minore mt-1">
          {arretrati > 0
            ? t("nessunaScadenzaArretrati", { importo: formatEuro(arretrati) })
            : t("nessunaScadenzaTesto")}
        </p>
      </section>
    );
  }
  const insieme = inArrivo.filter(({ contributo }) => contributo.scadenza === prossima);
  const importo = insieme.reduce((sum, { residuo }) => sum + residuo, 0);
  return (
    <section className="scheda-evidenza mt-6" aria-labelledby="prossima">
      <div className="tablet:flex tablet:items-end tablet:justify-between tablet:gap-8">
        <div>
          <h2 id="prossima">
            <span className="block text-base font-semibold text-blue-30">
              {t(prossima === oggi ? "oggi" : "prossima")}
            </span>
            <span className="block text-[1.625rem] leading-tight tablet:text-[2rem]">
              {capitalized(formatData(prossima, "esteso"))}
            </span>
          </h2>
          <p className="minore mt-1.5">
            <PerChi insieme={insieme} /> <Spostata insieme={insieme} />
          </p>
        </div>
        <p className="mt-2 whitespace-nowrap text-[2rem] font-bold leading-tight tabular-nums tablet:text-[2.25rem]">
          {formatEuro(importo)}
        </p>
      </div>
      <p className="mt-5 flex flex-col gap-3 tablet:flex-row">
        <ButtonLink href={`${base}/pagamenti#come-pagare`} icon={Euro}>
          {t("comePagare")}
        </ButtonLink>
        <ButtonLink href={`${base}/scadenze.ics`} icon={CalendarPlus} secondario download>
          {t("calendario")}
        </ButtonLink>
      </p>
    </section>
  );
}

function PerChi({ insieme }: { insieme: Situazione<ContributoElencato>[] }) {
  const t = useTranslations();
  const first = insieme[0]?.contributo;
  if (!first) return null;
  const nomi = [...new Set(insieme.map(({ contributo }) => `${contributo.nome} ${contributo.cognome}`))];
  return t("panoramica.trimestrePer", {
    trimestre: t(`pagamenti.trimestreParole.${first.trimestre as Trimestre}`),
    anno: String(first.anno),
    lavoratore: new Intl.ListFormat("it").format(nomi),
  });
}

/** Why the date is not the 10th, in words, when it is the quarter's own due date that moved. */
function Spostata({ insieme }: { insieme: Situazione<ContributoElencato>[] }) {
  const t = useTranslations("panoramica");
  const first = insieme[0]?.contributo;
  if (!first || first.scadenza.endsWith("-10")) return null;
  const regola = scadenzaTrimestre(first.anno, first.trimestre as Trimestre);
  if (!regola.motivo || regola.scadenza !== first.scadenza) return null;
  const giorno = formatData(first.scadenza, "esteso").split(" ")[0] ?? "";
  return t("spostata", { motivo: regola.motivo, giorno });
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
