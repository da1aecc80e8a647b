import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { Servizi } from "@/components/posizioni/servizi";
import { requireViewer } from "@/lib/auth/session";

/** Leads to where this profile works: the own drawer, the list of others', or the profile's own page. */
export default async function CassettoIngresso() {
  const { viewer } = await requireViewer("ingresso");
  const tipo = viewer.profilo?.tipo;
  if (tipo === "delegato" || tipo === "intermediario") redirect("/deleganti");
  if (tipo === "amministratore") redirect("/amministrazione/archivi");
  if (tipo === "operatore" || tipo === "responsabile") redirect("/sede/comunicazioni");
  if (tipo !== "datore") redirect("/profilo");
  if (viewer.propria) redirect(`/cassetto/${viewer.propria}`);
  const t = await getTranslations("vuoto");
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="cassetto">
      <PageTitle titolo={t("titolo")} sommario={t("testo")} />
      <Servizi />
    </Shell>
  );
}
