import { PenLine } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Bozze } from "@/components/quesiti/elenco/bozze";
import { FiltroQuesiti } from "@/components/quesiti/elenco/filtro-quesiti";
import { indirizzoElenco } from "@/components/quesiti/elenco/indirizzo-elenco";
import { SchedaQuesito } from "@/components/quesiti/elenco/scheda-quesito";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { Fatto } from "@/components/ui/fatto";
import { listAppuntamentiInArrivo } from "@/lib/appuntamenti/elenco/queries";
import { requireCassetto } from "@/lib/auth/session";
import { currentDate } from "@/lib/oggi";
import { listBozze, listCategorie } from "@/lib/quesiti/bozze/queries";
import { filtroQuesitiInput } from "@/lib/quesiti/elenco/input";
import { hasQuesiti, listQuesiti, QUESITI_PER_PAGINA } from "@/lib/quesiti/elenco/queries";
import { fattoInput } from "@/lib/quesiti/input";
import { listRapporti } from "@/lib/rapporti/queries";
import { openCerca } from "@/lib/ricerca";

type Props = {
  params: Promise<{ posizione: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("quesiti"))("titolo") };
}

export default async function Comunicazioni({ params, searchParams }: Props) {
  const given = await searchParams;
  const scelta = filtroQuesitiInput.parse(openCerca(given));
  const fatto = fattoInput.parse(given.fatto);
  const { viewer, cassetto, dati } = await requireCassetto(params, "comunicazioni", (scope) =>
    Promise.all([
      listQuesiti(scope, scelta),
      hasQuesiti(scope),
      listBozze(scope),
      listRapporti(scope),
      listCategorie(scope),
      listAppuntamentiInArrivo(scope),
    ]),
  );
  const [trovati, ceNeSono, bozze, rapporti, categorie, inArrivo] = dati;
  const quesiti = trovati.slice(0, QUESITI_PER_PAGINA);
  const last = trovati.length > QUESITI_PER_PAGINA ? quesiti.at(-1) : undefined;
  const t = await getTranslations("quesiti");
  const tc = await getTranslations();
  const oggi = currentDate();
  const base = `/cassetto/${cassetto.posizioneId}`;
  const qui = `${base}/comunicazioni`;
  const { dopo: _, ...filtri } = scelta;
  return (
    <CassettoShell viewer={viewer} cassetto={cassetto} corrente="comunicazioni">
      <PageTitle
        passi={[{ nome: tc("nav.panoramica"), href: base }, { nome: t("titolo") }]}
        titolo={t("titoloPagina")}
        sommario={t("sommario")}
      />
      {fatto && <Fatto testo={t(`fatti.${fatto}`)} />}
      {cassetto.operazioni ? (
        <ButtonLink href={`${qui}/nuova`} icon={PenLine} className="mt-6">
          {t("scrivi")}
        </ButtonLink>
      ) : (
        <p className="scheda mt-6 max-w-text">{t("soloConsultazione")}</p>
      )}
      {cassetto.operazioni && <Bozze bozze={bozze} posizioneId={cassetto.posizioneId} />}
      {ceNeSono && (
        <FiltroQuesiti
          scelta={scelta}
          azione={qui}
          rapporti={rapporti}
          categorie={categorie}
          filtrato={Object.values(filtri).some(Boolean)}
        />
      )}
      {!ceNeSono && <Empty titolo={t("nessuno")}>{t("nessunoTesto")}</Empty>}
      {ceNeSono && quesiti.length === 0 && (
        <Empty titolo={t("nessunoTrovato")}>{t("nessunoTrovatoTesto")}</Empty>
      )}
      <section className="mt-6" aria-labelledby="elenco">
        <h2 id="elenco" className="solo-lettori">
          {t("trovati")}
        </h2>
        <ul className="grid gap-4">
          {quesiti.map((quesito) => (
            <SchedaQuesito
              key={quesito.id}
              quesito={quesito}
              base={base}
              oggi={oggi}
              prenota={cassetto.operazioni ? inArrivo : null}
            />
          ))}
        </ul>
      </section>
      {last && (
        <ButtonLink href={indirizzoElenco(qui, scelta, last)} secondario className="mt-6">
          {tc("comune.successivi")}
        </ButtonLink>
      )}
    </CassettoShell>
  );
}
