import { useTranslations } from "next-intl";
import { ActionForm, FormField } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { salvaTestoAction, scriviBozzaAction } from "@/lib/quesiti/actions";
import type { BozzaElencata } from "@/lib/quesiti/bozze/queries";
import { OGGETTO_MASSIMO, TESTO_MASSIMO } from "@/lib/quesiti/input";
import { CampoTesto } from "./campo-testo";
import { useTestiCampo } from "./testi-campo";

type Props = { riga: BozzaElencata; posizioneId: string; indietro: string };

/** Oggetto and text of a bozza; of an answer in a thread, only the text. */
export function TestoForm({ riga: { bozza, quesito }, posizioneId, indietro }: Props) {
  const t = useTranslations("quesiti");
  const testi = useTestiCampo(t("testo.testo"), t("testo.testoAiuto"));
  return (
    <ActionForm action={scriviBozzaAction} titolo={t("errori.riepilogo")} className="max-w-text">
      <input type="hidden" name="posizione" value={posizioneId} />
      <input type="hidden" name="bozza" value={bozza.id} />
      {quesito ? (
        <input type="hidden" name="risposta" value="si" />
      ) : (
        <FormField
          name="oggetto"
          label={t("testo.oggetto")}
          hint={t("testo.oggettoAiuto")}
          defaultValue={bozza.oggetto}
          maxLength={OGGETTO_MASSIMO}
          autoComplete="off"
        />
      )}
      <CampoTesto defaultValue={bozza.testo} massimo={TESTO_MASSIMO} testi={testi} salva={salvaTestoAction} />
      <div className="mt-6 flex flex-wrap gap-3">
        <button type="submit" name="verso" value="avanti" className="bottone">
          {t("testo.avanti")}
        </button>
        <button type="submit" name="verso" value="dopo" className="bottone bottone-secondario">
          {t("testo.dopo")}
        </button>
        <ButtonLink href={indietro} secondario className="!border-transparent">
          {t("nuova.indietro")}
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
