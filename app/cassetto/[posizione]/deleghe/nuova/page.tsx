import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CercaIntermediario } from "@/components/deleghe/proposte/cerca-intermediario";
import { NuovaDelegaForm } from "@/components/deleghe/proposte/nuova-delega-form";
import { ScegliTipo } from "@/components/deleghe/proposte/scegli-tipo";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import { requireCassetto } from "@/lib/auth/session";
import { cercaIntermediarioInput } from "@/lib/intermediari/input";
import { getIntermediario, INTERMEDIARI_MASSIMI, searchIntermediari } from "@/lib/intermediari/queries";
import { currentDate } from "@/lib/oggi";
import { openCerca } from "@/lib/ricerca";

type Props = {
  params: Promise<{ posizione: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deleghe.nuova"))("titolo") };
}

/** Whom (an intermediario is searched for and chosen first), then what and for how long. */
export default async function NuovaDelega({ params, searchParams }: Props) {
  const { tipo, cerca, intermediario } = cercaIntermediarioInput.parse(openCerca(await searchParams));
  const { viewer, cassetto, dati } = await requireCassetto(params, "deleghe", (scope) =>
    Promise.all([
      tipo === "professionale" && cerca ? searchIntermediari(scope, cerca) : [],
      tipo === "professionale" && intermediario ? getIntermediario(scope, intermediario) : [],
    ]),
  );
  const [trovati, [scelto]] = dati;
  const t = await getTranslations("deleghe");
  const tn = await getTranslations("nav");
  const base = `/cassetto/${cassetto.posizioneId}`;
  const qui = `${base}/deleghe/nuova`;
  return (
    <CassettoShell viewer={viewer} cassetto={cassetto} corrente="deleghe">
      <PageTitle
        passi={[
          { nome: tn("panoramica"), href: base },
          { nome: t("titolo"), href: `${base}/deleghe` },
          { nome: t("nuova.titolo") },
        ]}
        titolo={t("nuova.titolo")}
      />
      {tipo === null && <ScegliTipo azione={qui} />}
      {tipo === "professionale" && !scelto && (
        <CercaIntermediario
          azione={qui}
          cerca={cerca}
          trovati={trovati.slice(0, INTERMEDIARI_MASSIMI)}
          altri={trovati.length > INTERMEDIARI_MASSIMI}
        />
      )}
      {(tipo === "personale" || scelto) && (
        <NuovaDelegaForm
          posizioneId={cassetto.posizioneId}
          tipo={tipo ?? "personale"}
          intermediario={scelto ?? null}
          azione={qui}
          oggi={currentDate()}
        />
      )}
    </CassettoShell>
  );
}
