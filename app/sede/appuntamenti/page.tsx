import { UserRoundPlus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { DaSegnare } from "@/components/sede/appuntamenti/da-segnare";
import { FiltroGiornata } from "@/components/sede/appuntamenti/filtro-giornata";
import { Giornata } from "@/components/sede/appuntamenti/giornata";
import { ButtonLink } from "@/components/ui/button-link";
import { Fatto } from "@/components/ui/fatto";
import { fattoGiornataInput, giornataInput } from "@/lib/appuntamenti/giornata/input";
import { listDaSegnare, listGiornata } from "@/lib/appuntamenti/giornata/queries";
import { requireViewer } from "@/lib/auth/session";
import { formatData } from "@/lib/dates";
import { currentDate, currentIstante } from "@/lib/oggi";
import { listColleghi } from "@/lib/quesiti/lavorazione/queries";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appuntamenti.giornata"))("titolo") };
}

/** The day of a sede: who comes, who is there, who is being received. */
export default async function AppuntamentiDellaSede({ searchParams }: Props) {
  const given = await searchParams;
  const chiesta = giornataInput.parse(given);
  const fatto = fattoGiornataInput.parse(given.fatto);
  const oggi = currentDate();
  const data = chiesta.data ?? oggi;
  const { viewer, dati } = await requireViewer("sede", (scope) =>
    Promise.all([listGiornata(scope, data), listColleghi(scope), listDaSegnare(scope, oggi)]),
  );
  const [giornata, colleghi, daSegnare] = dati;
  const esperti = colleghi.filter(({ esperto, altraSede }) => esperto && altraSede === null);
  const io = esperti.find(({ id }) => id === viewer.utenteId)?.id ?? null;
  const scelta = { ...chiesta, data, esperto: chiesta.esperto ?? io };
  const t = await getTranslations("appuntamenti.giornata");
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="appuntamentiSede" barra>
      <PageTitle
        titolo={t("titoloDi", { data: formatData(data, "esteso") })}
        sommario={`${viewer.profilo?.sede?.denominazione}. ${t("sommario")}`}
      />
      {fatto && <Fatto testo={t(`fatti.${fatto}`, { modo: "" })} />}
      <DaSegnare
        daSegnare={daSegnare.filter(({ esperto }) => [null, "tutti", esperto].includes(scelta.esperto))}
      />
      <FiltroGiornata scelta={scelta} esperti={esperti} io={io} oggi={oggi} />
      <Giornata giornata={giornata} scelta={scelta} adesso={currentIstante()} now={new Date()} oggi={oggi} />
      <section className="scheda sezione print:hidden" aria-labelledby="prenota">
        <h2 id="prenota">{t("prenota.titolo")}</h2>
        <p className="max-w-text">{t("prenota.testo")}</p>
        <ButtonLink href="/sede/posizioni" icon={UserRoundPlus} secondario className="mt-4">
          {t("prenota.bottone")}
        </ButtonLink>
      </section>
    </Shell>
  );
}
