import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Documento } from "@/components/layout/documento";
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
      <Documento
        titolo={t("titolo")}
        sommario={t("sommario")}
        parti={PARTI.map((parte) => ({ titolo: t(parte), testo: t(`${parte}Testo`) }))}
        aggiornamento={tp("aggiornamento", { data: formatData(AGGIORNATA_IL, "lungo") })}
      />
    </Shell>
  );
}
