import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { currentViewer } from "@/lib/auth/session";
import { formatData } from "@/lib/dates";

const AGGIORNATA_IL = "2026-11-23";
const PARTI = ["dati", "perche", "chi", "cookie", "tempo"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy"))("titolo") };
}

export default async function Privacy() {
  const t = await getTranslations("privacy");
  const tp = await getTranslations("piede");
  return (
    <Shell viewer={await currentViewer()}>
      <PageTitle titolo={t("titolo")} sommario={t("sommario")} />
      {PARTI.map((parte) => (
        <section key={parte} className="mt-8 max-w-text">
          <h2>{t(parte)}</h2>
          <p className="mt-1">{t(`${parte}Testo`)}</p>
        </section>
      ))}
      <p className="minore mt-10">{tp("aggiornamento", { data: formatData(AGGIORNATA_IL, "lungo") })}</p>
    </Shell>
  );
}
