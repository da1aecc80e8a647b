import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import fissi from "@/bench/pagamenti-fissi.json";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import { PaginaPagamenti } from "@/components/pagamenti/pagina-pagamenti";
import type { Viewer } from "@/lib/auth/viewer";
import { formatData } from "@/lib/dates";
import { env } from "@/lib/env";
import type { ContributoElencato, VersamentoElencato } from "@/lib/pagamenti/queries";

const VIEWER: Viewer = {
  sessioneId: "",
  utenteId: "",
  codiceFiscale: "",
  nome: "Anna",
  cognome: "Rossi",
  profilo: { id: "", tipo: "datore", sede: null, intermediario: null },
  pinIniziale: false,
  scelto: "datore",
  propria: null,
  altrui: 0,
  scrivanie: [],
  novita: 0,
};
const CASSETTO = {
  posizioneId: "00000000-0000-4000-8000-000000000000",
  nome: "Anna",
  cognome: "Rossi",
  proprio: true,
  delegaId: null,
  titolo: null,
  operazioni: true,
  ufficio: false,
  daLeggere: 0,
};

/** The floor the benchmark compares with: the page of payments on constant data, no session, no database. */
export default async function MisuraPagamenti() {
  if (!env.CASSETTO_MISURE) notFound();
  const t = await getTranslations();
  const oggi = "2026-11-23";
  const base = `/cassetto/${CASSETTO.posizioneId}`;
  return (
    <CassettoShell viewer={VIEWER} cassetto={CASSETTO} corrente="pagamenti">
      <PageTitle
        passi={[{ nome: t("nav.panoramica"), href: base }, { nome: t("pagamenti.titolo") }]}
        titolo={t("pagamenti.titolo")}
        sommario={t("pagamenti.sommario", { data: formatData(oggi, "lungo") })}
      />
      <PaginaPagamenti
        contributi={fissi.contributi as ContributoElencato[]}
        versamenti={fissi.versamenti as VersamentoElencato[]}
        oggi={oggi}
        conLavoratore
        csv={`${base}/pagamenti.csv`}
        chiediDa={base}
      />
    </CassettoShell>
  );
}
