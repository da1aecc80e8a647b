import { useTranslations } from "next-intl";
import { ActionForm, FormChoices, FormField } from "@/components/ui/action-form";
import { FormArea } from "@/components/ui/form-area";
import { FormSelect } from "@/components/ui/form-select";
import { cambiaArgomentoAction, creaArgomentoAction } from "@/lib/argomenti/actions";
import type { ArgomentoElencato, CategoriaElencata } from "@/lib/argomenti/queries";

const AIUTO_MASSIMO = 500;

/** All that an amministratore may change of one; its codice and its categoria stay. */
export function ArgomentoForm({ argomento }: { argomento: ArgomentoElencato }) {
  const t = useTranslations("argomenti");
  return (
    <ActionForm action={cambiaArgomentoAction} titolo={t("errori.riepilogo")} className="max-w-text">
      <input type="hidden" name="codice" value={argomento.codice} />
      <Testi argomento={argomento} />
      <FormField
        name="ordine"
        label={t("ordine")}
        hint={t("ordineAiuto")}
        defaultValue={argomento.ordine}
        inputMode="numeric"
        maxLength={2}
        autoComplete="off"
        className="max-w-28"
      />
      <FormChoices
        name="attivo"
        legend={t("attivo")}
        defaultValue={argomento.attivo ? "si" : "no"}
        choices={[
          { value: "si", label: t("attivoSi") },
          { value: "no", label: t("attivoNo"), hint: t("attivoNoAiuto") },
        ]}
      />
      <button type="submit" className="bottone mt-7">
        {t("salva")}
      </button>
    </ActionForm>
  );
}

export function NuovoArgomentoForm({ categorie }: { categorie: CategoriaElencata[] }) {
  const t = useTranslations("argomenti");
  return (
    <section className="sezione print:hidden" aria-labelledby="nuovo">
      <h2 id="nuovo">{t("nuovo")}</h2>
      <ActionForm action={creaArgomentoAction} titolo={t("errori.riepilogo")} className="max-w-text">
        <FormSelect
          name="categoria"
          label={t("categoria")}
          vuoto={t("scegliCategoria")}
          options={categorie.map(({ codice, nome }) => [codice, nome] as const)}
        />
        <Testi />
        <button type="submit" className="bottone mt-7">
          {t("crea")}
        </button>
      </ActionForm>
    </section>
  );
}

function Testi({ argomento }: { argomento?: ArgomentoElencato }) {
  const t = useTranslations("argomenti");
  return (
    <>
      <FormField
        name="nome"
        label={t("nome")}
        hint={t("nomeAiuto")}
        defaultValue={argomento?.nome}
        maxLength={100}
        autoComplete="off"
      />
      <FormArea
        name="aiuto"
        label={t("aiuto")}
        hint={t("aiutoAiuto")}
        defaultValue={argomento?.aiuto}
        rows={3}
        maxLength={AIUTO_MASSIMO}
      />
      <FormField
        name="termine"
        label={t("termine")}
        hint={t("termineAiuto")}
        defaultValue={argomento?.termineGiorni ?? 30}
        inputMode="numeric"
        maxLength={3}
        autoComplete="off"
        className="max-w-28"
      />
    </>
  );
}
