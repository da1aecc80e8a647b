import { CalendarPlus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Attese } from "@/components/appuntamenti/attese";
import { ElencoAppuntamenti } from "@/components/appuntamenti/elenco/elenco-appuntamenti";
import { FiltroAppuntamenti } from "@/components/appuntamenti/elenco/filtro-appuntamenti";
import { indirizzoElenco } from "@/components/appuntamenti/elenco/indirizzo-elenco";
import { OfferteScadute } from "@/components/appuntamenti/offerte-scadute";
import { ProssimoAppuntamento } from "@/components/appuntamenti/prossimo-appuntamento";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { listAttese, listOfferteScadute } from "@/lib/appuntamenti/attese/queries";
import { filtroAppuntamentiInput } from "@/lib/appuntamenti/elenco/input";
import {
  APPUNTAMENTI_PER_PAGINA,
  hasAppuntamenti,
  listAppuntamenti,
  listAppuntamentiInArrivo,
} from "@/lib/appuntamenti/elenco/queries";
import { requireCassetto } from "@/lib/auth/session";
import { currentDate } from "@/lib/oggi";
import { listRapporti } from "@/lib/rapporti/queries";

type Props = {
  params: Promise<{ posizione: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appuntamenti"))("titolo") };
}

/** The appuntamenti of a drawer: the next one in large letters, then those to come, then those that were. */
export default async function Appuntamenti({ params, searchParams }: Props) {
  const scelta = filtroAppuntamentiInput.parse(await searchParams);
  const { viewer, cassetto, dati } = await requireCassetto(params, "appuntamenti", (scope) =>
    Promise.all([
      listAppuntamenti(scope, scelta),
      listAppuntamentiInArrivo(scope),
      hasAppuntamenti(scope),
      listRapporti(scope),
      listAttese(scope),
      listOfferteScadute(scope),
    ]),
  );
  const [trovati, inArrivo, ceNeSono, rapporti, attese, scadute] = dati;
  const { dopo, ...filtri } = scelta;
  const filtrato = Object.values(filtri).some(Boolean);
  const prossimo = filtrato || dopo ? undefined : inArrivo[0];
  const pagina = trovati.slice(0, APPUNTAMENTI_PER_PAGINA);
  const last = trovati.length > APPUNTAMENTI_PER_PAGINA ? pagina.at(-1) : undefined;
  const t = await getTranslations("appuntamenti.elenco");
  const tc = await getTranslations();
  const base = `/cassetto/${cassetto.posizioneId}`;
  const qui = `${base}/appuntamenti`;
  return (
    <CassettoShell viewer={viewer} cassetto={cassetto} corrente="appuntamenti">
      <PageTitle
        passi={[{ nome: tc("nav.panoramica"), href: base }, { nome: tc("appuntamenti.titolo") }]}
        titolo={t("titoloPagina")}
        sommario={t("sommario")}
      />
      {prossimo && <ProssimoAppuntamento appuntamento={prossimo} base={base} oggi={currentDate()} />}
      {cassetto.operazioni || cassetto.ufficio ? (
        <ButtonLink
          href={`${qui}/nuovo`}
          icon={CalendarPlus}
          secondario={Boolean(prossimo)}
          className="mt-6 [overflow-wrap:anywhere]"
        >
          {t("prendi")}
        </ButtonLink>
      ) : (
        <p className="scheda mt-6 max-w-text">{t("soloConsultazione")}</p>
      )}
      <OfferteScadute scadute={scadute} posizioneId={cassetto.posizioneId} puo={cassetto.operazioni} />
      <Attese attese={attese} posizioneId={cassetto.posizioneId} puo={cassetto.operazioni} />
      {ceNeSono && (
        <FiltroAppuntamenti scelta={scelta} azione={qui} rapporti={rapporti} filtrato={filtrato} />
      )}
      {!ceNeSono && <Empty titolo={t("nessuno")}>{t("nessunoTesto")}</Empty>}
      {ceNeSono && pagina.length === 0 && (
        <Empty titolo={t("nessunoTrovato")}>{t("nessunoTrovatoTesto")}</Empty>
      )}
      <ElencoAppuntamenti
        appuntamenti={pagina.filter(({ id }) => id !== prossimo?.id)}
        altri={Boolean(prossimo)}
        base={base}
      />
      {last && (
        <ButtonLink href={indirizzoElenco(qui, scelta, last)} secondario className="mt-6">
          {tc("comune.successivi")}
        </ButtonLink>
      )}
    </CassettoShell>
  );
}
