import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnnullaForm } from "@/components/appuntamenti/dettaglio/annulla-form";
import { TroppoTardi } from "@/components/appuntamenti/dettaglio/troppo-tardi";
import { formatQuando } from "@/components/appuntamenti/nomi";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button-link";
import { isAltrove, whyNotCancel } from "@/lib/appuntamenti/rules";
import { currentIstante } from "@/lib/oggi";
import { openAppuntamento } from "../open-appuntamento";

type Props = { params: Promise<{ posizione: string; numero: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appuntamenti.annulla"))("titolo") };
}

/** Asks before it cancels; too late, says whom to call. A sede cancels at any time. */
export default async function AnnullaAppuntamento({ params }: Props) {
  const { viewer, cassetto, riga } = await openAppuntamento(params);
  const { appuntamento, sede } = riga;
  const t = await getTranslations("appuntamenti");
  const tn = await getTranslations("nav");
  const base = `/cassetto/${cassetto.posizioneId}`;
  const qui = `${base}/appuntamenti/${appuntamento.numero}`;
  const rifiuto = whyNotCancel(appuntamento, currentIstante());
  const puo = cassetto.operazioni || cassetto.ufficio;
  const tardi = puo && !cassetto.ufficio && rifiuto === "troppo_tardi";
  const chiuso = rifiuto === "gia_chiuso" && t("rifiuti.gia_chiuso");
  const altrove = isAltrove(appuntamento, viewer.profilo?.sede?.codice ?? null) && t("rifiuti.altra_sede");
  const perche = puo ? chiuso || altrove : t("elenco.soloConsultazione");
  return (
    <CassettoShell viewer={viewer} cassetto={cassetto} corrente="appuntamenti">
      <PageTitle
        passi={[
          { nome: tn("panoramica"), href: base },
          { nome: t("titolo"), href: `${base}/appuntamenti` },
          { nome: t("elenco.numero", { numero: appuntamento.numero }), href: qui },
          { nome: t("annulla.titolo") },
        ]}
        titolo={t("annulla.titolo")}
        sommario={formatQuando(appuntamento.inizioAt)}
      />
      {perche || tardi ? (
        <>
          {perche && <p className="scheda mt-6 max-w-text">{perche}</p>}
          {tardi && <TroppoTardi sede={sede} />}
          <ButtonLink href={qui} secondario className="mt-5">
            {t("annulla.torna")}
          </ButtonLink>
        </>
      ) : (
        <AnnullaForm appuntamento={appuntamento} posizioneId={cassetto.posizioneId} indietro={qui} />
      )}
    </CassettoShell>
  );
}
