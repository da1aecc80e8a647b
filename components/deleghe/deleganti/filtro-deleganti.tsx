import { useTranslations } from "next-intl";
import { SearchForm } from "@/components/ui/search-form";
import { SelectField } from "@/components/ui/select-field";
import type { FiltroDeleganti as Scelta } from "@/lib/deleghe/deleganti/input";
import { FILTRI, ORDINI } from "@/lib/deleghe/deleganti/rules";
import type { GruppoElencato } from "@/lib/intermediari/queries";

type Props = { scelta: Scelta; gruppi: GruppoElencato[] };

export function FiltroDeleganti({ scelta, gruppi }: Props) {
  const t = useTranslations("deleganti");
  const testi = { cerca: t("cerca"), filtra: t("filtra"), azzera: t("azzera") };
  const { cerca, filtro, ordine, gruppo, da } = scelta;
  return (
    <SearchForm
      azione="/deleganti"
      cerca={cerca}
      testi={testi}
      filtrato={cerca !== "" || filtro !== null || gruppo !== null}
      fissi={da ? { da } : undefined}
    >
      <SelectField
        name="filtro"
        label={t("filtro")}
        value={filtro ?? ""}
        options={[
          ["", t("filtri.tutti")],
          ...FILTRI.map((valore) => [valore, t(`filtri.${valore}`)] as const),
        ]}
      />
      <SelectField
        name="ordine"
        label={t("ordine")}
        value={ordine}
        options={ORDINI.map((valore) => [valore, t(`ordini.${valore}`)] as const)}
      />
      {gruppi.length > 0 && (
        <SelectField
          name="gruppo"
          label={t("gruppo")}
          value={gruppo ?? ""}
          options={[["", t("tuttiIGruppi")], ...gruppi.map(({ id, nome }) => [id, nome] as const)]}
        />
      )}
    </SearchForm>
  );
}
