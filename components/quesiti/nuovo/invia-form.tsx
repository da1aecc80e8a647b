import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { inviaBozzaAction } from "@/lib/quesiti/actions";

type Props = {
  posizioneId: string;
  bozzaId: string;
  /** Nothing is missing. */
  intero: boolean;
  indietro: string;
};

/** Sends what was just read over. Its key is the bozza: however often it is pressed, it is sent once. */
export function InviaForm({ posizioneId, bozzaId, intero, indietro }: Props) {
  const t = useTranslations("quesiti");
  return (
    <ActionForm action={inviaBozzaAction} titolo={t("errori.riepilogo")} className="max-w-text">
      <input type="hidden" name="posizione" value={posizioneId} />
      <input type="hidden" name="bozza" value={bozzaId} />
      {intero ? (
        <p className="mt-6">{t("riepilogo.sommario")}</p>
      ) : (
        <p className="mt-6 font-semibold">{t("riepilogo.incompleta")}</p>
      )}
      <div className="mt-4 flex flex-wrap gap-3">
        {intero && (
          <button type="submit" className="bottone">
            <Send aria-hidden size={20} />
            {t("riepilogo.invia")}
          </button>
        )}
        <ButtonLink href={indietro} secondario>
          {t("nuova.indietro")}
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
