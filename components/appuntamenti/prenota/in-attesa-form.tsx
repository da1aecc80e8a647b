import { useTranslations } from "next-intl";
import { ActionForm, FormField } from "@/components/ui/action-form";
import { FormChecks } from "@/components/ui/form-checks";
import type { ModoAppuntamento } from "@/db/schema/agenda";
import { entraInAttesaAction } from "@/lib/appuntamenti/actions";
import { MODI_APPUNTAMENTO } from "@/lib/appuntamenti/input";

type Props = {
  /** Whose drawer, about what, and the key of the place. */
  campi: Record<string, string>;
  sedi: { codice: string; denominazione: string }[];
  /** What was looked for in vain is ticked. `sede` null: all of them. */
  sede: string | null;
  modo: ModoAppuntamento;
  telefono: string;
};

/** A place on the waiting list, for when nothing is free. */
export function InAttesaForm({ campi, sedi, sede, modo, telefono }: Props) {
  const t = useTranslations("appuntamenti");
  return (
    <section className="scheda mt-6 max-w-text" aria-labelledby="in-attesa">
      <h2 id="in-attesa">{t("attese.entra")}</h2>
      <p className="mt-1">{t("attese.entraTesto")}</p>
      <ActionForm action={entraInAttesaAction} titolo={t("attese.errori.riepilogo")}>
        {Object.entries(campi).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <FormChecks
          name="sedi"
          legend={t("attese.sedi")}
          boxes={sedi.map(({ codice, denominazione }) => ({
            name: `sede_${codice}`,
            label: denominazione,
            defaultChecked: sede === null || sede === codice,
          }))}
        />
        <FormChecks
          name="modi"
          legend={t("attese.modi")}
          boxes={MODI_APPUNTAMENTO.map((altro) => ({
            name: `modo_${altro}`,
            label: t(`modi.${altro}`),
            defaultChecked: altro === modo,
          }))}
        />
        <FormField
          name="telefono"
          type="tel"
          autoComplete="tel"
          label={t("attese.telefono")}
          hint={t("attese.telefonoAiuto")}
          defaultValue={telefono}
        />
        <button type="submit" className="bottone mt-6">
          {t("attese.iscriviti")}
        </button>
      </ActionForm>
    </section>
  );
}
