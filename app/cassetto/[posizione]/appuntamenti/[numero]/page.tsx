import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Avvisi } from "@/components/appuntamenti/dettaglio/avvisi";
import { Cambia } from "@/components/appuntamenti/dettaglio/cambia";
import { Luogo } from "@/components/appuntamenti/dettaglio/luogo";
import { Oggetto } from "@/components/appuntamenti/dettaglio/oggetto";
import { StoriaAppuntamento } from "@/components/appuntamenti/dettaglio/storia-appuntamento";
import { formatQuando } from "@/components/appuntamenti/nomi";
import { StatoAppuntamento } from "@/components/appuntamenti/stato-appuntamento";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Fatto } from "@/components/ui/fatto";
import { fattoInput } from "@/lib/appuntamenti/elenco/input";
import { isAltrove } from "@/lib/appuntamenti/rules";
import { currentIstante } from "@/lib/oggi";
import { openAppuntamento } from "./open-appuntamento";

type Props = {
  params: Promise<{ posizione: string; numero: string }>;
  searchParams: Promise<{ fatto?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appuntamenti"))("titoloUno") };
}

/** One appuntamento: when, where, what to bring, what to do with it, and what happened to it. */
export default async function PaginaAppuntamento({ params, searchParams }: Props) {
  const fatto = fattoInput.parse((await searchParams).fatto);
  const { viewer, cassetto, riga, eventi, allegati } = await openAppuntamento(params);
  const { appuntamento } = riga;
  const { numero } = appuntamento;
  const t = await getTranslations("appuntamenti");
  const tn = await getTranslations("nav");
  const tc = await getTranslations("comune");
  const base = `/cassetto/${cassetto.posizioneId}`;
  const qui = `${base}/appuntamenti/${numero}`;
  const { operazioni, ufficio } = cassetto;
  const adesso = currentIstante();
  const altrove = isAltrove(appuntamento, viewer.profilo?.sede?.codice ?? null);
  const concluso = appuntamento.stato !== "confermato" || appuntamento.fineAt <= adesso;
  return (
    <CassettoShell viewer={viewer} cassetto={cassetto} corrente="appuntamenti">
      <p className="minore hidden print:block">
        {tc("istituto")}. {tc("servizio")}
      </p>
      <PageTitle
        passi={[
          { nome: tn("panoramica"), href: base },
          { nome: t("titolo"), href: `${base}/appuntamenti` },
          { nome: t("elenco.numero", { numero }) },
        ]}
        titolo={formatQuando(appuntamento.inizioAt)}
      >
        <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
          <StatoAppuntamento {...appuntamento} />
          <span className="minore tabular-nums">{t("elenco.numero", { numero })}</span>
        </p>
      </PageTitle>
      {fatto && (
        <div className="print:hidden">
          <Fatto testo={t(`dettaglio.fatti.${fatto}`)} />
        </div>
      )}
      <Avvisi
        appuntamento={appuntamento}
        qui={qui}
        puo={(operazioni || ufficio) && !altrove}
        concluso={concluso}
      />
      <Luogo riga={riga} qui={qui} concluso={concluso} />
      <Oggetto riga={riga} allegati={allegati} base={base} ufficio={ufficio} concluso={concluso} />
      <Cambia
        riga={riga}
        qui={qui}
        operazioni={operazioni}
        ufficio={ufficio}
        altrove={altrove}
        adesso={adesso}
        concluso={concluso}
      />
      <StoriaAppuntamento eventi={eventi} modo={appuntamento.modo} />
    </CassettoShell>
  );
}
