import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import { DatiQuesito } from "@/components/quesiti/conversazione/dati-quesito";
import { Messaggio } from "@/components/quesiti/conversazione/messaggio";
import { ProssimiPassi } from "@/components/quesiti/conversazione/prossimi-passi";
import { Seguito } from "@/components/quesiti/conversazione/seguito";
import { StoriaQuesito } from "@/components/quesiti/conversazione/storia-quesito";
import { StatoQuesito } from "@/components/quesiti/stato-quesito";
import { Fatto } from "@/components/ui/fatto";
import { listAllegatiDiQuesito } from "@/lib/allegati/queries";
import { listAppuntamentiInArrivo } from "@/lib/appuntamenti/elenco/queries";
import { requireQuesito } from "@/lib/auth/registrati";
import { currentDate } from "@/lib/oggi";
import { getBozzaDiQuesito } from "@/lib/quesiti/bozze/queries";
import { fattoInput } from "@/lib/quesiti/input";
import { getQuesito, getTempiDiQuesito, listEventi, listMessaggi } from "@/lib/quesiti/queries";

type Props = {
  params: Promise<{ posizione: string; protocollo: string }>;
  searchParams: Promise<{ fatto?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("quesiti"))("titoloUno") };
}

/** One thread: whose turn it is, what both sides wrote, and what to do. */
export default async function Conversazione({ params, searchParams }: Props) {
  const fatto = fattoInput.parse((await searchParams).fatto);
  const { viewer, cassetto, dati } = await requireQuesito(params, (scope, quesitoId) =>
    Promise.all([
      getQuesito(scope, quesitoId),
      listMessaggi(scope, quesitoId),
      listAllegatiDiQuesito(scope, quesitoId),
      listEventi(scope, quesitoId),
      getTempiDiQuesito(scope, quesitoId),
      getBozzaDiQuesito(scope, quesitoId),
      listAppuntamentiInArrivo(scope),
    ]),
  );
  const [[riga], messaggi, allegati, eventi, tempi, [bozza], inArrivo] = dati;
  if (!riga) notFound();
  const { quesito } = riga;
  const t = await getTranslations("quesiti");
  const tn = await getTranslations("nav");
  const base = `/cassetto/${cassetto.posizioneId}`;
  // The menu was counted before this page was read.
  const daLeggere = cassetto.daLeggere - messaggi.filter(({ nuovo }) => nuovo).length;
  return (
    <CassettoShell viewer={viewer} cassetto={{ ...cassetto, daLeggere }} corrente="comunicazioni">
      <PageTitle
        passi={[
          { nome: tn("panoramica"), href: base },
          { nome: t("titolo"), href: `${base}/comunicazioni` },
          { nome: t("protocollo", { numero: quesito.protocollo }) },
        ]}
        titolo={quesito.oggetto}
      >
        <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
          <StatoQuesito stato={quesito.stato} esito={quesito.esito} />
          <span className="minore tabular-nums">{t("protocollo", { numero: quesito.protocollo })}</span>
        </p>
      </PageTitle>
      {fatto && <Fatto testo={t(`fatti.${fatto}`)} />}
      <ProssimiPassi
        riga={riga}
        tempi={tempi}
        oggi={currentDate()}
        base={base}
        prenota={cassetto.operazioni ? inArrivo : null}
      />
      <section className="sezione" aria-labelledby="messaggi">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6">
          <h2 id="messaggi">{t("conversazione.titolo")}</h2>
          {messaggi.length > 3 && (
            <a href="#ultimo" className="collegamento non-stampare">
              {t("conversazione.vaiAllUltimo")}
            </a>
          )}
        </div>
        <ol className="mt-4 grid gap-4">
          {messaggi.map((messaggio, index) => (
            <Messaggio
              key={messaggio.id}
              messaggio={messaggio}
              allegati={allegati.filter(({ messaggioId }) => messaggioId === messaggio.id)}
              base={base}
              protocollo={quesito.protocollo}
              ultimo={index === messaggi.length - 1}
            />
          ))}
        </ol>
      </section>
      <Seguito
        quesito={quesito}
        bozza={bozza ?? { id: randomUUID(), testo: "" }}
        posizioneId={cassetto.posizioneId}
        operazioni={cassetto.operazioni}
        adesso={new Date()}
      />
      <DatiQuesito riga={riga} />
      <section className="sezione" aria-labelledby="storia">
        <h2 id="storia">{t("conversazione.storia")}</h2>
        <StoriaQuesito eventi={eventi} />
      </section>
    </CassettoShell>
  );
}
