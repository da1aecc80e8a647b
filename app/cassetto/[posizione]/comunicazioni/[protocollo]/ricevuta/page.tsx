import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import { FoglioRicevuta } from "@/components/quesiti/ricevuta/foglio-ricevuta";
import { ButtonLink } from "@/components/ui/button-link";
import { Fatto } from "@/components/ui/fatto";
import { fattoInput } from "@/lib/quesiti/input";
import { openRicevuta } from "../open-ricevuta";

type Props = {
  params: Promise<{ posizione: string; protocollo: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("quesiti.ricevuta"))("titolo") };
}

/** The proof that a messaggio was registered; where one lands after sending it. */
export default async function PaginaRicevuta({ params, searchParams }: Props) {
  const given = await searchParams;
  const fatto = fattoInput.parse(given.fatto);
  const { viewer, cassetto, ricevuta } = await openRicevuta(params, given.messaggio);
  const t = await getTranslations("quesiti");
  const tn = await getTranslations("nav");
  const base = `/cassetto/${cassetto.posizioneId}`;
  const qui = `${base}/comunicazioni/${ricevuta.quesito}`;
  return (
    <CassettoShell viewer={viewer} cassetto={cassetto} corrente="comunicazioni">
      <PageTitle
        passi={[
          { nome: tn("panoramica"), href: base },
          { nome: t("titolo"), href: `${base}/comunicazioni` },
          { nome: t("protocollo", { numero: ricevuta.quesito }), href: qui },
          { nome: t("ricevuta.titolo") },
        ]}
        titolo={t("ricevuta.titolo")}
        sommario={t("ricevuta.sommario")}
      />
      {fatto && (
        <div className="print:hidden">
          <Fatto testo={t(`fatti.${fatto}`)} />
        </div>
      )}
      <FoglioRicevuta ricevuta={ricevuta} adesso={new Date()} />
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink href={`${qui}/ricevuta.pdf?messaggio=${ricevuta.protocollo}`} icon={Download} download>
          {t("ricevuta.pdf")}
        </ButtonLink>
        <ButtonLink href={qui} secondario>
          {t("ricevuta.conversazione")}
        </ButtonLink>
      </div>
    </CassettoShell>
  );
}
