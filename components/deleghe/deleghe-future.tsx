import { useTranslations } from "next-intl";
import { ActionForm, FormField } from "@/components/ui/action-form";
import { ChiediPrima } from "@/components/ui/chiedi-prima";
import type { FormState } from "@/lib/actions/form-state";
import type { DelegaFutura } from "@/lib/deleghe/queries";
import { Periodo } from "./periodo";
import { StatoDelega } from "./stato-delega";

type Props = {
  deleghe: readonly DelegaFutura[];
  action: (previous: FormState, formData: FormData) => Promise<FormState>;
  /** False: may look only (a sub-abilitato). */
  rinuncia?: boolean;
};

/** What is given and has not begun: its drawer does not open yet, so it is given up here. */
export function DelegheFuture({ deleghe, action, rinuncia = true }: Props) {
  const t = useTranslations("deleghe");
  if (deleghe.length === 0) return null;
  return (
    <section className="sezione" aria-labelledby="future">
      <h2 id="future">{t("future.titolo")}</h2>
      <ul className="mt-4 grid gap-4">
        {deleghe.map(({ id, nome, dal, al, ambito, titolo }) => (
          <li key={id} className="scheda flex flex-col gap-2">
            <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
              <h3 className="min-w-0 break-words">{t("future.di", { chi: nome })}</h3>
              <StatoDelega stato="futura" />
            </div>
            <p>
              {titolo !== "volontaria" && `${t(`titoli.${titolo}`)}. `}
              {t(`ambiti.${ambito}`)}. <Periodo dal={dal} al={al} />.
            </p>
            {rinuncia && titolo === "volontaria" && (
              <ActionForm action={action} titolo={t("errori.riepilogo")} className="max-w-text">
                <input type="hidden" name="delega" value={id} />
                <ChiediPrima titolo={t("mia.rinuncia")} etichetta={t("future.rinunciaDi", { chi: nome })}>
                  <p>{t("future.rinunciaTesto", { chi: nome })}</p>
                  <FormField
                    name="motivo"
                    id={`motivo-${id}`}
                    label={t("dettaglio.motivo")}
                    maxLength={500}
                    autoComplete="off"
                  />
                  <button type="submit" className="bottone bottone-pericolo mt-4">
                    {t("mia.conferma")}
                  </button>
                </ChiediPrima>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
