import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Fatto } from "@/components/ui/fatto";
import type { FormState } from "@/lib/actions/form-state";

type Props = {
  /** Where its words are. */
  spazio: "deleghe.avvisi" | "pagamenti.promemoria";
  action: (previous: FormState, formData: FormData) => Promise<FormState>;
  posizioneId: string;
  attivo: boolean;
  /** Whether there is an address to write to. */
  indirizzo: boolean;
  /** What was just done with it. */
  fatto?: string | null;
};

/** Whether the datore wants to be told of something by mail. */
export function AvvisoForm({ spazio, action, posizioneId, attivo, indirizzo, fatto }: Props) {
  const t = useTranslations(spazio);
  const td = useTranslations("deleghe");
  return (
    <section id="avviso" className="sezione print:hidden" aria-labelledby="titolo-avviso">
      <h2 id="titolo-avviso">{t("titolo")}</h2>
      {fatto && <Fatto testo={fatto} />}
      <p className="mt-1 max-w-text">{t("spiega")}</p>
      {!indirizzo && <p className="minore mt-1 max-w-text">{td("avvisi.senzaIndirizzo")}</p>}
      <ActionForm action={action} titolo={td("errori.riepilogo")} className="max-w-text">
        <input type="hidden" name="posizione" value={posizioneId} />
        <label className="scelta">
          <input type="checkbox" name="avvisa" value="si" defaultChecked={attivo} />
          <span>{t("etichetta")}</span>
        </label>
        <button type="submit" className="bottone bottone-secondario mt-4">
          {t("salva")}
        </button>
      </ActionForm>
    </section>
  );
}
