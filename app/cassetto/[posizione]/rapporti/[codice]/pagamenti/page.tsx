import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import { PaginaPagamenti } from "@/components/pagamenti/pagina-pagamenti";
import { Versamenti } from "@/components/pagamenti/versamenti";
import { requireCassetto } from "@/lib/auth/session";
import { formatData } from "@/lib/dates";
import { currentDate } from "@/lib/oggi";
import { listContributi, listVersamenti } from "@/lib/pagamenti/queries";
import { getRapporto } from "@/lib/rapporti/queries";

type Props = { params: Promise<{ posizione: string; codice: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pagamenti"))("titoloRapporto") };
}

export default async function PagamentiRapporto({ params }: Props) {
  const { codice } = await params;
  const { viewer, cassetto, dati } = await requireCassetto(params, "pagamenti", (scope) =>
    Promise.all([getRapporto(scope, codice), listContributi(scope, codice), listVersamenti(scope, codice)]),
  );
  const [[trovato], contributi, versamenti] = dati;
  if (!trovato) notFound();
  const t = await getTranslations();
  const oggi = currentDate();
  const base = `/cassetto/${cassetto.posizioneId}`;
  const lavoratore = `${trovato.lavoratore.nome} ${trovato.lavoratore.cognome}`;
  return (
    <CassettoShell viewer={viewer} cassetto={cassetto} corrente="pagamenti">
      <PageTitle
        passi={[
          { nome: t("nav.panoramica"), href: base },
          { nome: t("rapporti.titolo"), href: `${base}/rapporti` },
          { nome: lavoratore, href: `${base}/rapporti/${codice}` },
          { nome: t("pagamenti.titolo") },
        ]}
        titolo={t("pagamenti.titoloPer", { lavoratore })}
        sommario={t("pagamenti.sommario", { data: formatData(oggi, "lungo") })}
      />
      <PaginaPagamenti
        contributi={contributi}
        versamenti={versamenti}
        oggi={oggi}
        conLavoratore={false}
        chiediDa={cassetto.operazioni ? base : undefined}
      />
      <Versamenti versamenti={versamenti} oggi={oggi} chiediDa={cassetto.operazioni ? base : undefined} />
    </CassettoShell>
  );
}
