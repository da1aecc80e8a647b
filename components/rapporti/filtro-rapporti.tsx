import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { STATI_RAPPORTO } from "@/lib/rapporti/input";

type Props = { stato: string | null; cerca: string; azione: string };

export function FiltroRapporti({ stato, cerca, azione }: Props) {
  const t = useTranslations("rapporti");
  return (
    <search className="print:hidden">
      <form action={azione} className="mt-7 flex flex-col gap-4 tablet:flex-row tablet:items-end">
        <div className="flex-1">
          <label htmlFor="cerca" className="block text-base font-semibold">
            {t("cerca")}
          </label>
          <input
            id="cerca"
            name="cerca"
            type="search"
            defaultValue={cerca}
            maxLength={100}
            className="campo mt-1"
          />
        </div>
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
        <button type="submit" className="bottone">
          <Search aria-hidden size={20} />
          {t("filtra")}
        </button>
      </form>
      {(stato || cerca) && (
        <a href={azione} className="collegamento mt-2">
          {t("azzera")}
        </a>
      )}
    </search>
  );
}
