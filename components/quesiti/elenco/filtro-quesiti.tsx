import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { SearchForm } from "@/components/ui/search-form";
import { SelectField } from "@/components/ui/select-field";
import { CHI, type FiltroQuesiti as Scelta, STATI_QUESITO } from "@/lib/quesiti/elenco/input";

type Props = {
  scelta: Scelta;
  azione: string;
  rapporti: { codice: string; nome: string; cognome: string }[];
  categorie: { codice: string; nome: string }[];
  filtrato: boolean;
};

/** Search, and further filters that stay out of the way until they are wanted. */
export function FiltroQuesiti({ scelta, azione, rapporti, categorie, filtrato }: Props) {
  const t = useTranslations("quesiti");
  const { cerca, rapporto, categoria, stato, chi, dal, al } = scelta;
  const altri = Boolean(rapporto || categoria || stato || chi || dal || al);
  const testi = { cerca: t("filtro.cerca"), filtra: t("filtro.filtra"), azzera: t("filtro.azzera") };
  return (
    <SearchForm azione={azione} cerca={cerca} testi={testi} filtrato={filtrato}>
      <details open={altri} className="min-w-0 tablet:order-1 tablet:basis-full">
        <summary className="inline-flex min-h-11 cursor-pointer items-center gap-3 font-semibold text-blue-30">
          {t("filtro.altri")}
        </summary>
        <div className="grid gap-4 pt-2 tablet:grid-cols-3 [&_.campo]:mt-1 [&_.campo]:w-full [&_label]:text-base [&>div]:mt-0">
          <SelectField
            name="stato"
            label={t("filtro.stato")}
            value={stato ?? ""}
            options={[
              ["", t("filtro.tutti")],
              ...STATI_QUESITO.map((valore) => [valore, t(`stati.${valore}`)] as const),
            ]}
          />
          <SelectField
            name="rapporto"
            label={t("filtro.rapporto")}
            value={rapporto ?? ""}
            options={[
              ["", t("filtro.tutti")],
              ...rapporti.map(({ codice, nome, cognome }) => [codice, `${nome} ${cognome}`] as const),
              ["nessuno", t("tuttaLaPosizione")],
            ]}
          />
          <SelectField
            name="categoria"
            label={t("filtro.categoria")}
            value={categoria ?? ""}
            options={[
              ["", t("filtro.tutte")],
              ...categorie.map(({ codice, nome }) => [codice, nome] as const),
            ]}
          />
          <SelectField
            name="chi"
            label={t("filtro.chi")}
            value={chi ?? ""}
            options={[
              ["", t("filtro.chiunque")],
              ...CHI.map((valore) => [valore, t(`filtro.${valore === "io" ? "io" : "altriChi"}`)] as const),
            ]}
          />
          <Field name="dal" type="date" label={t("filtro.dal")} defaultValue={dal ?? ""} />
          <Field name="al" type="date" label={t("filtro.al")} defaultValue={al ?? ""} />
        </div>
      </details>
    </SearchForm>
  );
}
