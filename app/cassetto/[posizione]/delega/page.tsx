import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ChiudiDelegaForm } from "@/components/deleghe/chiudi-delega-form";
import { DatiDelega } from "@/components/deleghe/dati-delega";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import { requireCassetto } from "@/lib/auth/session";
import { rinunciaDelegaAction } from "@/lib/deleghe/actions";
import { canDecideDeleghe } from "@/lib/deleghe/policy";
import { getDelegaInUso } from "@/lib/deleghe/queries";
import { isChiudibile } from "@/lib/deleghe/rules";
import { currentDate } from "@/lib/oggi";

type Props = { params: Promise<{ posizione: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deleghe.mia"))("titolo") };
}

/** The delega by which somebody is in another's drawer: how far it reaches, and how to give it up. */
export default async function DelegaInUso({ params }: Props) {
  const oggi = currentDate();
  const { viewer, cassetto, dati } = await requireCassetto(params, "delega", (scope) =>
    getDelegaInUso(scope, oggi),
  );
  const riga = dati.find(({ delega }) => delega.id === cassetto.delegaId);
  if (!riga) notFound();
  const { delega } = riga;
  const t = await getTranslations("deleghe");
  const tc = await getTranslations();
  const nome = `${cassetto.nome} ${cassetto.cognome}`;
  const base = `/cassetto/${cassetto.posizioneId}`;
  return (
    <CassettoShell viewer={viewer} cassetto={cassetto} corrente="delega">
      <PageTitle
        passi={[{ nome: tc("nav.panoramica"), href: base }, { nome: t("mia.titolo") }]}
        titolo={t("mia.titolo")}
        sommario={t("mia.sommario", { nome })}
      />
      <DatiDelega delega={delega} ambito={t(`ambitiTuoi.${delega.ambito}`)} />
      {isChiudibile(delega, oggi) && canDecideDeleghe(viewer) && (
        <ChiudiDelegaForm
          action={rinunciaDelegaAction}
          posizioneId={cassetto.posizioneId}
          delegaId={delega.id}
          titolo={t("mia.rinuncia")}
          testo={t("mia.rinunciaTesto", { nome })}
          conferma={t("mia.conferma")}
          indietro={base}
        />
      )}
      {!canDecideDeleghe(viewer) && (
        <p className="minore mt-6">
          {t("mia.soloTitolare", { intermediario: viewer.profilo?.intermediario?.denominazione ?? "" })}
        </p>
      )}
    </CassettoShell>
  );
}
