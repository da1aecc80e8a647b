import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import type { Cassetto, Viewer } from "@/lib/auth/viewer";
import type { BozzaElencata } from "@/lib/quesiti/bozze/queries";
import { PassiQuesito } from "./passi-quesito";

type Props = {
  viewer: Viewer;
  cassetto: Cassetto;
  riga: BozzaElencata;
  passo: "argomento" | "testo" | "allegati" | "riepilogo";
  children: ReactNode;
};

/** The frame of each step of a bozza; whoever may not write any more is told so instead. */
export function PaginaBozza({ viewer, cassetto, riga: { quesito }, passo, children }: Props) {
  const t = useTranslations("quesiti");
  const tn = useTranslations("nav");
  const base = `/cassetto/${cassetto.posizioneId}`;
  const titolo = t(quesito ? "nuova.risposta" : "nuova.titolo");
  return (
    <CassettoShell viewer={viewer} cassetto={cassetto} corrente="comunicazioni">
      <PageTitle
        passi={[
          { nome: tn("panoramica"), href: base },
          { nome: t("titolo"), href: `${base}/comunicazioni` },
          ...(quesito
            ? [{ nome: quesito.oggetto, href: `${base}/comunicazioni/${quesito.protocollo}` }]
            : []),
          { nome: titolo },
        ]}
        titolo={passo === "riepilogo" ? t("riepilogo.titolo") : titolo}
        sommario={quesito ? t("nuova.rispostaSommario", { oggetto: quesito.oggetto }) : undefined}
      />
      {cassetto.operazioni ? (
        <>
          <PassiQuesito corrente={passo} risposta={quesito !== null} />
          {children}
        </>
      ) : (
        <p className="scheda mt-6 max-w-text">{t("soloConsultazione")}</p>
      )}
    </CassettoShell>
  );
}
