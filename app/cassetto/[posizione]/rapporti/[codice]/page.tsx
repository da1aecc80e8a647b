import { Euro, PenLine } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PrenotaLink } from "@/components/appuntamenti/prenota-link";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import { DettaglioRapporto } from "@/components/rapporti/dettaglio-rapporto";
import { StatoRapporto } from "@/components/rapporti/stato-rapporto";
import { Variazioni } from "@/components/rapporti/variazioni";
import { ButtonLink } from "@/components/ui/button-link";
import { listAppuntamentiInArrivo } from "@/lib/appuntamenti/elenco/queries";
import { percheDiAnomalia } from "@/lib/appuntamenti/motivi/rules";
import { requireCassetto } from "@/lib/auth/session";
import { anomalie } from "@/lib/pagamenti/rules";
import { indirizzoNuovo, spuntoDiRapporto } from "@/lib/quesiti/spunti/rules";
import { getRapporto, listVariazioni } from "@/lib/rapporti/queries";

type Props = { params: Promise<{ posizione: string; codice: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rapporti"))("titoloUno") };
}

export default async function Rapporto({ params }: Props) {
  const { codice } = await params;
  const { viewer, cassetto, dati } = await requireCassetto(params, "rapporto", (scope) =>
    Promise.all([getRapporto(scope, codice), listVariazioni(scope, codice), listAppuntamentiInArrivo(scope)]),
  );
  const [[trovato], variazioni, appuntamenti] = dati;
  if (!trovato) notFound();
  const t = await getTranslations("rapporti");
  const tn = await getTranslations("nav");
  const tq = await getTranslations("quesiti.chiedi");
  const base = `/cassetto/${cassetto.posizioneId}`;
  const lavoratore = `${trovato.lavoratore.nome} ${trovato.lavoratore.cognome}`;
  const [sospeso] = anomalie([], [trovato.rapporto]);
  return (
    <CassettoShell viewer={viewer} cassetto={cassetto} corrente="rapporti">
      <PageTitle
        passi={[
          { nome: tn("panoramica"), href: base },
          { nome: t("titolo"), href: `${base}/rapporti` },
          { nome: lavoratore },
        ]}
        titolo={t("dettaglioTitolo", { lavoratore })}
      >
        <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
          <StatoRapporto stato={trovato.rapporto.stato} />
          <span className="minore">
            {t("codice")} <strong className="tabular-nums">{codice}</strong>
          </span>
        </p>
      </PageTitle>
      <DettaglioRapporto {...trovato} />
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink href={`${base}/rapporti/${codice}/pagamenti`} icon={Euro}>
          {t("pagamentiDi", { lavoratore })}
        </ButtonLink>
        {cassetto.operazioni && (
          <ButtonLink
            href={indirizzoNuovo(base, spuntoDiRapporto(trovato.rapporto))}
            icon={PenLine}
            secondario
          >
            {tq("rapporto")}
          </ButtonLink>
        )}
        <PrenotaLink
          base={base}
          perche={sospeso ? percheDiAnomalia(sospeso) : null}
          cosa={lavoratore}
          prenota={cassetto.operazioni || cassetto.ufficio ? appuntamenti : null}
        />
      </div>
      <Variazioni variazioni={variazioni} />
    </CassettoShell>
  );
}
