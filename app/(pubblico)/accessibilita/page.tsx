import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Documento } from "@/components/layout/documento";
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
      <Documento
        titolo={t("titolo")}
        sommario={t("sommario")}
        parti={PARTI.map((parte) => ({ titolo: t(parte), testo: t(`${parte}Testo`) }))}
        aggiornamento={tp("aggiornamento", { data: formatData(AGGIORNATA_IL, "lungo") })}
      />
    </Shell>
  );
}
