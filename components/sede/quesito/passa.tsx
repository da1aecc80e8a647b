import { useTranslations } from "next-intl";
import { ActionForm, FormChoices, FormField, FormFold } from "@/components/ui/action-form";
import { FormSelect } from "@/components/ui/form-select";
import { assegnaAction, trasferisciAction } from "@/lib/quesiti/lavorazione/actions";
import type { Collega, QuesitoDellaSede, SedeTrovata } from "@/lib/quesiti/lavorazione/queries";
import { QuesitoNascosto } from "./quesito-nascosto";
import { MODULO_RISPOSTA } from "./rispondi-form";

type Props = {
  quesito: QuesitoDellaSede["quesito"];
  colleghi: Collega[];
  /** What was asked for among the sedi, and what was found. */
  cercata: string;
  sedi: SedeTrovata[];
  /** Whether an answer is being written on the same page. */
  risponde: boolean;
};

/** Gives the quesito to a colleague, or to another sede. */
export function Passa({ quesito, colleghi, ...altraSede }: Props) {
  return (
    <div className="mt-7 grid gap-4 print:hidden">
      <Assegna quesito={quesito} colleghi={colleghi.filter(({ id }) => id !== quesito.assegnatoA)} />
      <Trasferisci quesito={quesito} {...altraSede} />
    </div>
  );
}

function Assegna({ quesito, colleghi }: Pick<Props, "quesito" | "colleghi">) {
  const t = useTranslations("sede.quesito.assegna");
  const te = useTranslations("sede.errori");
  return (
    <ActionForm action={assegnaAction} titolo={te("riepilogo")} className="scheda py-2!">
      <FormFold titolo={t("titolo")}>
        <QuesitoNascosto quesito={quesito} />
        <FormSelect
          name="collega"
          label={t("a")}
          vuoto={te("collega")}
          options={colleghi.map(({ id, nome }) => [id, nome] as const)}
        />
        <FormField
          name="motivo"
          label={t("motivo")}
          hint={t("motivoAiuto")}
          maxLength={300}
          autoComplete="off"
        />
        <button type="submit" className="bottone bottone-secondario my-4">
          {t("conferma")}
        </button>
      </FormFold>
    </ActionForm>
  );
}

function Trasferisci({ quesito, cercata, sedi, risponde }: Omit<Props, "colleghi">) {
  const t = useTranslations("sede.quesito.trasferisci");
  const te = useTranslations("sede.errori");
  // Sent with the answer, which is kept by that: to search loads the page anew.
  const form = risponde ? MODULO_RISPOSTA : undefined;
  return (
    <details id="trasferisci" className="scheda py-2!" open={cercata !== ""}>
      <summary className="flex min-h-11 cursor-pointer items-center font-semibold">{t("titolo")}</summary>
      <p className="mt-1">{t("avviso")}</p>
      <search>
        <form action="#trasferisci" className="my-4 flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1 basis-56">
            <label htmlFor="cercaSede" className="block font-semibold">
              {t("cerca")}
            </label>
            <input
              id="cercaSede"
              form={form}
              name="cercaSede"
              type="search"
              defaultValue={cercata}
              maxLength={100}
              className="campo mt-1.5"
            />
          </div>
          <button
            type="submit"
            form={form}
            name={risponde ? "cosa" : undefined}
            value="cerca"
            className="bottone bottone-secondario"
          >
            {t("cercaBottone")}
          </button>
        </form>
      </search>
      {cercata !== "" && sedi.length === 0 && <p className="mt-4 font-semibold">{t("nessuna")}</p>}
      {sedi.length > 0 && (
        <ActionForm action={trasferisciAction} titolo={te("riepilogo")}>
          <QuesitoNascosto quesito={quesito} />
          <FormChoices
            name="sede"
            legend={t("scegli")}
            choices={sedi.map(({ codice, denominazione, provincia }) => ({
              value: codice,
              label: provincia ? `${denominazione} (${provincia})` : denominazione,
            }))}
          />
          <FormField name="perche" label={t("motivo")} maxLength={300} autoComplete="off" />
          <button type="submit" className="bottone bottone-pericolo my-4">
            {t("conferma")}
          </button>
        </ActionForm>
      )}
    </details>
  );
}
