import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { CambiaDelegaForm } from "@/components/deleghe/cambia-delega-form";
import { ChiudiDelegaForm } from "@/components/deleghe/chiudi-delega-form";
import { DatiDelega } from "@/components/deleghe/dati-delega";
import { nomeDelegato } from "@/components/deleghe/nomi";
import { StatoDelega } from "@/components/deleghe/stato-delega";
import { StoriaDelega } from "@/components/deleghe/storia-delega";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Fatto } from "@/components/ui/fatto";
import { requireCassetto } from "@/lib/auth/session";
import { revocaDelegaAction } from "@/lib/deleghe/actions";
import { fattoInput } from "@/lib/deleghe/input";
import { getDelega, listEventi } from "@/lib/deleghe/queries";
import { isChiudibile, statoDelega } from "@/lib/deleghe/rules";
import { currentDate } from "@/lib/oggi";

type Props = {
  params: Promise<{ posizione: string; delega: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deleghe"))("titoloUno") };
}

export default async function Delega({ params, searchParams }: Props) {
  const fatto = fattoInput.parse((await searchParams).fatto);
  const delegaId = z.uuid().safeParse((await params).delega).data;
  const { viewer, cassetto, dati } = await requireCassetto(params, "deleghe", async (scope) =>
    delegaId ? Promise.all([getDelega(scope, delegaId), listEventi(scope, delegaId)]) : null,
  );
  const riga = dati?.[0][0];
  if (!riga) notFound();
  const { delega } = riga;
  const t = await getTranslations("deleghe");
  const tc = await getTranslations();
  const oggi = currentDate();
  const base = `/cassetto/${cassetto.posizioneId}`;
  const chi = nomeDelegato(riga);
  const aperta = isChiudibile(delega, oggi);
  // The archive tells how a delega is, not what became of it before it was first loaded.
  const eventi = dati?.[1] ?? [];
  return (
    <CassettoShell viewer={viewer} cassetto={cassetto} corrente="deleghe">
      <PageTitle
        passi={[
          { nome: tc("nav.panoramica"), href: base },
          { nome: t("titolo"), href: `${base}/deleghe` },
          { nome: chi },
        ]}
        titolo={t("dettaglio.titolo", { chi })}
      >
        <p className="mt-3">
          <StatoDelega stato={statoDelega(delega, oggi)} />
        </p>
      </PageTitle>
      {fatto && <Fatto testo={t(`fatti.${fatto}`)} />}
      <DatiDelega
        delega={delega}
        ambito={t(`ambitiTesto.${delega.ambito}`)}
        origine={t(delega.identificativo ? "dallArchivio" : "dettaglio.originePropria")}
      />
      <section className="sezione">
        <h2>{t("dettaglio.storia")}</h2>
        {eventi.length === 0 && <p className="mt-3 max-w-text">{t("dettaglio.senzaStoria")}</p>}
        <StoriaDelega eventi={eventi} />
      </section>
      {aperta && <CambiaDelegaForm delega={delega} chi={chi} oggi={oggi} />}
      {aperta && (
        <ChiudiDelegaForm
          action={revocaDelegaAction}
          posizioneId={cassetto.posizioneId}
          delegaId={delega.id}
          titolo={t("dettaglio.togli")}
          testo={t("dettaglio.togliTesto", { chi })}
          conferma={t("dettaglio.revoca")}
          indietro={`${base}/deleghe`}
        />
      )}
      {delega.titolo !== "volontaria" && <p className="scheda mt-8">{t("dettaglio.perProvvedimento")}</p>}
    </CassettoShell>
  );
}
