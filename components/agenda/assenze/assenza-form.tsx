import { useTranslations } from "next-intl";
import { CambioForm } from "@/components/agenda/cambio-form";
import { useTestiColpiti } from "@/components/agenda/testi-colpiti";
import { FormField } from "@/components/ui/action-form";
import { FormSelect } from "@/components/ui/form-select";
import { assenzeAction } from "@/lib/appuntamenti/agenda/cambi/actions";
import { TUTTA_LA_SEDE } from "@/lib/appuntamenti/agenda/cambi/input";
import type { Esperto } from "@/lib/appuntamenti/agenda/queries";

type Props = {
  /** Whose agenda the viewer may change. */
  esperti: Esperto[];
  responsabile: boolean;
};

/** When somebody, or the whole sede, does not receive: whole days, or hours. */
export function AssenzaForm({ esperti, responsabile }: Props) {
  const t = useTranslations("appuntamenti.agenda.assenze");
  const te = useTranslations("appuntamenti.agenda.errori");
  const [solo] = esperti;
  const tutti = responsabile ? [[TUTTA_LA_SEDE, t("tutti")] as const] : [];
  return (
    <section className="scheda sezione print:hidden" aria-labelledby="nuova">
      <h2 id="nuova">{t("nuova")}</h2>
      <CambioForm
        action={assenzeAction}
        titolo={te("riepilogo")}
        testi={useTestiColpiti()}
        torna="/sede/agenda/assenze"
      >
        <input type="hidden" name="cosa" value="assenta" />
        {responsabile || !solo ? (
          <FormSelect
            name="esperto"
            label={t("chi")}
            vuoto={t("scegliChi")}
            options={[...tutti, ...esperti.map(({ id, nome }) => [id, nome] as const)]}
          />
        ) : (
          <input type="hidden" name="esperto" value={solo.id} />
        )}
        <div className="grid items-end gap-x-6 tablet:grid-cols-2">
          <FormField name="dal" type="date" label={t("dal")} />
          <FormField name="dalle" type="time" label={t("dalle")} />
          <FormField name="al" type="date" label={t("al")} hint={t("alAiuto")} />
          <FormField name="alle" type="time" label={t("alle")} />
        </div>
        <FormField
          name="motivo"
          label={t("motivo")}
          hint={t("motivoAiuto")}
          maxLength={200}
          autoComplete="off"
        />
        <button type="submit" className="bottone mt-6">
          {t("aggiungi")}
        </button>
      </CambioForm>
    </section>
  );
}
