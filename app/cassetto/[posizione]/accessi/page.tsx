import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import { RegistroAccessi } from "@/components/posizioni/registro-accessi";
import { Empty } from "@/components/ui/empty";
import { ACCESSI_PER_PAGINA, listAccessi } from "@/lib/accessi/queries";
import { requireCassetto } from "@/lib/auth/session";

type Props = {
  params: Promise<{ posizione: string }>;
  searchParams: Promise<{ prima?: string | string[] }>;
};

const cursore = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable().catch(null);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accessi"))("titolo") };
}

export default async function Accessi({ params, searchParams }: Props) {
  const prima = cursore.parse((await searchParams).prima ?? null);
  const { viewer, cassetto, dati } = await requireCassetto(params, "accessi", (scope) =>
    listAccessi(scope, prima),
  );
  const accessi = dati.slice(0, ACCESSI_PER_PAGINA);
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
      {accessi.length === 0 ? (
        <Empty titolo={t("nessuno")}>{t("nessunoTesto")}</Empty>
      ) : (
        <RegistroAccessi accessi={accessi} />
      )}
      {dati.length > ACCESSI_PER_PAGINA && (
        <a href={`${base}/accessi?prima=${accessi.at(-1)?.id}`} className="collegamento mt-4 non-stampare">
          {tc("comune.precedenti")}
        </a>
      )}
    </CassettoShell>
  );
}
