import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import type { AppuntamentoIntero } from "@/lib/appuntamenti/queries";
import type { Cassetto, Viewer } from "@/lib/auth/viewer";
import { formatIstante } from "@/lib/dates";

type Props = {
  viewer: Viewer;
  cassetto: Cassetto;
  riga: AppuntamentoIntero;
  /** The appuntamento's own page. */
  base: string;
  titolo?: string;
  children: ReactNode;
};

/** The frame of both steps of a move: which appuntamento it is, and why it moves if the sede made it. */
export function PaginaSposta({ viewer, cassetto, riga, base, titolo, children }: Props) {
  const t = useTranslations("appuntamenti");
  const tn = useTranslations("nav");
  const cassettoBase = `/cassetto/${cassetto.posizioneId}`;
  const { numero, inizioAt, daSpostareAt, modo } = riga.appuntamento;
  const puo = cassetto.operazioni || cassetto.ufficio;
  return (
    <CassettoShell viewer={viewer} cassetto={cassetto} corrente="appuntamenti">
      <PageTitle
        passi={[
          { nome: tn("panoramica"), href: cassettoBase },
          { nome: t("titolo"), href: `${cassettoBase}/appuntamenti` },
          { nome: t("sposta.numero", { numero }), href: base },
          { nome: t("sposta.titolo") },
        ]}
        titolo={titolo ?? t("sposta.titolo")}
        sommario={t("sposta.adesso", {
          quando: formatIstante(inizioAt, "esteso"),
          modo: t(`modi.${modo}`).toLowerCase(),
          sede: riga.sede.denominazione,
        })}
      />
      {puo ? (
        <>
          {daSpostareAt && (
            <p className="scheda mt-6 max-w-text font-semibold">
              {t(cassetto.ufficio ? "giornata.daSpostareTesto" : "sposta.daSede")}
            </p>
          )}
          {children}
        </>
      ) : (
        <p className="scheda mt-6 max-w-text">{t("rifiuti.non_consentito")}</p>
      )}
    </CassettoShell>
  );
}
