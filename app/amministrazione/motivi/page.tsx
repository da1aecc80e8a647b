import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { ElencoMotivi } from "@/components/motivi/elenco-motivi";
import { NuovoMotivoForm } from "@/components/motivi/motivo-form";
import { Fatto } from "@/components/ui/fatto";
import { fattoMotivoInput } from "@/lib/appuntamenti/motivi/gestione/input";
import { listMotiviTutti } from "@/lib/appuntamenti/motivi/gestione/queries";
import { listCategorie } from "@/lib/argomenti/queries";
import { requireViewer } from "@/lib/auth/session";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appuntamenti.motivi"))("titolo") };
}

/** Why one may ask for an appuntamento, and what each takes. */
export default async function Motivi({ searchParams }: Props) {
  const fatto = fattoMotivoInput.parse((await searchParams).fatto);
  const { viewer, dati } = await requireViewer("amministrazione", (scope) =>
    Promise.all([listMotiviTutti(scope), listCategorie(scope)]),
  );
  const [motivi, categorie] = dati;
  const t = await getTranslations("appuntamenti.motivi");
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="motivi" barra>
      <PageTitle titolo={t("titolo")} sommario={`${t("sommario")} ${t("avvertenza")}`} />
      {fatto && <Fatto testo={t(`fatti.${fatto}`)} />}
      <ElencoMotivi motivi={motivi} />
      <NuovoMotivoForm categorie={categorie} />
    </Shell>
  );
}
