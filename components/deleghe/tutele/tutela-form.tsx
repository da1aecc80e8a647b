import { useTranslations } from "next-intl";
import { ActionForm, FormChoices, FormField } from "@/components/ui/action-form";
import { registraTutelaAction } from "@/lib/deleghe/actions";
import { CampoCodiceFiscale } from "../campo-codice-fiscale";

const TITOLI = ["tutore", "amministratore_di_sostegno"] as const;

/** What a court decided: who acts for a datore, by what right, until when. */
export function TutelaForm({ oggi }: { oggi: string }) {
  const t = useTranslations("deleghe.tutele");
  const td = useTranslations("deleghe");
  return (
    <ActionForm action={registraTutelaAction} titolo={td("errori.riepilogo")} className="max-w-text">
      <CampoCodiceFiscale name="datore" label={t("datore")} />
      <CampoCodiceFiscale name="persona" label={t("persona")} />
      <FormChoices
        name="titolo"
        legend={t("titoloField")}
        choices={TITOLI.map((value) => ({ value, label: td(`titoli.${value}`) }))}
      />
      <FormField
        name="motivo"
        label={t("motivo")}
        hint={t("motivoAiuto")}
        maxLength={500}
        autoComplete="off"
      />
      <FormField name="al" type="date" label={t("al")} hint={t("alAiuto")} min={oggi} className="max-w-60" />
      <button type="submit" className="bottone mt-7">
        {t("registra")}
      </button>
    </ActionForm>
  );
}
