import { useTranslations } from "next-intl";
import { ActionForm, FormField } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import type { FormState } from "@/lib/actions/form-state";

type Props = {
  action: (previous: FormState, formData: FormData) => Promise<FormState>;
  posizioneId: string;
  delegaId: string;
  titolo: string;
  testo: string;
  conferma: string;
  indietro: string;
};

/** Ends a delega: says what follows, asks why, and does it on a press of its own button only. */
export function ChiudiDelegaForm({
  action,
  posizioneId,
  delegaId,
  titolo,
  testo,
  conferma,
  indietro,
}: Props) {
  const t = useTranslations("deleghe");
  const tc = useTranslations("comune");
  return (
    <section id="chiudi" className="scheda sezione border-red-80 print:hidden">
      <h2>{titolo}</h2>
      <p className="mt-1 max-w-text">{testo}</p>
      <ActionForm action={action} titolo={t("errori.riepilogo")} className="max-w-text">
        <input type="hidden" name="posizione" value={posizioneId} />
        <input type="hidden" name="delega" value={delegaId} />
        <FormField name="motivo" label={t("dettaglio.motivo")} maxLength={500} autoComplete="off" />
        <div className="mt-5 flex flex-wrap gap-3">
          <button type="submit" className="bottone bottone-pericolo">
            {conferma}
          </button>
          <ButtonLink href={indietro} secondario>
            {tc("annulla")}
          </ButtonLink>
        </div>
      </ActionForm>
    </section>
  );
}
