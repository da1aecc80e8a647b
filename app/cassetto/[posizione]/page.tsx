import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProssimoAppuntamento } from "@/components/appuntamenti/prossimo-appuntamento";
import { AvvisoProposte } from "@/components/deleghe/proposte/avviso-proposte";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import { DaSistemare } from "@/components/posizioni/da-sistemare";
import { ProssimaScadenza } from "@/components/posizioni/prossima-scadenza";
import { Servizi } from "@/components/posizioni/servizi";
import { QuesitiDellaSede } from "@/components/quesiti/quesiti-della-sede";
import { QuesitiInCorso } from "@/components/quesiti/quesiti-in-corso";
import { SchedaRapporto } from "@/components/rapporti/scheda-rapporto";
import { Empty } from "@/components/ui/empty";
import { listAppuntamentiInArrivo } from "@/lib/appuntamenti/elenco/queries";
import { vicinanzaDi } from "@/lib/appuntamenti/elenco/rules";
import { requireCassetto } from "@/lib/auth/session";
import { dataInRome, formatData } from "@/lib/dates";
import { countProposteRicevute } from "@/lib/deleghe/queries";
import { currentDate, currentMomento } from "@/lib/oggi";
import { listContributi, listVersamenti } from "@/lib/pagamenti/queries";
import { anomalie, inArrivo, situazioni, totali } from "@/lib/pagamenti/rules";
import { listQuesitiInCorso } from "@/lib/quesiti/elenco/queries";
import { listRapporti } from "@/lib/rapporti/queries";

type Props = { params: Promise<{ posizione: string }> };

/** How many rapporti the panoramica shows; the list has them all. */
const RAPPORTI_IN_VISTA = 4;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("nav"))("panoramica") };
}

export default async function Panoramica({ params }: Props) {
  const { viewer, cassetto, dati } = await requireCassetto(params, "panoramica", (scope) =>
    Promise.all([
      listRapporti(scope),
      listContributi(scope),
      listVersamenti(scope),
      countProposteRicevute(scope),
      listQuesitiInCorso(scope),
      listAppuntamentiInArrivo(scope),
    ]),
  );
  const [rapporti, contributi, versamenti, proposte, quesiti, appuntamenti] = dati;
  const t = await getTranslations("panoramica");
  const tr = await getTranslations("rapporti");
  const oggi = currentDate();
  const base = `/cassetto/${cassetto.posizioneId}`;
  const tutte = situazioni(contributi, versamenti, oggi);
  const daSistemare = anomalie(tutte, rapporti);
  const scadenze = inArrivo(tutte, oggi);
  const prenota = cassetto.operazioni || cassetto.ufficio ? appuntamenti : null;
  const [prossimo] = appuntamenti;
  // The first screen says what is to be paid by when, and then what is not in order; only what is today or tomorrow
  // comes before.
  const imminente = prossimo !== undefined && vicinanzaDi(prossimo.inizioAt, oggi) !== null;
  const incontro = prossimo && (
    <ProssimoAppuntamento appuntamento={prossimo} base={base} oggi={oggi} altri={appuntamenti.length - 1} />
  );
  return (
    <CassettoShell viewer={viewer} cassetto={cassetto} corrente="panoramica">
      <PageTitle
        titolo={
          cassetto.proprio
            ? t("saluto", { momento: currentMomento(), nome: cassetto.nome })
            : t("titoloAltri", { nome: `${cassetto.nome} ${cassetto.cognome}` })
        }
        sommario={[
          t("riassunto", { cose: daSistemare.length, scadenze: scadenze.length }),
          prossimo &&
            !imminente &&
            t("incontro", { quando: formatData(dataInRome(prossimo.inizioAt), "esteso") }),
        ]
          .filter(Boolean)
          .join(" ")}
      />
      {cassetto.proprio && <AvvisoProposte n={proposte.delDatore} href={`${base}/deleghe`} />}
      <AvvisoProposte persona n={proposte.allaPersona} href="/profilo/deleghe" />
      {imminente && incontro}
      <ProssimaScadenza
        inArrivo={scadenze}
        arretrati={totali(tutte, versamenti, oggi).daPagareScaduto}
        base={base}
        oggi={oggi}
      />
      <DaSistemare anomalie={daSistemare} base={base} chiedi={cassetto.operazioni} prenota={prenota} />
      {!imminente && incontro && <div className="pt-5">{incontro}</div>}
      {cassetto.ufficio ? (
        <QuesitiDellaSede quesiti={quesiti} oggi={oggi} />
      ) : (
        <QuesitiInCorso quesiti={quesiti} base={base} oggi={oggi} prenota={prenota} />
      )}
      <section className="sezione" aria-labelledby="rapporti">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6">
          <h2 id="rapporti">{t(cassetto.proprio ? "rapporti" : "rapportiAltri")}</h2>
          {rapporti.length > RAPPORTI_IN_VISTA && (
            <a href={`${base}/rapporti`} className="collegamento non-stampare">
              {t("tutti")}
            </a>
          )}
        </div>
        {rapporti.length === 0 && <Empty titolo={tr("nessuno")}>{tr("nessunoTesto")}</Empty>}
        <ul className="mt-4 grid gap-4 tablet:grid-cols-2">
          {rapporti.slice(0, RAPPORTI_IN_VISTA).map((rapporto) => (
            <SchedaRapporto key={rapporto.codice} rapporto={rapporto} base={base} />
          ))}
        </ul>
      </section>
      {!cassetto.ufficio && <Servizi />}
    </CassettoShell>
  );
}
