import { useTranslations } from "next-intl";
import { ActionForm, FormField } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { chiudiTutelaAction } from "@/lib/deleghe/actions";

/** Ends what a court gave: says what follows, wants the reason, and does it on a press of its own button only. */
export function ChiudiTutelaForm({
  tutelaId,
  chi,
  datore,
}: {
  tutelaId: string;
  chi: string;
  datore: string;
}) {
  const t = useTranslations("deleghe.tutele");
  const td = useTranslations("deleghe");
  const tc = useTranslations("comune");
  return (
    <section className="scheda sezione border-red-80 print:hidden" aria-labelledby="chiudi">
      <h2 id="chiudi">{t("chiudi")}</h2>
      <p className="mt-1 max-w-text">{t("chiudiTesto", { chi, datore })}</p>
      <ActionForm action={chiudiTutelaAction} titolo={td("errori.riepilogo")} className="max-w-text">
        <input type="hidden" name="tutela" value={tutelaId} />
        <FormField
          name="motivo"
          label={t("perche")}
          hint={t("percheAiuto")}
          maxLength={500}
          autoComplete="off"
        />
        <div className="mt-5 flex flex-wrap gap-3">
          <button type="submit" className="bottone bottone-pericolo">
            {t("chiudiBottone")}
          </button>
          <ButtonLink href="/amministrazione/tutele" secondario>
            {tc("annulla")}
          </ButtonLink>
        </div>
      </ActionForm>
    </section>
  );
}
