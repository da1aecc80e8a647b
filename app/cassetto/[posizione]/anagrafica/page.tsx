import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import { DelegheAttive } from "@/components/posizioni/deleghe-attive";
import { Dati } from "@/components/ui/dati";
import { formatIndirizzo } from "@/components/ui/indirizzo";
import { requireCassetto } from "@/lib/auth/session";
import { formatData } from "@/lib/dates";
import { listDelegheAttive } from "@/lib/deleghe/queries";
import { currentDate } from "@/lib/oggi";
import { getAnagrafica } from "@/lib/posizioni/queries";

type Props = { params: Promise<{ posizione: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("anagrafica"))("titolo") };
}

export default async function Anagrafica({ params }: Props) {
  const { viewer, cassetto, dati } = await requireCassetto(params, "anagrafica", (scope) =>
    Promise.all([getAnagrafica(scope), listDelegheAttive(scope, currentDate())]),
  );
  const [[anagrafica], deleghe] = dati;
  if (!anagrafica) notFound();
  const { soggetto, sede, dataIscrizione } = anagrafica;
  const t = await getTranslations("anagrafica");
  const tc = await getTranslations();
  const mancante = tc("comune.nonIndicato");
  const nascita = [soggetto.dataNascita && formatData(soggetto.dataNascita, "lungo"), soggetto.comuneNascita];
  return (
    <CassettoShell viewer={viewer} cassetto={cassetto} corrente="anagrafica">
      <PageTitle
        passi={[
          { nome: tc("nav.panoramica"), href: `/cassetto/${cassetto.posizioneId}` },
          { nome: t("titolo") },
        ]}
        titolo={t("titoloPagina")}
        sommario={t("sommario")}
      />
      <section className="scheda mt-7">
        <h2>{t("datore")}</h2>
        <Dati
          mancante={mancante}
          righe={[
            [t("nome"), soggetto.nome],
            [t("cognome"), soggetto.cognome],
            [t("codiceFiscale"), soggetto.codiceFiscale],
            [t("nascita"), nascita.filter(Boolean).join(", ")],
            [t("indirizzo"), formatIndirizzo(soggetto)],
            [t("cittadinanza"), soggetto.cittadinanza],
            [t("iscrizione"), dataIscrizione && formatData(dataIscrizione, "lungo")],
            [t("sede"), sede.denominazione],
          ]}
        />
      </section>
      <section className="scheda mt-4">
        <h2>{t("recapiti")}</h2>
        <Dati
          mancante={mancante}
          righe={[
            [t("cellulare"), soggetto.cellulare],
            [t("telefono"), soggetto.telefono],
            [t("email"), soggetto.email],
            [t("pec"), soggetto.pec],
          ]}
        />
      </section>
      <DelegheAttive deleghe={deleghe} proprio={cassetto.proprio} />
      {!cassetto.ufficio && (
        <section className="sezione">
          <h2 className="text-xl">{t("sbagliato")}</h2>
          <p className="mt-1 max-w-text">
            {t("sbagliatoTesto", { sede: sede.denominazione, indirizzo: formatIndirizzo(sede) })}
          </p>
        </section>
      )}
    </CassettoShell>
  );
}
