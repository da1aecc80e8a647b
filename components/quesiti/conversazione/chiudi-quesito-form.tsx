import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { chiudiQuesitoAction } from "@/lib/quesiti/actions";
import type { QuesitoLetto } from "@/lib/quesiti/queries";

type Props = {
  posizioneId: string;
  quesito: QuesitoLetto["quesito"];
  operazioni: boolean;
  indietro: string;
};

/** Says what follows, and closes on a press of its own button only. */
export function ChiudiQuesitoForm({ posizioneId, quesito, operazioni, indietro }: Props) {
  const t = useTranslations("quesiti");
  const tc = useTranslations("comune");
  const perche = !operazioni
    ? t("rispondi.solaLettura")
    : quesito.stato === "chiuso" && t("chiudi.giaChiuso");
  return (
    <section className="scheda mt-6 max-w-text">
      <p>{perche || t("chiudi.testo")}</p>
      <ActionForm action={chiudiQuesitoAction} titolo={t("errori.riepilogo")}>
        <input type="hidden" name="posizione" value={posizioneId} />
        <input type="hidden" name="quesito" value={quesito.id} />
        <input type="hidden" name="protocollo" value={quesito.protocollo} />
        <div className="mt-5 flex flex-wrap gap-3">
          {!perche && (
            <button type="submit" className="bottone bottone-pericolo">
              {t("chiudi.conferma")}
            </button>
          )}
          <ButtonLink href={indietro} secondario>
            {tc("annulla")}
          </ButtonLink>
        </div>
      </ActionForm>
    </section>
  );
}
