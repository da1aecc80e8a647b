import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import type { Esperto } from "@/lib/appuntamenti/agenda/queries";

type Props = { azione: string; esperti: Esperto[]; scelto: string };

/** Whose openings are to be seen; nothing to choose where there is one. */
export function ScegliEsperto({ azione, esperti, scelto }: Props) {
  const t = useTranslations("appuntamenti.agenda.filtro");
  if (esperti.length < 2) return null;
  return (
    <form action={azione} className="mt-6 flex flex-col gap-4 tablet:flex-row tablet:items-end print:hidden">
      <SelectField
        name="esperto"
        label={t("esperto")}
        value={scelto}
        options={esperti.map(({ id, nome }) => [id, nome] as const)}
      />
      <button type="submit" className="bottone">
        {t("mostra")}
      </button>
    </form>
  );
}
