import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { CHI, type FiltroAppuntamenti as Scelta, STATI_APPUNTAMENTO } from "@/lib/appuntamenti/elenco/input";

type Props = {
  scelta: Scelta;
  azione: string;
  rapporti: { codice: string; nome: string; cognome: string }[];
  filtrato: boolean;
};

/** The filters, which stay out of the way until they are wanted. By GET: they stand in the address. */
export function FiltroAppuntamenti({ scelta, azione, rapporti, filtrato }: Props) {
  const t = useTranslations("appuntamenti");
  const tq = useTranslations("quesiti");
  const { rapporto, stato, chi, dal, al } = scelta;
  return (
    <search className="mt-6 block print:hidden">
      <details open={filtrato}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center gap-3 font-semibold text-blue-30">
          {t("elenco.filtro.titolo")}
        </summary>
        <form action={azione}>
          <div className="grid gap-4 pt-2 tablet:grid-cols-3 [&_.campo]:mt-1 [&_.campo]:w-full [&_label]:text-base [&>div]:mt-0">
            <SelectField
              name="stato"
              label={t("elenco.filtro.stato")}
              value={stato ?? ""}
              options={[
                ["", t("elenco.filtro.tutti")],
                ...STATI_APPUNTAMENTO.map((valore) => [valore, t(`stati.${valore}`)] as const),
              ]}
            />
            <SelectField
              name="rapporto"
              label={t("elenco.filtro.rapporto")}
              value={rapporto ?? ""}
              options={[
                ["", t("elenco.filtro.tutti")],
                ...rapporti.map(({ codice, nome, cognome }) => [codice, `${nome} ${cognome}`] as const),
                ["nessuno", tq("tuttaLaPosizione")],
              ]}
            />
            <SelectField
              name="chi"
              label={t("elenco.filtro.chi")}
              value={chi ?? ""}
              options={[
                ["", t("elenco.filtro.chiunque")],
                ...CHI.map((valore) => [valore, t(`elenco.filtro.${valore}`)] as const),
              ]}
            />
            <Field name="dal" type="date" label={t("elenco.filtro.dal")} defaultValue={dal ?? ""} />
            <Field name="al" type="date" label={t("elenco.filtro.al")} defaultValue={al ?? ""} />
          </div>
          <button type="submit" className="bottone mt-5">
            <Search aria-hidden size={20} />
            {t("elenco.filtro.filtra")}
          </button>
        </form>
      </details>
      {filtrato && (
        <a href={azione} className="collegamento mt-2">
          {t("elenco.filtro.azzera")}
        </a>
      )}
    </search>
  );
}
