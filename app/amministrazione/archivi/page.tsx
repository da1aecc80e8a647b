import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Importazioni } from "@/components/archivi/importazioni";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { listImportazioni } from "@/lib/archivi/queries";
import { requireViewer } from "@/lib/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("archivi"))("titolo") };
}

export default async function Archivi() {
  const { viewer, dati: importazioni } = await requireViewer("amministrazione", listImportazioni);
  const t = await getTranslations("archivi");
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="archivi" barra>
      <PageTitle titolo={t("titolo")} sommario={t("sommario")} />
      <Importazioni importazioni={importazioni} />
    </Shell>
  );
}
