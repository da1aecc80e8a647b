import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { ModelloForm, NuovoModelloForm } from "@/components/sede/modello-form";
import { Empty } from "@/components/ui/empty";
import { Fatto } from "@/components/ui/fatto";
import { requireViewer } from "@/lib/auth/session";
import { listModelli } from "@/lib/quesiti/lavorazione/queries";
import { fattoModelloInput } from "@/lib/quesiti/modelli/input";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sede.modelli"))("titolo") };
}

/** The texts a sede answers with often. */
export default async function Modelli({ searchParams }: Props) {
  const fatto = fattoModelloInput.parse((await searchParams).fatto);
  const { viewer, dati: modelli } = await requireViewer("andamento", listModelli);
  const t = await getTranslations("sede.modelli");
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="modelli" barra>
      <PageTitle titolo={t("titolo")} sommario={t("sommario")} />
      {fatto && <Fatto testo={t(`fatti.${fatto}`)} />}
      {modelli.length === 0 && <Empty titolo={t("nessuno")} />}
      <div className="mt-6 grid gap-3">
        {modelli.map((modello) => (
          <ModelloForm key={modello.id} modello={modello} />
        ))}
      </div>
      <NuovoModelloForm />
    </Shell>
  );
}
