import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ElencoDeleganti } from "@/components/deleghe/elenco-deleganti";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { Empty } from "@/components/ui/empty";
import { requireViewer } from "@/lib/auth/session";
import { filtroDelegantiInput } from "@/lib/deleghe/input";
import { countDeleganti, DELEGANTI_PER_PAGINA, listDeleganti } from "@/lib/deleghe/queries";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deleganti"))("titolo") };
}

export default async function Deleganti({ searchParams }: Props) {
  const { cerca, dopo } = filtroDelegantiInput.parse(await searchParams);
  const { viewer, dati } = await requireViewer("deleganti", (scope) =>
    Promise.all([listDeleganti(scope, cerca, dopo), countDeleganti(scope)]),
  );
  const [trovati, n] = dati;
  const deleganti = trovati.slice(0, DELEGANTI_PER_PAGINA);
  const last = trovati.length > DELEGANTI_PER_PAGINA ? deleganti.at(-1) : undefined;
  const t = await getTranslations("deleganti");
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="deleganti" barra>
      <PageTitle titolo={t("titolo")} sommario={t("sommario", { n })} />
      {n === 0 ? (
        <Empty titolo={t("nessuno")}>{t("nessunoTesto")}</Empty>
      ) : (
        <ElencoDeleganti
          deleganti={deleganti}
          cerca={cerca}
          dopo={last && [last.cognome, last.nome, last.id]}
        />
      )}
    </Shell>
  );
}
