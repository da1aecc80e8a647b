import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DelegheFuture } from "@/components/deleghe/deleghe-future";
import { PropostePerPersona } from "@/components/deleghe/proposte/proposte-per-persona";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { Fatto } from "@/components/ui/fatto";
import { requireViewer } from "@/lib/auth/session";
import { rinunciaFuturaComePersonaAction } from "@/lib/deleghe/actions";
import { type FATTI, fattoInput } from "@/lib/deleghe/input";
import { listProposteAllaPersona } from "@/lib/deleghe/proposte/queries";
import { listDelegheFuture } from "@/lib/deleghe/queries";
import { listNomineDellaPersona } from "@/lib/intermediari/queries";
import { currentDate } from "@/lib/oggi";

type Props = { searchParams: Promise<{ fatto?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deleghe.persona"))("titolo") };
}

/** By which profilo what was just accepted is used. */
const PROFILO_PER: Partial<Record<(typeof FATTI)[number], "delegato" | "intermediario">> = {
  accettata: "delegato",
  incarico_accettato: "intermediario",
};

/** What others offered to this person; decided on whatever they are logged in as. */
export default async function DelegheDellaPersona({ searchParams }: Props) {
  const fatto = fattoInput.parse((await searchParams).fatto);
  const { viewer, dati } = await requireViewer("profilo", (scope) =>
    Promise.all([
      listProposteAllaPersona(scope),
      listNomineDellaPersona(scope),
      listDelegheFuture(scope, "persona"),
    ]),
  );
  const [proposte, nomine, future] = dati;
  const t = await getTranslations("deleghe");
  const tu = await getTranslations("utenti");
  const usa = fatto && PROFILO_PER[fatto];
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="profilo" barra>
      <PageTitle
        passi={[{ nome: tu("profilo.titolo"), href: "/profilo" }, { nome: t("persona.titolo") }]}
        titolo={t("persona.titolo")}
        sommario={t("persona.sommario")}
      />
      {fatto && <Fatto testo={t(`fatti.${fatto}`)} />}
      {usa && (
        <div className="scheda mt-4">
          <p>{t("persona.usa", { profilo: tu(`tipi.${usa}`) })}</p>
          <ButtonLink href="/profilo" className="mt-3">
            {t("persona.vaiProfili")}
          </ButtonLink>
        </div>
      )}
      {proposte.length + nomine.length + future.length === 0 ? (
        <Empty titolo={t("persona.nessuna")}>{t("persona.nessunaTesto")}</Empty>
      ) : (
        <PropostePerPersona proposte={proposte} nomine={nomine} oggi={currentDate()} />
      )}
      <DelegheFuture deleghe={future} action={rinunciaFuturaComePersonaAction} />
    </Shell>
  );
}
