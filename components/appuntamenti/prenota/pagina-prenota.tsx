import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Passi } from "@/components/ui/passi";
import type { Cassetto, Viewer } from "@/lib/auth/viewer";

const PASSI = ["perche", "come", "quando", "conferma"] as const;

type Props = {
  viewer: Viewer;
  cassetto: Cassetto;
  passo: (typeof PASSI)[number];
  titolo: string;
  sommario?: string;
  children: ReactNode;
};

/** The frame of each step of booking; whoever may only read is told so instead. */
export function PaginaPrenota({ viewer, cassetto, passo, titolo, sommario, children }: Props) {
  const t = useTranslations("appuntamenti");
  const tn = useTranslations("nav");
  const base = `/cassetto/${cassetto.posizioneId}`;
  const puo = cassetto.operazioni || cassetto.ufficio;
  return (
    <CassettoShell viewer={viewer} cassetto={cassetto} corrente="appuntamenti">
      <PageTitle
        passi={[
          { nome: tn("panoramica"), href: base },
          { nome: t("titolo"), href: `${base}/appuntamenti` },
          { nome: t("prenota.titolo") },
        ]}
        titolo={titolo}
        sommario={sommario}
      />
      {puo ? (
        <>
          <Passi
            nome={t("prenota.passi.nome")}
            passi={PASSI.map((nome) => t(`prenota.passi.${nome}`))}
            corrente={PASSI.indexOf(passo)}
          />
          {children}
        </>
      ) : (
        <p className="scheda mt-6 max-w-text">{t("rifiuti.non_consentito")}</p>
      )}
    </CassettoShell>
  );
}
