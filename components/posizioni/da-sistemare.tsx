import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Prenotabile, PrenotaLink } from "@/components/appuntamenti/prenota-link";
import { ChiediLink } from "@/components/quesiti/chiedi-link";
import { ButtonLink } from "@/components/ui/button-link";
import { percheDiAnomalia } from "@/lib/appuntamenti/motivi/rules";
import { formatData } from "@/lib/dates";
import { formatEuro } from "@/lib/money";
import type { ContributoElencato } from "@/lib/pagamenti/queries";
import { type Anomalia, chiaveContributo } from "@/lib/pagamenti/rules";
import { indirizzoNuovo, spuntoDi } from "@/lib/quesiti/spunti/rules";
import type { RapportoElencato } from "@/lib/rapporti/queries";

export type Cosa = Anomalia<ContributoElencato, RapportoElencato>;

/** How many are told one by one; the rest is a count that leads to the payments. */
const IN_VISTA = 5;

type Props = {
  anomalie: Cosa[];
  base: string;
  chiedi: boolean;
  prenota: Prenotabile;
};

/** What is not in order, each with its way out; whoever may can ask the sede about it, or go there. */
export function DaSistemare({ anomalie, base, chiedi, prenota }: Props) {
  const t = useTranslations("panoramica");
  if (anomalie.length === 0) return null;
  const altre = anomalie.length - IN_VISTA;
  return (
    <section className="sezione" aria-labelledby="da-sistemare">
      <h2 id="da-sistemare">{t("daSistemare")}</h2>
      <ul className="mt-4 grid gap-3">
        {anomalie.slice(0, IN_VISTA).map((anomalia) => (
          <Scheda key={keyOf(anomalia)} anomalia={anomalia} base={base} chiedi={chiedi} prenota={prenota} />
        ))}
      </ul>
      {altre > 0 && (
        <a href={`${base}/pagamenti`} className="collegamento mt-2 non-stampare">
          {t("altre", { n: altre })}
        </a>
      )}
    </section>
  );
}

type SchedaProps = Omit<Props, "anomalie"> & { anomalia: Cosa };

function Scheda({ anomalia, base, chiedi, prenota }: SchedaProps) {
  const t = useTranslations("panoramica");
  const { titolo, testo } = useParole(anomalia);
  const grave = anomalia.tipo === "trimestre_non_pagato";
  const href =
    anomalia.tipo === "rapporto_sospeso_in_definizione"
      ? `${base}/rapporti/${anomalia.rapporto.codice}`
      : `${base}/rapporti/${anomalia.situazione.contributo.rapporto}/pagamenti`;
  return (
    <li
      className={`scheda flex flex-col gap-4 border-s-6 tablet:flex-row tablet:items-center ${grave ? "border-s-red-50" : "border-s-orange-48"}`}
    >
      <div className="flex min-w-0 flex-1 gap-3.5">
        <CircleAlert
          aria-hidden
          size={22}
          className={`mt-0.5 shrink-0 ${grave ? "text-red-44" : "text-orange-30"}`}
        />
        <div>
          <h3 className="text-[1.125rem]">{titolo}</h3>
          <p className="minore">{testo}</p>
          <p className="flex flex-wrap gap-x-6">
            {chiedi && <ChiediLink href={indirizzoNuovo(base, spuntoDi(anomalia))} cosa={titolo} />}
            <PrenotaLink base={base} perche={percheDiAnomalia(anomalia)} cosa={titolo} prenota={prenota} />
          </p>
        </div>
      </div>
      <ButtonLink href={href} secondario etichetta={`${t("sistema")}: ${titolo}`}>
        {t("sistema")}
      </ButtonLink>
    </li>
  );
}

/** The anomaly in words from the counter. */
export function useParole(anomalia: Cosa): { titolo: string; testo: string } {
  const t = useTranslations("panoramica");
  const tp = useTranslations("pagamenti");
  if (anomalia.tipo === "rapporto_sospeso_in_definizione") {
    const lavoratore = `${anomalia.rapporto.nome} ${anomalia.rapporto.cognome}`;
    return { titolo: t("sospeso", { lavoratore }), testo: t("sospesoTesto") };
  }
  const { contributo, residuo, eccedenza, pagato } = anomalia.situazione;
  const lavoratore = `${contributo.nome} ${contributo.cognome}`;
  const quando = {
    trimestre: tp(`trimestreIniziale.${contributo.trimestre as 1}`),
    anno: String(contributo.anno),
  };
  switch (anomalia.tipo) {
    case "trimestre_non_pagato":
      return {
        titolo: t("nonPagato", { ...quando, importo: formatEuro(residuo) }),
        testo: t("nonPagatoTesto", { data: formatData(contributo.scadenza, "lungo"), lavoratore }),
      };
    case "pagato_in_parte":
      return {
        titolo: t("inParte", { ...quando, importo: formatEuro(residuo) }),
        testo: t("inParteTesto", {
          totale: formatEuro(contributo.importo),
          pagato: formatEuro(pagato),
          lavoratore,
        }),
      };
    case "pagato_due_volte":
      return {
        titolo: t("dueVolte", { ...quando, importo: formatEuro(eccedenza) }),
        testo: t("inPiuTesto", { lavoratore }),
      };
    case "pagato_in_piu":
      return {
        titolo: t("inPiu", { ...quando, importo: formatEuro(eccedenza) }),
        testo: t("inPiuTesto", { lavoratore }),
      };
  }
}

export function keyOf(anomalia: Cosa): string {
  return anomalia.tipo === "rapporto_sospeso_in_definizione"
    ? anomalia.rapporto.codice
    : `${anomalia.tipo}/${chiaveContributo(anomalia.situazione.contributo)}`;
}
