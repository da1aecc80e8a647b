import { useTranslations } from "next-intl";
import { FormChoices, FormField } from "@/components/ui/action-form";
import { AMBITI_DELEGA } from "@/lib/deleghe/input";

type Props = {
  oggi: string;
  predefinito: (typeof AMBITI_DELEGA)[number];
  /** When it ends if nobody says; whoever asks is not who takes it away. */
  senzaFine: string;
};

/** How far a delega reaches, and for how long: fields of whoever proposes one. */
export function PortataDelega({ oggi, predefinito, senzaFine }: Props) {
  const t = useTranslations("deleghe");
  return (
    <>
      <FormChoices
        name="ambito"
        legend={t("nuova.ambito")}
        defaultValue={predefinito}
        choices={AMBITI_DELEGA.map((value) => ({
          value,
          label: t(`ambiti.${value}`),
          hint: t(`ambitiTesto.${value}`),
        }))}
      />
      <div className="grid gap-x-6 tablet:grid-cols-2 tablet:items-end">
        <FormField
          name="dal"
          type="date"
          label={t("nuova.dal")}
          hint={t("nuova.dalAiuto")}
          min={oggi}
          className="max-w-60"
        />
        <FormField
          name="al"
          type="date"
          label={t("nuova.al")}
          hint={senzaFine}
          min={oggi}
          className="max-w-60"
        />
      </div>
    </>
  );
}
