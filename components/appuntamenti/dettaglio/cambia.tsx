import { CalendarSync } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import type { AppuntamentoIntero } from "@/lib/appuntamenti/queries";
import { whyNotCancel, whyNotMove } from "@/lib/appuntamenti/rules";
import { TroppoTardi } from "./troppo-tardi";

type Props = {
  riga: AppuntamentoIntero;
  qui: string;
  /** May write, not only read. */
  operazioni: boolean;
  /** A sede that opened the drawer: no limit is for it. */
  ufficio: boolean;
  /** It is at another sede than that. */
  altrove: boolean;
  adesso: Date;
  concluso: boolean;
};

/** What who cannot come does: another time, or none; too late for both, whom to call. */
export function Cambia({ riga, qui, operazioni, ufficio, altrove, adesso, concluso }: Props) {
  const t = useTranslations("appuntamenti");
  const { appuntamento, sede } = riga;
  if (concluso) return null;
  if (!operazioni && !ufficio) {
    return <p className="scheda sezione max-w-text print:hidden">{t("elenco.soloConsultazione")}</p>;
  }
  if (altrove) return <p className="scheda sezione max-w-text print:hidden">{t("rifiuti.altra_sede")}</p>;
  const tardi = !ufficio && whyNotCancel(appuntamento, adesso) !== null;
  // Of one that has to be moved, that is said above.
  const daSpostare = appuntamento.daSpostareAt !== null && !ufficio;
  const fermo = !ufficio && !tardi ? whyNotMove(appuntamento, adesso) : null;
  return (
    <section className="sezione print:hidden" aria-labelledby="cambia">
      <h2 id="cambia">{t("dettaglio.cambia.titolo")}</h2>
      {tardi ? (
        <TroppoTardi sede={sede} />
      ) : (
        <>
          <p className="mt-1 max-w-text">
            {t(`dettaglio.cambia.${ufficio ? "ufficio" : daSpostare ? "daSpostare" : "testo"}`)}
          </p>
          {fermo && <p className="mt-2 max-w-text font-semibold">{t(`rifiuti.${fermo}`)}</p>}
          <div className="mt-4 flex flex-wrap gap-3">
            {!fermo && !daSpostare && (
              <ButtonLink href={`${qui}/sposta`} icon={CalendarSync} secondario>
                {t("dettaglio.cambia.sposta")}
              </ButtonLink>
            )}
            <ButtonLink href={`${qui}/annulla`} secondario>
              {t("annulla.apri")}
            </ButtonLink>
          </div>
        </>
      )}
    </section>
  );
}
