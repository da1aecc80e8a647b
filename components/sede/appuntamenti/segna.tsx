import { useTranslations } from "next-intl";
import { ActionForm, FormChoices } from "@/components/ui/action-form";
import { FormArea } from "@/components/ui/form-area";
import type { Appuntamento } from "@/db/schema/appuntamenti";
import { concludiAction, segnaQuiAction } from "@/lib/appuntamenti/giornata/actions";
import { type Atto, ESITI } from "@/lib/appuntamenti/giornata/rules";
import { AppuntamentoNascosto } from "./appuntamento-nascosto";

type Props = { appuntamento: Pick<Appuntamento, "id" | "numero" | "modo">; atti: Atto[] };

/** What there is to mark now: who came, who is received, and how it ended. */
export function Segna({ appuntamento, atti }: Props) {
  const t = useTranslations("appuntamenti.giornata");
  const { modo } = appuntamento;
  const prima = atti.filter((atto) => atto === "arrivato" || atto === "iniziato");
  const esiti = ESITI.filter((esito) => atti.includes(esito));
  return (
    <>
      {prima.length > 0 && (
        <ActionForm action={segnaQuiAction} titolo={t("errori.riepilogo")} className="mt-6 print:hidden">
          <AppuntamentoNascosto appuntamento={appuntamento} />
          <div className="flex flex-wrap gap-3">
            {prima.map((atto, index) => (
              <button
                key={atto}
                type="submit"
                name="atto"
                value={atto}
                className={`bottone ${index > 0 ? "bottone-secondario" : ""}`}
              >
                {t(`atti.${atto}`, { modo })}
              </button>
            ))}
          </div>
        </ActionForm>
      )}
      {esiti.length > 0 && (
        <section id="concludi" className="scheda sezione print:hidden" aria-labelledby="concludi-titolo">
          <h2 id="concludi-titolo">{t("concludi.titolo")}</h2>
          <ActionForm action={concludiAction} titolo={t("errori.riepilogo")} className="max-w-text">
            <AppuntamentoNascosto appuntamento={appuntamento} />
            <FormChoices
              name="esito"
              legend={t("concludi.come")}
              choices={esiti.map((esito) => ({
                value: esito,
                label: t(`atti.${esito}`, { modo }),
                hint: t(`concludi.aiuti.${esito}`, { modo }),
              }))}
            />
            <FormArea
              name="nota"
              label={t("concludi.nota")}
              hint={t("concludi.notaAiuto")}
              rows={4}
              maxLength={1_000}
            />
            <button type="submit" className="bottone mt-5">
              {t("concludi.bottone")}
            </button>
          </ActionForm>
        </section>
      )}
    </>
  );
}
