import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CambiamentiDeleghe } from "@/components/deleghe/cambiamenti-deleghe";
import { ChiediDelegaForm } from "@/components/deleghe/proposte/chiedi-delega-form";
import { PropostePerStudio } from "@/components/deleghe/proposte/proposte-per-studio";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { Fatto } from "@/components/ui/fatto";
import { requireViewer } from "@/lib/auth/session";
import { fattoInput } from "@/lib/deleghe/input";
import { canDecideDeleghe } from "@/lib/deleghe/policy";
import { listEventiDelloStudio, listProposteDelloStudio } from "@/lib/deleghe/queries";
import { currentDate } from "@/lib/oggi";

type Props = { searchParams: Promise<{ fatto?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deleghe.studio"))("titolo") };
}

/** What datori offer to the studio and what the studio asks them, and what came of it lately. */
export default async function ProposteDelloStudio({ searchParams }: Props) {
  const fatto = fattoInput.parse((await searchParams).fatto);
  const { viewer, dati } = await requireViewer("studio", (scope) =>
    Promise.all([listProposteDelloStudio(scope), listEventiDelloStudio(scope)]),
  );
  const [proposte, eventi] = dati;
  const t = await getTranslations("deleghe");
  const tn = await getTranslations("nav");
  const decide = canDecideDeleghe(viewer);
  const oggi = currentDate();
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="proposte" barra>
      <PageTitle
        passi={[{ nome: tn("deleganti"), href: "/deleganti" }, { nome: t("studio.titolo") }]}
        titolo={t("studio.titolo")}
        sommario={t("studio.sommario", { studio: viewer.profilo?.intermediario?.denominazione ?? "" })}
      />
      {fatto && <Fatto testo={t(`fatti.${fatto}`)} />}
      {!decide && <p className="scheda mt-6">{t("studio.soloTitolare")}</p>}
      <PropostePerStudio proposte={proposte} decide={decide} oggi={oggi} />
      {decide && <ChiediDelegaForm oggi={oggi} />}
      <CambiamentiDeleghe eventi={eventi} />
    </Shell>
  );
}
