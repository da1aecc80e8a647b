import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ApriCassetto, ApriDeleganti } from "@/components/deleghe/comincia";
import { DelegheFuture } from "@/components/deleghe/deleghe-future";
import { PropostePerPersona } from "@/components/deleghe/proposte/proposte-per-persona";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { Empty } from "@/components/ui/empty";
import { Fatto } from "@/components/ui/fatto";
import { Rifiuto } from "@/components/ui/rifiuto";
import { currentContesto, readOn, requireViewer } from "@/lib/auth/session";
import type { Viewer } from "@/lib/auth/viewer";
import { formatData } from "@/lib/dates";
import { rinunciaFuturaComePersonaAction } from "@/lib/deleghe/actions";
import { delegaInput, fattoInput, rifiutoInput } from "@/lib/deleghe/input";
import { listProposteAllaPersona } from "@/lib/deleghe/proposte/queries";
import { getCassettoDellaDelega, listDelegheFuture } from "@/lib/deleghe/queries";
import { listNomineDellaPersona } from "@/lib/intermediari/queries";
import { currentDate } from "@/lib/oggi";
import { listProfili } from "@/lib/utenti/queries";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deleghe.persona"))("titolo") };
}

/** What others offered to this person; decided on whatever they are logged in as. */
export default async function DelegheDellaPersona({ searchParams }: Props) {
  const given = await searchParams;
  const fatto = fattoInput.parse(given.fatto);
  const esito = rifiutoInput.parse(given.esito);
  const accettata = fatto?.startsWith("accettata") ? delegaInput.parse(given.delega) : null;
  const { viewer, dati } = await requireViewer("profilo", (scope) =>
    Promise.all([
      listProposteAllaPersona(scope),
      listNomineDellaPersona(scope),
      listDelegheFuture(scope, "persona"),
      listProfili(scope),
    ]),
  );
  const [proposte, nomine, future, profili] = dati;
  const cassetto = accettata ? await findCassetto(viewer, accettata) : undefined;
  const comincera = future.find(({ id }) => id === accettata);
  const studio =
    fatto === "incarico_accettato"
      ? profili.find(({ intermediarioCodice }) => intermediarioCodice && intermediarioCodice === given.studio)
      : undefined;
  const t = await getTranslations("deleghe");
  const tu = await getTranslations("utenti");
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="profilo" barra>
      <PageTitle
        passi={[{ nome: tu("profilo.titolo"), href: "/profilo" }, { nome: t("persona.titolo") }]}
        titolo={t("persona.titolo")}
        sommario={t("persona.sommario")}
      />
      {fatto && <Fatto testo={t(`fatti.${fatto}`)} />}
      {esito && <Rifiuto testo={t(`rifiuti.${esito}`)} />}
      {cassetto && (
        <ApriCassetto posizioneId={cassetto.posizioneId} nome={`${cassetto.nome} ${cassetto.cognome}`} />
      )}
      {comincera && (
        <p className="mt-4 max-w-text">
          {t("persona.comincera", { chi: comincera.nome, data: formatData(comincera.dal, "lungo") })}
        </p>
      )}
      {studio?.intermediario && (
        <ApriDeleganti
          studio={studio.intermediario}
          profilo={studio.id === viewer.profilo?.id ? null : studio.id}
        />
      )}
      {proposte.length + nomine.length + future.length === 0 && !fatto && (
        <Empty titolo={t("persona.nessuna")}>{t("persona.nessunaTesto")}</Empty>
      )}
      <PropostePerPersona proposte={proposte} nomine={nomine} oggi={currentDate()}>
        <DelegheFuture deleghe={future} action={rinunciaFuturaComePersonaAction} />
      </PropostePerPersona>
    </Shell>
  );
}

/** The drawer of what was just accepted: on the desk of the person, whatever they are logged in as. */
async function findCassetto({ scrivanie }: Viewer, delega: string) {
  const profilo = scrivanie.find(({ tipo }) => tipo === "delegato")?.profilo;
  if (!profilo) return undefined;
  return readOn({ ...(await currentContesto()), profilo }, (scope) => getCassettoDellaDelega(scope, delega));
}
