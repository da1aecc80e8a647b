import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import { FiltroPersone } from "@/components/posizioni/filtro-persone";
import { RegistroAccessi } from "@/components/posizioni/registro-accessi";
import { Empty } from "@/components/ui/empty";
import { filtroAccessiInput } from "@/lib/accessi/input";
import { ACCESSI_PER_PAGINA, listAccessi, listPersone } from "@/lib/accessi/queries";
import { requireCassetto } from "@/lib/auth/session";

type Props = {
  params: Promise<{ posizione: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accessi"))("titolo") };
}

export default async function Accessi({ params, searchParams }: Props) {
  const { prima, persona } = filtroAccessiInput.parse(await searchParams);
  const { viewer, cassetto, dati } = await requireCassetto(params, "accessi", (scope) =>
    Promise.all([listAccessi(scope, prima, persona), listPersone(scope)]),
  );
  const [trovati, persone] = dati;
  const accessi = trovati.slice(0, ACCESSI_PER_PAGINA);
  const next = new URLSearchParams({ prima: accessi.at(-1)?.cursore ?? "", ...(persona && { persona }) });
  const t = await getTranslations("accessi");
  const tc = await getTranslations();
  const base = `/cassetto/${cassetto.posizioneId}`;
  return (
    <CassettoShell viewer={viewer} cassetto={cassetto} corrente="accessi">
      <PageTitle
        passi={[{ nome: tc("nav.panoramica"), href: base }, { nome: t("titolo") }]}
        titolo={t("titolo")}
        sommario={t("sommario")}
      />
      {(persone.length > 1 || persona) && (
        <FiltroPersone persone={persone} persona={persona} azione={`${base}/accessi`} />
      )}
      {accessi.length === 0 ? (
        <Empty titolo={t("nessuno")}>{t("nessunoTesto")}</Empty>
      ) : (
        <RegistroAccessi accessi={accessi} base={base} />
      )}
      {trovati.length > ACCESSI_PER_PAGINA && (
        <a href={`${base}/accessi?${next}`} className="collegamento mt-4 non-stampare">
          {tc("comune.precedenti")}
        </a>
      )}
    </CassettoShell>
  );
}
