import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ScadenzeAnno } from "@/components/informazioni/scadenze-anno";
import { TabellaAnno } from "@/components/informazioni/tabella-anno";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { currentViewer } from "@/lib/auth/session";
import { ANNI_TABELLE } from "@/lib/contributi/tabelle/rules";
import { currentDate } from "@/lib/oggi";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("informazioni"))("titolo") };
}

export default async function Informazioni() {
  const t = await getTranslations("informazioni");
  const anno = Number(currentDate().slice(0, 4));
  return (
    <Shell viewer={await currentViewer()}>
      <PageTitle titolo={t("titolo")} sommario={t("sommario")} />
      <ScadenzeAnno anno={anno} />
      <section className="sezione" aria-labelledby="tabelle">
        <h2 id="tabelle">{t("tabelle")}</h2>
        <p className="minore mt-1 max-w-text">{t("tabelleTesto")}</p>
        <div className="mt-4 flex flex-col gap-3">
          {ANNI_TABELLE.map((annoTabella, index) => (
            <TabellaAnno key={annoTabella} anno={annoTabella} aperta={index === 0} />
          ))}
        </div>
        <p className="minore mt-4 max-w-text">{t("cuafNota")}</p>
        <h3 className="mt-6">{t("cassacolf")}</h3>
        <p className="minore mt-1 max-w-text">{t("cassacolfTesto")}</p>
      </section>
      <section className="sezione" aria-labelledby="assistenza">
        <h2 id="assistenza">{t("chiChiamare")}</h2>
        <div className="mt-4 grid gap-4 tablet:grid-cols-2">
          <div className="scheda">
            <h3>{t("contact")}</h3>
            <p className="minore mt-1">{t("contactTesto")}</p>
          </div>
          <div className="scheda">
            <h3>{t("sede")}</h3>
            <p className="minore mt-1">{t("sedeTesto")}</p>
          </div>
          <div className="scheda tablet:col-span-2">
            <h3>{t("appuntamento")}</h3>
            <p className="minore mt-1">{t("appuntamentoTesto")}</p>
          </div>
        </div>
        <p className="scheda-evidenza mt-4 font-semibold">{t("attenzione")}</p>
      </section>
    </Shell>
  );
}
