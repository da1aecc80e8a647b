import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { formatIstante } from "@/lib/dates";
import type { QuesitoLetto } from "@/lib/quesiti/queries";
import { riapribileFino, whyNotWrite } from "@/lib/quesiti/rules";
import { indirizzoNuovo } from "@/lib/quesiti/spunti/rules";
import { RispondiForm } from "./rispondi-form";

type Props = {
  quesito: QuesitoLetto["quesito"];
  bozza: { id: string; testo: string };
  posizioneId: string;
  /** May write, not only read. */
  operazioni: boolean;
  adesso: Date;
};

/** What whoever reads the thread may do now: answer, open it again, ask anew, close it. */
export function Seguito({ quesito, bozza, posizioneId, operazioni, adesso }: Props) {
  const t = useTranslations("quesiti");
  const base = `/cassetto/${posizioneId}`;
  if (!operazioni) return <p className="scheda sezione max-w-text">{t("rispondi.solaLettura")}</p>;
  const { rapporto, argomentoCodice, chiusoAt } = quesito;
  if (whyNotWrite(quesito, adesso)) {
    return (
      <section className="scheda sezione print:hidden" aria-labelledby="rispondi">
        <h2 id="rispondi">{t("rispondi.tardi")}</h2>
        <p className="mt-1 max-w-text">{t("rispondi.tardiTesto")}</p>
        <ButtonLink
          href={indirizzoNuovo(base, { rapporto: rapporto ?? undefined, argomento: argomentoCodice })}
          className="mt-4"
        >
          {t("rispondi.nuovo")}
        </ButtonLink>
      </section>
    );
  }
  return (
    <section className="sezione print:hidden" aria-labelledby="rispondi">
      <h2 id="rispondi">{t(chiusoAt ? "rispondi.riapri" : "rispondi.titolo")}</h2>
      {chiusoAt && (
        <p className="mt-1 max-w-text">
          {t("rispondi.riapriTesto", { quando: formatIstante(riapribileFino(chiusoAt), "lungo") })}
        </p>
      )}
      <RispondiForm posizioneId={posizioneId} quesito={quesito} bozza={bozza} />
      {!chiusoAt && (
        <a href={`${base}/comunicazioni/${quesito.protocollo}/chiudi`} className="collegamento mt-4">
          {t("chiudi.apri")}
        </a>
      )}
    </section>
  );
}
