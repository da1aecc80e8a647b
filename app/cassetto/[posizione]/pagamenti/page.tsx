import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import { PaginaPagamenti } from "@/components/pagamenti/pagina-pagamenti";
import { AvvisoForm } from "@/components/posizioni/avviso-form";
import { requireCassetto } from "@/lib/auth/session";
import { formatData } from "@/lib/dates";
import { currentDate } from "@/lib/oggi";
import { listContributi, listVersamenti } from "@/lib/pagamenti/queries";
import { promemoriaScadenzeAction } from "@/lib/posizioni/actions";
import { fattoPromemoriaInput } from "@/lib/posizioni/input";
import { getPromemoria } from "@/lib/posizioni/queries";

type Props = {
  params: Promise<{ posizione: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pagamenti"))("titolo") };
}

export default async function Pagamenti({ params, searchParams }: Props) {
  const fatto = fattoPromemoriaInput.parse((await searchParams).fatto);
  const { viewer, cassetto, dati } = await requireCassetto(params, "pagamenti", (scope) =>
    Promise.all([listContributi(scope), listVersamenti(scope), getPromemoria(scope)]),
  );
  const [contributi, versamenti, [promemoria]] = dati;
  const t = await getTranslations();
  const oggi = currentDate();
  const base = `/cassetto/${cassetto.posizioneId}`;
  return (
    <CassettoShell viewer={viewer} cassetto={cassetto} corrente="pagamenti">
      <PageTitle
        passi={[{ nome: t("nav.panoramica"), href: base }, { nome: t("pagamenti.titolo") }]}
        titolo={t("pagamenti.titolo")}
        sommario={t("pagamenti.sommario", { data: formatData(oggi, "lungo") })}
      />
      <PaginaPagamenti
        contributi={contributi}
        versamenti={versamenti}
        oggi={oggi}
        conLavoratore={new Set(contributi.map(({ rapporto }) => rapporto)).size > 1}
        csv={`${base}/pagamenti.csv`}
        chiediDa={cassetto.operazioni ? base : undefined}
      />
      {cassetto.proprio && promemoria && (
        <AvvisoForm
          spazio="pagamenti.promemoria"
          action={promemoriaScadenzeAction}
          posizioneId={cassetto.posizioneId}
          {...promemoria}
          fatto={fatto && t(`pagamenti.promemoria.fatti.${fatto}`)}
        />
      )}
    </CassettoShell>
  );
}
