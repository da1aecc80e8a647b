import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TutelaForm } from "@/components/deleghe/tutela-form";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { requireViewer } from "@/lib/auth/session";
import { currentDate } from "@/lib/oggi";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deleghe.tutele"))("titolo") };
}

export default async function Tutele() {
  const { viewer } = await requireViewer("amministrazione");
  const t = await getTranslations("deleghe.tutele");
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="tutele" barra>
      <PageTitle titolo={t("titolo")} sommario={t("sommario")} />
      <TutelaForm oggi={currentDate()} />
    </Shell>
  );
}
