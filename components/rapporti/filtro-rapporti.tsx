import { useTranslations } from "next-intl";
import { SearchForm } from "@/components/ui/search-form";
import { SelectField } from "@/components/ui/select-field";
import { STATI_RAPPORTO } from "@/lib/rapporti/input";

type Props = { stato: string | null; cerca: string; azione: string };

export function FiltroRapporti({ stato, cerca, azione }: Props) {
  const t = useTranslations("rapporti");
  const testi = { cerca: t("cerca"), filtra: t("filtra"), azzera: t("azzera") };
  return (
    <SearchForm azione={azione} cerca={cerca} testi={testi} filtrato={stato !== null || cerca !== ""}>
      <SelectField
        name="stato"
        label={t("stato")}
        value={stato ?? ""}
        options={[
          ["", t("tuttiGliStati")],
          ...STATI_RAPPORTO.map((valore) => [valore, t(`stati.${valore}`)] as const),
        ]}
      />
    </SearchForm>
  );
}
