import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ArgomentoForm } from "@/components/quesiti/nuovo/argomento-form";
import { PassiQuesito } from "@/components/quesiti/nuovo/passi-quesito";
import { requireCassetto } from "@/lib/auth/session";
import { listArgomenti } from "@/lib/quesiti/bozze/queries";
import { spuntoInput } from "@/lib/quesiti/input";
import { listRapporti } from "@/lib/rapporti/queries";

type Props = {
  params: Promise<{ posizione: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("quesiti.nuova"))("titolo") };
}

/** A new quesito begins: about whom and about what, filled in when it is asked from another page. */
export default async function NuovoQuesito({ params, searchParams }: Props) {
  const spunto = spuntoInput.parse(await searchParams);
  const { viewer, cassetto, dati } = await requireCassetto(params, "comunicazioni", (scope) =>
    Promise.all([listRapporti(scope), listArgomenti(scope)]),
  );
  const [rapporti, argomenti] = dati;
  const t = await getTranslations("quesiti");
  const tn = await getTranslations("nav");
  const base = `/cassetto/${cassetto.posizioneId}`;
  return (
    <CassettoShell viewer={viewer} cassetto={cassetto} corrente="comunicazioni">
      <PageTitle
        passi={[
          { nome: tn("panoramica"), href: base },
          { nome: t("titolo"), href: `${base}/comunicazioni` },
          { nome: t("nuova.titolo") },
        ]}
        titolo={t("nuova.titolo")}
        sommario={cassetto.operazioni ? t("nuova.sommario") : undefined}
      />
      {cassetto.operazioni ? (
        <>
          <PassiQuesito corrente="argomento" risposta={false} />
          <ArgomentoForm
            posizioneId={cassetto.posizioneId}
            bozzaId={randomUUID()}
            rapporti={rapporti}
            argomenti={argomenti}
            spunto={spunto}
          />
        </>
      ) : (
        <p className="scheda mt-6 max-w-text">{t("soloConsultazione")}</p>
      )}
    </CassettoShell>
  );
}
