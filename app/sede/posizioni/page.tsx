import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { CercaPosizioni } from "@/components/sede/cerca-posizioni";
import { requireViewer } from "@/lib/auth/session";

/** As many as one search finds (cerca_posizioni). */
const MASSIMO = 20;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sede.posizioni"))("titolo") };
}

/** Where somebody of a sede looks for a posizione, and says why. */
export default async function Posizioni() {
  const { viewer } = await requireViewer("sede");
  const t = await getTranslations("sede.posizioni");
  const te = await getTranslations("sede.errori");
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="posizioni" barra>
      <PageTitle titolo={t("titolo")} sommario={t("sommario")} />
      <CercaPosizioni
        testi={{
          riepilogo: te("riepilogo"),
          avviso: t("avviso"),
          cerca: t("cerca"),
          motivo: t("motivo"),
          motivoAiuto: t("motivoAiuto"),
          bottone: t("bottone"),
          nessunaTesto: t("nessunaTesto"),
          massimo: t("massimo"),
          codiceFiscale: t("codiceFiscale"),
          comune: t("comune"),
          sede: t("sede"),
          apri: t("apri"),
          apriDi: t.raw("apriDi"),
          trovate: Array.from({ length: MASSIMO + 1 }, (_, n) => t("trovate", { n })),
        }}
      />
    </Shell>
  );
}
