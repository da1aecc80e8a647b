import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import type { ModoAppuntamento } from "@/db/schema/agenda";
import type { Vista } from "@/lib/appuntamenti/giorni/rules";
import { MODI_APPUNTAMENTO } from "@/lib/appuntamenti/input";
import { nomeMese } from "./nomi";
import type { Scelta } from "./scelta";

type Props = Pick<Scelta, "sedi" | "sede" | "qui" | "fissi"> & {
  modo: ModoAppuntamento;
  /** Null: nothing is free, so there is no month to choose. */
  vista: Vista | null;
};

/** Other months, sedi and ways, by a plain form. */
export function FiltroOrari({ vista, sedi, sede, modo, qui, fissi }: Props) {
  const t = useTranslations("appuntamenti");
  return (
    <search className="print:hidden">
      <form
        action={qui}
        className="mt-4 flex flex-col gap-4 tablet:flex-row tablet:flex-wrap tablet:items-end"
      >
        {Object.entries(fissi).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {vista && (
          <SelectField
            name="mese"
            label={t("prenota.quando.mese")}
            value={vista.mese}
            options={vista.mesi.map(({ mese, orari }) => [
              mese,
              t("prenota.quando.meseOrari", { mese: nomeMese(mese), n: orari }),
            ])}
          />
        )}
        {sedi.length > 1 && (
          <SelectField
            name="sede"
            label={t("prenota.quando.sede")}
            value={sede ?? ""}
            options={[
              ["", t("prenota.quando.tutteLeSedi")],
              ...sedi.map(({ codice, denominazione }) => [codice, denominazione] as const),
            ]}
          />
        )}
        <SelectField
          name="modo"
          label={t("prenota.quando.modo")}
          value={modo}
          options={MODI_APPUNTAMENTO.map((altro) => [altro, t(`modi.${altro}`)])}
        />
        <button type="submit" className="bottone bottone-secondario">
          {t("prenota.quando.mostra")}
        </button>
      </form>
    </search>
  );
}
