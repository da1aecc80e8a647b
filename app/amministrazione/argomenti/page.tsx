import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NuovoArgomentoForm } from "@/components/argomenti/argomento-form";
import { ElencoArgomenti } from "@/components/argomenti/elenco-argomenti";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { Fatto } from "@/components/ui/fatto";
import { fattoArgomentoInput } from "@/lib/argomenti/input";
import { listArgomenti, listCategorie } from "@/lib/argomenti/queries";
import { requireViewer } from "@/lib/auth/session";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("argomenti"))("titolo") };
}

/** What a quesito may be about, and how long a sede has to answer. */
export default async function Argomenti({ searchParams }: Props) {
  const fatto = fattoArgomentoInput.parse((await searchParams).fatto);
  const { viewer, dati } = await requireViewer("amministrazione", (scope) =>
    Promise.all([listCategorie(scope), listArgomenti(scope)]),
  );
  const [categorie, argomenti] = dati;
  const t = await getTranslations("argomenti");
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="argomenti" barra>
      <PageTitle titolo={t("titolo")} sommario={t("sommario")} />
      {fatto && <Fatto testo={t(`fatti.${fatto}`)} />}
      <ElencoArgomenti categorie={categorie} argomenti={argomenti} />
      <NuovoArgomentoForm categorie={categorie} />
    </Shell>
  );
}
