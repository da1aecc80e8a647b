import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { CreaUtenteForm } from "@/components/utenti/gestione/crea-utente-form";
import { requireViewer } from "@/lib/auth/session";
import { listSedi } from "@/lib/utenti/gestione/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("utenti.gestione.nuovo"))("titolo") };
}

export default async function NuovoUtente() {
  const { viewer, dati: sedi } = await requireViewer("amministrazione", listSedi);
  const t = await getTranslations("utenti.gestione");
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="utenti" barra>
      <PageTitle
        passi={[{ nome: t("titolo"), href: "/amministrazione/utenti" }, { nome: t("nuovo.titolo") }]}
        titolo={t("nuovo.titolo")}
        sommario={t("nuovo.sommario")}
      />
      <CreaUtenteForm sedi={sedi} />
    </Shell>
  );
}
