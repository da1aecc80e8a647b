import { useTranslations } from "next-intl";
import { ActionForm, FormField, FormFold } from "@/components/ui/action-form";
import { FormArea } from "@/components/ui/form-area";
import type { ModelloElencato } from "@/lib/quesiti/lavorazione/queries";
import { creaModelloAction, modelloAction } from "@/lib/quesiti/modelli/actions";

/** Writes a new modello. */
export function NuovoModelloForm() {
  const t = useTranslations("sede.modelli");
  const te = useTranslations("sede.errori");
  return (
    <section className="scheda sezione" aria-labelledby="nuovo">
      <h2 id="nuovo">{t("nuovo")}</h2>
      <ActionForm action={creaModelloAction} titolo={te("riepilogo")} className="max-w-text">
        <FormField name="titolo" label={t("nome")} maxLength={80} autoComplete="off" />
        <FormArea name="testo" label={t("testo")} rows={6} maxLength={4_000} />
        <button type="submit" className="bottone mt-5">
          {t("crea")}
        </button>
      </ActionForm>
    </section>
  );
}

/** Changes one, or throws it away. */
export function ModelloForm({ modello }: { modello: ModelloElencato }) {
  const t = useTranslations("sede.modelli");
  const te = useTranslations("sede.errori");
  const { id, titolo, testo } = modello;
  return (
    <ActionForm action={modelloAction} titolo={te("riepilogo")} className="scheda py-2!">
      <FormFold titolo={titolo}>
        <div className="max-w-text">
          <input type="hidden" name="modello" value={id} />
          <FormField
            name="titolo"
            id={`titolo-${id}`}
            label={t("nome")}
            defaultValue={titolo}
            maxLength={80}
            autoComplete="off"
          />
          <FormArea
            name="testo"
            id={`testo-${id}`}
            label={t("testo")}
            rows={8}
            maxLength={4_000}
            defaultValue={testo}
          />
          <div className="my-4 flex flex-wrap gap-3">
            <button type="submit" name="cosa" value="salva" className="bottone">
              {t("salva")}
            </button>
            <button
              type="submit"
              name="cosa"
              value="elimina"
              aria-label={t("eliminaDi", { titolo })}
              className="bottone bottone-secondario"
            >
              {t("elimina")}
            </button>
          </div>
        </div>
      </FormFold>
    </ActionForm>
  );
}
