import { useTranslations } from "next-intl";
import { ActionForm, FormChoices, FormField } from "@/components/ui/action-form";
import type { Delega } from "@/db/schema/deleghe";
import { cambiaDelegaAction } from "@/lib/deleghe/actions";
import { AMBITI_DELEGA } from "@/lib/deleghe/input";

type Props = { delega: Delega; chi: string; oggi: string };

/** How far a delega reaches and until when, said anew; the last day only of one that was given here. */
export function CambiaDelegaForm({ delega, chi, oggi }: Props) {
  const t = useTranslations("deleghe");
  return (
    <section className="scheda sezione print:hidden" aria-labelledby="cambia-delega">
      <h2 id="cambia-delega">{t("dettaglio.cambia")}</h2>
      <p className="mt-1 max-w-text">{t("dettaglio.cambiaTesto", { chi })}</p>
      <ActionForm action={cambiaDelegaAction} titolo={t("errori.riepilogo")} className="max-w-text">
        <input type="hidden" name="posizione" value={delega.posizioneId} />
        <input type="hidden" name="delega" value={delega.id} />
        <FormChoices
          name="ambito"
          legend={t("nuova.ambito")}
          defaultValue={delega.ambito}
          choices={AMBITI_DELEGA.map((value) => ({
            value,
            label: t(`ambiti.${value}`),
            hint: t(`ambitiTesto.${value}`),
          }))}
        />
        {delega.identificativo === null && (
          <FormField
            name="al"
            type="date"
            label={t("nuova.al")}
            hint={t("dettaglio.fineAiuto")}
            min={oggi}
            defaultValue={delega.dataFine ?? ""}
            className="max-w-60"
          />
        )}
        <button type="submit" className="bottone mt-5">
          {t("dettaglio.salva")}
        </button>
      </ActionForm>
    </section>
  );
}
