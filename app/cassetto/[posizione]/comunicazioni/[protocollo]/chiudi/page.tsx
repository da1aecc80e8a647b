import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ChiudiQuesitoForm } from "@/components/quesiti/conversazione/chiudi-quesito-form";
import { requireQuesito } from "@/lib/auth/registrati";
import { getQuesito } from "@/lib/quesiti/queries";

type Props = { params: Promise<{ posizione: string; protocollo: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("quesiti.chiudi"))("titolo") };
}

/** Asks before it closes. */
export default async function ChiudiQuesito({ params }: Props) {
  const { viewer, cassetto, dati } = await requireQuesito(params, getQuesito);
  const quesito = dati[0]?.quesito;
  if (!quesito) notFound();
  const t = await getTranslations("quesiti");
  const tn = await getTranslations("nav");
  const base = `/cassetto/${cassetto.posizioneId}`;
  const qui = `${base}/comunicazioni/${quesito.protocollo}`;
  return (
    <CassettoShell viewer={viewer} cassetto={cassetto} corrente="comunicazioni">
      <PageTitle
        passi={[
          { nome: tn("panoramica"), href: base },
          { nome: t("titolo"), href: `${base}/comunicazioni` },
          { nome: t("protocollo", { numero: quesito.protocollo }), href: qui },
          { nome: t("chiudi.titolo") },
        ]}
        titolo={t("chiudi.titolo")}
        sommario={quesito.oggetto}
      />
      <ChiudiQuesitoForm
        posizioneId={cassetto.posizioneId}
        quesito={quesito}
        operazioni={cassetto.operazioni}
        indietro={qui}
      />
    </CassettoShell>
  );
}
