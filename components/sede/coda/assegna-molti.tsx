import { useTranslations } from "next-intl";
import { FormField } from "@/components/ui/action-form";
import { FormSelect } from "@/components/ui/form-select";
import type { Collega } from "@/lib/quesiti/lavorazione/queries";

/** Gives the ticked quesiti to one colleague, with a reason. */
export function AssegnaMolti({ colleghi }: { colleghi: Collega[] }) {
  const t = useTranslations("sede.coda");
  return (
    <section id="quesiti" className="scheda mt-6 print:hidden" aria-labelledby="assegna-titolo">
      <h2 id="assegna-titolo" className="text-xl">
        {t("assegna")}
      </h2>
      <p className="minore">{t("assegnaTesto")}</p>
      <div className="flex flex-wrap items-end gap-x-4">
        <FormSelect
          name="collega"
          label={t("assegnaA")}
          vuoto={t("scegliCollega")}
          options={colleghi
            .filter(({ altraSede }) => altraSede === null)
            .map(({ id, nome }) => [id, nome] as const)}
          className="mt-4 w-full tablet:w-64"
        />
        <div className="min-w-0 flex-1 basis-64">
          <FormField
            name="motivo"
            label={t("motivo")}
            hint={t("motivoAiuto")}
            maxLength={300}
            autoComplete="off"
          />
        </div>
        <button type="submit" className="bottone bottone-secondario mt-4">
          {t("assegnaBottone")}
        </button>
      </div>
    </section>
  );
}
