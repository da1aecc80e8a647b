import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { currentViewer } from "@/lib/auth/session";
import { formatData } from "@/lib/dates";

const AGGIORNATA_IL = "2026-11-23";
const PARTI = ["come", "limiti", "segnala"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accessibilita"))("titolo") };
}

export default async function Accessibilita() {
  const t = await getTranslations("accessibilita");
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
