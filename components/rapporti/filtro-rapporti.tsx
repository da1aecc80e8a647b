import { useTranslations } from "next-intl";
import { SearchForm } from "@/components/ui/search-form";
import { STATI_RAPPORTO } from "@/lib/rapporti/input";

type Props = { stato: string | null; cerca: string; azione: string };

export function FiltroRapporti({ stato, cerca, azione }: Props) {
  const t = useTranslations("rapporti");
  const testi = { cerca: t("cerca"), filtra: t("filtra"), azzera: t("azzera") };
  return (
    <SearchForm azione={azione} cerca={cerca} testi={testi} filtrato={stato !== null || cerca !== ""}>
      <div>
        <label htmlFor="stato" className="block text-base font-semibold">
          {t("stato")}
        </label>
        <select id="stato" name="stato" defaultValue={stato ?? ""} className="campo mt-1 tablet:w-48">
          <option value="">{t("tuttiGliStati")}</option>
          {STATI_RAPPORTO.map((valore) => (
            <option key={valore} value={valore}>
              {t(`stati.${valore}`)}
            </option>
          ))}
        </select>
      </div>
    </SearchForm>
  );
}
