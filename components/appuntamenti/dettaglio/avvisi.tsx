import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import type { Appuntamento } from "@/db/schema/appuntamenti";
import { formatIstante } from "@/lib/dates";

type Props = { appuntamento: Appuntamento; qui: string; puo: boolean; concluso: boolean };

/** What is out of the ordinary: a time that has to be chosen anew, how it ended, what the sede told afterwards. */
export function Avvisi({ appuntamento, qui, puo, concluso }: Props) {
  const t = useTranslations("appuntamenti.dettaglio");
  const { stato, annullatoDa, chiusoAt, notaSede, daSpostareAt } = appuntamento;
  const quando = chiusoAt ? formatIstante(chiusoAt, "lungo") : "";
  let esito = stato === "confermato" && concluso ? t(chiusoAt ? "senzaEsito" : "daSegnare") : null;
  if (stato === "annullato" && annullatoDa) esito = t(`annullatoDa.${annullatoDa}`, { quando });
  if (stato === "tenuto" || stato === "non_presentato" || stato === "chiuso_e_definito") {
    esito = t(`esiti.${stato}`, { quando });
  }
  return (
    <>
      {daSpostareAt && !concluso && (
        <section
          className="scheda mt-6 border-s-6 border-s-orange-48 print:hidden"
          aria-labelledby="da-spostare"
        >
          <h2 id="da-spostare" className="flex items-start gap-3">
            <TriangleAlert aria-hidden size={26} className="mt-1 shrink-0 text-orange-30" />
            {t("daSpostare.titolo")}
          </h2>
          <p className="mt-1 max-w-text">{t("daSpostare.testo")}</p>
          {puo && (
            <ButtonLink href={`${qui}/sposta`} className="mt-4">
              {t("daSpostare.azione")}
            </ButtonLink>
          )}
        </section>
      )}
      {(esito || notaSede) && (
        <section className="scheda mt-6" aria-labelledby="esito">
          <h2 id="esito">{t(notaSede ? "notaSede" : "comeFinito")}</h2>
          {esito && <p className="mt-1 max-w-text">{esito}</p>}
          {notaSede && <p className="mt-2 max-w-text break-words whitespace-pre-line">{notaSede}</p>}
        </section>
      )}
    </>
  );
}
