import { CalendarPlus, CalendarSync } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionForm, FormField, FormFold } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import type { Appuntamento } from "@/db/schema/appuntamenti";
import { annullaDallaSedeAction } from "@/lib/appuntamenti/giornata/actions";
import { AppuntamentoNascosto } from "./appuntamento-nascosto";

type Props = { appuntamento: Appuntamento };

/** Another time, another appuntamento, or none: what the sede does for who has asked. */
export function Cambia({ appuntamento }: Props) {
  const t = useTranslations("appuntamenti.giornata");
  const aperto = appuntamento.stato === "confermato" && appuntamento.chiusoAt === null;
  const base = `/cassetto/${appuntamento.posizioneId}/appuntamenti`;
  return (
    <section className="sezione print:hidden" aria-labelledby="cambia">
      <h2 id="cambia">{t("cambia.titolo")}</h2>
      <p className="minore max-w-text">{t(aperto ? "cambia.testo" : "cambia.testoChiuso")}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        {aperto && (
          <ButtonLink href={`${base}/${appuntamento.numero}/sposta`} icon={CalendarSync} secondario>
            {t("cambia.sposta")}
          </ButtonLink>
        )}
        <ButtonLink href={`${base}/nuovo`} icon={CalendarPlus} secondario>
          {t("cambia.altro")}
        </ButtonLink>
      </div>
      {aperto && (
        <ActionForm
          action={annullaDallaSedeAction}
          titolo={t("errori.riepilogo")}
          className="scheda mt-4 py-2!"
        >
          <FormFold titolo={t("cambia.annulla")}>
            <AppuntamentoNascosto appuntamento={appuntamento} />
            <FormField
              name="motivo"
              label={t("cambia.motivo")}
              hint={t("cambia.motivoAiuto")}
              maxLength={300}
              autoComplete="off"
            />
            <button type="submit" className="bottone bottone-pericolo my-4">
              {t("cambia.annullaBottone")}
            </button>
          </FormFold>
        </ActionForm>
      )}
    </section>
  );
}
