import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { avvisaSeApertoAction } from "@/lib/posizioni/actions";

type Props = { posizioneId: string; attivi: boolean; indirizzo: boolean };

/** Whether the datore wants a mail when somebody with a delega opens the drawer. */
export function AvvisiForm({ posizioneId, attivi, indirizzo }: Props) {
  const t = useTranslations("deleghe");
  return (
    <section className="sezione print:hidden" aria-labelledby="avvisi">
      <h2 id="avvisi">{t("avvisi.titolo")}</h2>
      <p className="mt-1 max-w-text">{t("avvisi.spiega")}</p>
      {!indirizzo && <p className="minore mt-1 max-w-text">{t("avvisi.senzaIndirizzo")}</p>}
      <ActionForm action={avvisaSeApertoAction} titolo={t("errori.riepilogo")} className="max-w-text">
        <input type="hidden" name="posizione" value={posizioneId} />
        <label className="scelta">
          <input type="checkbox" name="avvisa" value="si" defaultChecked={attivi} />
          <span>{t("avvisi.etichetta")}</span>
        </label>
        <button type="submit" className="bottone bottone-secondario mt-4">
          {t("avvisi.salva")}
        </button>
      </ActionForm>
    </section>
  );
}
