import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { Filo } from "@/components/sede/quesito/filo";
import { Incarico } from "@/components/sede/quesito/incarico";
import { Interno } from "@/components/sede/quesito/interno";
import { Lavoro, Partenza } from "@/components/sede/quesito/lavoro";
import { Passa } from "@/components/sede/quesito/passa";
import { RiepilogoCassetto } from "@/components/sede/quesito/riepilogo-cassetto";
import { TestataQuesito } from "@/components/sede/quesito/testata-quesito";
import { Fatto } from "@/components/ui/fatto";
import { listAllegatiDiBozza, listAllegatiDiQuesito } from "@/lib/allegati/queries";
import { requireQuesitoSede } from "@/lib/auth/registrati";
import type { CassettoScope } from "@/lib/auth/viewer";
import { currentDate } from "@/lib/oggi";
import { listContributi, listVersamenti } from "@/lib/pagamenti/queries";
import { getAnagrafica } from "@/lib/posizioni/queries";
import { cercaSedeInput, fattoSedeInput } from "@/lib/quesiti/lavorazione/input";
import {
  getQuesitoDellaSede,
  listBozzeDellaSede,
  listColleghi,
  listEventiDellaSede,
  listMessaggiDellaSede,
  listModelli,
  listNote,
  listPareri,
  searchSedi,
} from "@/lib/quesiti/lavorazione/queries";
import { attiDi } from "@/lib/quesiti/lavorazione/rules";
import { listRapporti } from "@/lib/rapporti/queries";

type Props = {
  params: Promise<{ protocollo: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sede"))("titoloUno") };
}

/** One quesito with all that is needed to answer it. */
export default async function Quesito({ params, searchParams }: Props) {
  const given = await searchParams;
  const fatto = fattoSedeInput.parse(given.fatto);
  const cercata = cercaSedeInput.parse(given.cercaSede);
  const { viewer, dati } = await requireQuesitoSede(params, async (scope, quesitoId) => ({
    filo: await readFilo(scope, quesitoId),
    cassetto: await readCassetto(scope),
    sede: await Promise.all([
      listColleghi(scope),
      listModelli(scope),
      cercata ? searchSedi(scope, cercata) : [],
    ]),
  }));
  const [righe, messaggi, allegati, eventi, note, pareri, bozze, diBozze] = dati.filo;
  const [[anagrafica], rapporti, contributi, versamenti] = dati.cassetto;
  const [colleghi, modelli, sedi] = dati.sede;
  const riga = righe[0];
  if (!riga) notFound();
  const { quesito } = riga;
  const oggi = currentDate();
  const t = await getTranslations("sede");
  const atti = attiDi(
    quesito,
    viewer,
    bozze.some(({ parteAt }) => parteAt !== null),
  );
  const assegnato = colleghi.find(({ id }) => id === quesito.assegnatoA)?.nome ?? null;
  const risposte = { quesito, utenteId: viewer.utenteId, bozze, allegati: diBozze };
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="sede" barra>
      <PageTitle
        passi={[{ nome: t("titolo"), href: "/sede/comunicazioni" }, { nome: quesito.protocollo }]}
        titolo={quesito.oggetto}
      >
        <TestataQuesito riga={riga} oggi={oggi} />
      </PageTitle>
      {fatto && fatto !== "gia_preso" && <Fatto testo={t(`fatti.${fatto}`)} />}
      {fatto === "gia_preso" && (
        <p role="alert" className="scheda mt-5 border-s-6 border-s-orange-48 font-semibold">
          {t("fatti.gia_preso", { chi: assegnato ?? t("quesito.incarico.qualcuno") })}
        </p>
      )}
      <div
        className={
          anagrafica &&
          "desktop:grid desktop:grid-cols-[minmax(0,1fr)_19rem] desktop:items-start desktop:gap-8"
        }
      >
        <div className="min-w-0">
          <Partenza {...risposte} now={new Date()} />
          <Incarico riga={riga} atti={atti} assegnato={assegnato} />
          <Filo messaggi={messaggi} allegati={allegati} />
          <Lavoro {...risposte} atti={atti} pareri={pareri} modelli={modelli} nuova={randomUUID()} />
          {atti.passa && (
            <Passa
              quesito={quesito}
              colleghi={colleghi.filter(({ altraSede }) => altraSede === null)}
              cercata={cercata}
              sedi={sedi}
              risponde={atti.rispondi}
            />
          )}
          <Interno
            quesito={quesito}
            note={note}
            pareri={pareri}
            eventi={eventi}
            esperti={colleghi.filter(({ id, esperto }) => esperto && id !== viewer.utenteId)}
            atti={atti}
            nuova={randomUUID()}
          />
        </div>
        {anagrafica && (
          <div className="mt-6">
            <RiepilogoCassetto
              di={quesito}
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

async function readFilo(scope: CassettoScope, quesitoId: string) {
  const bozze = await listBozzeDellaSede(scope, quesitoId);
  return Promise.all([
    getQuesitoDellaSede(scope, quesitoId),
    listMessaggiDellaSede(scope, quesitoId),
    listAllegatiDiQuesito(scope, quesitoId),
    listEventiDellaSede(scope, quesitoId),
    listNote(scope, quesitoId),
    listPareri(scope, quesitoId),
    bozze,
    Promise.all(bozze.map(({ id }) => listAllegatiDiBozza(scope, id))),
  ]);
}

const readCassetto = (scope: CassettoScope) =>
  Promise.all([getAnagrafica(scope), listRapporti(scope), listContributi(scope), listVersamenti(scope)]);
