import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StoriaAppuntamento } from "@/components/appuntamenti/dettaglio/storia-appuntamento";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { Cambia } from "@/components/sede/appuntamenti/cambia";
import { Collegamento } from "@/components/sede/appuntamenti/collegamento";
import { Correggi } from "@/components/sede/appuntamenti/correggi";
import { DatiAppuntamento } from "@/components/sede/appuntamenti/dati-appuntamento";
import { indirizzoGiornata } from "@/components/sede/appuntamenti/indirizzo-giornata";
import { Momento } from "@/components/sede/appuntamenti/momento";
import { Segna } from "@/components/sede/appuntamenti/segna";
import { RiepilogoCassetto } from "@/components/sede/quesito/riepilogo-cassetto";
import { Fatto } from "@/components/ui/fatto";
import { listAllegatiDiAppuntamento } from "@/lib/allegati/queries";
import { fattoGiornataInput } from "@/lib/appuntamenti/giornata/input";
import { getQuesitoDietro } from "@/lib/appuntamenti/giornata/queries";
import { whichActs, whichCorrection } from "@/lib/appuntamenti/giornata/rules";
import { getPrenotazione, listEventiDiAppuntamento } from "@/lib/appuntamenti/queries";
import { requireAppuntamentoSede } from "@/lib/auth/registrati";
import type { CassettoScope } from "@/lib/auth/viewer";
import { dataInRome, formatData, formatIstante } from "@/lib/dates";
import { currentDate, currentIstante } from "@/lib/oggi";
import { listContributi, listVersamenti } from "@/lib/pagamenti/queries";
import { getAnagrafica } from "@/lib/posizioni/queries";
import { listRapporti } from "@/lib/rapporti/queries";

type Props = {
  params: Promise<{ numero: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appuntamenti"))("titoloUno") };
}

/** One appuntamento with all that is needed to receive who comes. */
export default async function AppuntamentoDellaSede({ params, searchParams }: Props) {
  const fatto = fattoGiornataInput.parse((await searchParams).fatto);
  const { viewer, dati } = await requireAppuntamentoSede(params, readTutto);
  const [[riga], allegati, eventi, [quesito], [anagrafica], rapporti, contributi, versamenti] = dati;
  if (!riga) notFound();
  const { appuntamento } = riga;
  const { numero, inizioAt, fineAt } = appuntamento;
  const data = dataInRome(inizioAt);
  const oggi = currentDate();
  const t = await getTranslations("appuntamenti.giornata");
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="appuntamentiSede" barra>
      <PageTitle
        passi={[
          { nome: formatData(data, "lungo"), href: indirizzoGiornata({ data: data === oggi ? null : data }) },
          { nome: numero },
        ]}
        titolo={t("quando", {
          data: formatData(data, "esteso"),
          dalle: formatIstante(inizioAt, "ora"),
          alle: formatIstante(fineAt, "ora"),
        })}
      >
        <p className="mt-3 flex flex-wrap items-center gap-3">
          <Momento appuntamento={appuntamento} now={new Date()} />
          <span>{t("numero", { numero })}</span>
        </p>
      </PageTitle>
      {fatto && <Fatto testo={t(`fatti.${fatto}`, { modo: appuntamento.modo })} />}
      {appuntamento.stato === "confermato" && appuntamento.daSpostareAt && (
        <p className="scheda mt-5 border-s-6 border-s-orange-48 font-semibold">{t("daSpostareTesto")}</p>
      )}
      <div className="desktop:grid desktop:grid-cols-[minmax(0,1fr)_19rem] desktop:items-start desktop:gap-8">
        <div className="min-w-0">
          <Collegamento appuntamento={appuntamento} />
          <Segna appuntamento={appuntamento} atti={whichActs(appuntamento, currentIstante(), oggi)} />
          <Correggi appuntamento={appuntamento} atto={whichCorrection(appuntamento, new Date())} />
          <DatiAppuntamento riga={riga} allegati={allegati} quesito={quesito} />
          <Cambia appuntamento={appuntamento} />
          <StoriaAppuntamento eventi={eventi} modo={appuntamento.modo} />
        </div>
        {anagrafica && (
          <div className="mt-6">
            <RiepilogoCassetto
              di={appuntamento}
              anagrafica={anagrafica}
              rapporti={rapporti}
              contributi={contributi}
              versamenti={versamenti}
              oggi={oggi}
            />
          </div>
        )}
      </div>
    </Shell>
  );
}

const readTutto = (scope: CassettoScope, id: string) =>
  Promise.all([
    getPrenotazione(scope, id),
    listAllegatiDiAppuntamento(scope, id),
    listEventiDiAppuntamento(scope, id),
    getQuesitoDietro(scope, id),
    getAnagrafica(scope),
    listRapporti(scope),
    listContributi(scope),
    listVersamenti(scope),
  ]);
