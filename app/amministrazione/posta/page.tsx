import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { ContoPosta } from "@/components/posta/conto-posta";
import { LettereAbbandonate } from "@/components/posta/lettere-abbandonate";
import { Fatto } from "@/components/ui/fatto";
import { requireViewer } from "@/lib/auth/session";
import { fattoPostaInput } from "@/lib/posta/input";
import { countPosta, GIORNI_INVIATE, LETTERE_IN_ELENCO, listAbbandonate } from "@/lib/posta/queries";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("postaInUscita"))("titolo") };
}

/** The outgoing mail, and what came to nothing. */
export default async function Posta({ searchParams }: Props) {
  const fatto = fattoPostaInput.parse((await searchParams).fatto);
  const { viewer, dati } = await requireViewer("amministrazione", (scope) =>
    Promise.all([countPosta(scope), listAbbandonate(scope)]),
  );
  const [conto, lettere] = dati;
  const t = await getTranslations("postaInUscita");
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="posta" barra>
      <PageTitle titolo={t("titolo")} sommario={t("sommario")} />
      {fatto && <Fatto testo={t(`fatti.${fatto}`)} />}
      <ContoPosta conto={conto} giorni={GIORNI_INVIATE} />
      <LettereAbbandonate lettere={lettere} massime={LETTERE_IN_ELENCO} />
    </Shell>
  );
}
