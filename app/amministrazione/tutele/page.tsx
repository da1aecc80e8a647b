import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ElencoTutele } from "@/components/deleghe/tutele/elenco-tutele";
import { TutelaForm } from "@/components/deleghe/tutele/tutela-form";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { Fatto } from "@/components/ui/fatto";
import { requireViewer } from "@/lib/auth/session";
import { fattoInput } from "@/lib/deleghe/input";
import { cercaTuteleInput } from "@/lib/deleghe/tutele/input";
import { listTutele, TUTELE_PER_PAGINA } from "@/lib/deleghe/tutele/queries";
import { currentDate } from "@/lib/oggi";
import { openCerca, sealCerca } from "@/lib/ricerca";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deleghe.tutele"))("titolo") };
}

/** Where what a court decided is entered, found again and ended. */
export default async function Tutele({ searchParams }: Props) {
  const given = await searchParams;
  const fatto = fattoInput.parse(given.fatto);
  const { cerca, trova, dopo } = cercaTuteleInput.parse(openCerca(given));
  const { viewer, dati } = await requireViewer("amministrazione", async (scope) =>
    trova === undefined ? [] : listTutele(scope, trova, dopo),
  );
  const tutele = dati.slice(0, TUTELE_PER_PAGINA);
  const next = new URLSearchParams({
    dopo: tutele.at(-1)?.id ?? "",
    ...(cerca && { cerca: sealCerca(cerca) }),
  });
  const t = await getTranslations("deleghe");
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="tutele" barra>
      <PageTitle titolo={t("tutele.titolo")} sommario={t("tutele.sommario")} />
      {fatto && <Fatto testo={t(`fatti.${fatto}`)} />}
      <TutelaForm oggi={currentDate()} />
      <ElencoTutele
        tutele={tutele}
        cerca={cerca}
        altre={dati.length > TUTELE_PER_PAGINA ? `/amministrazione/tutele?${next}#in-vigore` : null}
      />
    </Shell>
  );
}
