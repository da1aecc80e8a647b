import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { FormArea } from "@/components/ui/form-area";
import type { Appuntamento } from "@/db/schema/appuntamenti";
import { annullaAppuntamentoAction } from "@/lib/appuntamenti/annulla/actions";
import { MOTIVO_MASSIMO } from "@/lib/appuntamenti/annulla/input";

type Props = { appuntamento: Pick<Appuntamento, "id" | "numero">; posizioneId: string; indietro: string };

/** Says what follows, and cancels on a press of its own button only. */
export function AnnullaForm({ appuntamento, posizioneId, indietro }: Props) {
  const t = useTranslations("appuntamenti.annulla");
  const { id, numero } = appuntamento;
  return (
    <section className="scheda mt-6 max-w-text">
      <p>{t("testo")}</p>
      <ActionForm action={annullaAppuntamentoAction} titolo={t("errori")}>
        <input type="hidden" name="posizione" value={posizioneId} />
        <input type="hidden" name="appuntamento" value={id} />
        <input type="hidden" name="numero" value={numero} />
        <FormArea name="motivo" label={t("motivo")} hint={t("aiuto")} rows={3} maxLength={MOTIVO_MASSIMO} />
        <div className="mt-5 flex flex-wrap gap-3">
          <button type="submit" className="bottone bottone-pericolo">
            {t("conferma")}
          </button>
          <ButtonLink href={indietro} secondario>
            {t("tieni")}
          </ButtonLink>
        </div>
      </ActionForm>
    </section>
  );
}
