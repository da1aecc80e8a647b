import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import { FiltroRapporti } from "@/components/rapporti/filtro-rapporti";
import { SchedaRapporto } from "@/components/rapporti/scheda-rapporto";
import { Empty } from "@/components/ui/empty";
import { requireCassetto } from "@/lib/auth/session";
import { filtroRapportiInput } from "@/lib/rapporti/input";
import { listRapporti } from "@/lib/rapporti/queries";
import { filterRapporti } from "@/lib/rapporti/rules";
import { openCerca } from "@/lib/ricerca";

type Props = {
  params: Promise<{ posizione: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rapporti"))("titolo") };
}

export default async function Rapporti({ params, searchParams }: Props) {
  const { viewer, cassetto, dati: rapporti } = await requireCassetto(params, "rapporti", listRapporti);
  const { stato, cerca } = filtroRapportiInput.parse(openCerca(await searchParams));
  const trovati = filterRapporti(rapporti, stato, cerca);
  const t = await getTranslations("rapporti");
  const tn = await getTranslations("nav");
  const base = `/cassetto/${cassetto.posizioneId}`;
  const attivi = rapporti.filter((rapporto) => rapporto.stato === "attivo").length;
  const filtrato = stato !== null || cerca !== "";
  return (
    <CassettoShell viewer={viewer} cassetto={cassetto} corrente="rapporti">
      <PageTitle
        passi={[{ nome: tn("panoramica"), href: base }, { nome: t("titolo") }]}
        titolo={t("titolo")}
        sommario={t("sommario", { n: rapporti.length, attivi })}
      />
      {(rapporti.length > 1 || filtrato) && (
        <FiltroRapporti stato={stato} cerca={cerca} azione={`${base}/rapporti`} />
      )}
      {filtrato && (
        <p role="status" className="minore mt-5">
          {t("trovati", { n: trovati.length })}
        </p>
      )}
      {rapporti.length === 0 && <Empty titolo={t("nessuno")}>{t("nessunoTesto")}</Empty>}
      {rapporti.length > 0 && trovati.length === 0 && <Empty titolo={t("nessunoTrovato")} />}
      <h2 className="solo-lettori">{t("elenco")}</h2>
      <ul className="mt-5 grid gap-4 tablet:grid-cols-2">
        {trovati.map((rapporto) => (
          <SchedaRapporto key={rapporto.codice} rapporto={rapporto} base={base} />
        ))}
      </ul>
    </CassettoShell>
  );
}
