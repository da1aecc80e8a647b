import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Fatto } from "@/components/ui/fatto";
import { promemoriaScadenzeAction } from "@/lib/posizioni/actions";

type Props = { posizioneId: string; attivo: boolean; indirizzo: boolean; fatto: "attivo" | "spento" | null };

/** Whether the datore wants a mail a week before a due date. */
export function PromemoriaForm({ posizioneId, attivo, indirizzo, fatto }: Props) {
  const t = useTranslations("pagamenti.promemoria");
  const td = useTranslations("deleghe");
  return (
    <section id="promemoria" className="sezione print:hidden" aria-labelledby="titolo-promemoria">
      <h2 id="titolo-promemoria">{t("titolo")}</h2>
      {fatto && <Fatto testo={t(`fatti.${fatto}`)} />}
      <p className="mt-1 max-w-text">{t("spiega")}</p>
      {!indirizzo && <p className="minore mt-1 max-w-text">{td("avvisi.senzaIndirizzo")}</p>}
      <ActionForm action={promemoriaScadenzeAction} titolo={td("errori.riepilogo")} className="max-w-text">
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
