import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AvvisoProposte } from "@/components/deleghe/proposte/avviso-proposte";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { ButtonLink } from "@/components/ui/button-link";
import { Dati } from "@/components/ui/dati";
import { Profili } from "@/components/utenti/profili";
import { Sessioni } from "@/components/utenti/sessioni";
import { requireViewer } from "@/lib/auth/session";
import { countProposteRicevute } from "@/lib/deleghe/queries";
import { listProfili, listSessioniAperte } from "@/lib/utenti/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("utenti.profilo"))("titolo") };
}

export default async function Profilo() {
  const { viewer, dati } = await requireViewer("profilo", (scope) =>
    Promise.all([listProfili(scope), listSessioniAperte(scope), countProposteRicevute(scope)]),
  );
  if (viewer.pinIniziale) redirect("/profilo/pin");
  const [profili, sessioni, proposte] = dati;
  const t = await getTranslations("utenti");
  const tc = await getTranslations("comune");
  const td = await getTranslations("deleghe.persona");
  const daScegliere = !viewer.profilo && profili.length > 0;
  // Another was taken away before the choice: the one that is left is used by a press too, as no address chooses.
  const scegli = profili.length === 1 ? "scegliUno" : "scegli";
  const diSede = viewer.profilo?.tipo === "operatore" || viewer.profilo?.tipo === "responsabile";
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="profilo" barra>
      <PageTitle
        titolo={t(daScegliere ? `profilo.${scegli}` : "profilo.titolo")}
        sommario={daScegliere ? t(`profilo.${scegli}Testo`) : undefined}
      />
      {diSede && <p className="scheda-evidenza mt-6 max-w-text">{t("profilo.ufficio")}</p>}
      <AvvisoProposte persona n={proposte.allaPersona} href="/profilo/deleghe" />
      <Profili profili={profili} corrente={viewer.profilo?.id ?? null} />
      {!daScegliere && (
        <p className="mt-4">
          <a href="/profilo/deleghe" className="collegamento">
            {td("titolo")}
          </a>
        </p>
      )}
      {!daScegliere && (
        <>
          <section className="scheda mt-4">
            <h2>{t("profilo.chiSei")}</h2>
            <Dati
              mancante={tc("nonIndicato")}
              righe={[
                [t("profilo.nome"), `${viewer.nome} ${viewer.cognome}`],
                [t("profilo.codiceFiscale"), viewer.codiceFiscale],
              ]}
            />
            <ButtonLink href="/profilo/pin" secondario className="mt-5">
              {t("pin.titolo")}
            </ButtonLink>
          </section>
          <Sessioni sessioni={sessioni} corrente={viewer.sessioneId} />
        </>
      )}
    </Shell>
  );
}
