import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import type { listPersone } from "@/lib/accessi/queries";

type Props = { persone: Awaited<ReturnType<typeof listPersone>>; persona: string | null; azione: string };

/** The register of one person alone. */
export function FiltroPersone({ persone, persona, azione }: Props) {
  const t = useTranslations("accessi");
  return (
    <search className="print:hidden">
      <form action={azione} className="mt-6 flex flex-wrap items-end gap-4">
        <SelectField
          name="persona"
          label={t("persona")}
          value={persona ?? ""}
          options={[
            ["", t("tutti")],
            ...persone.map(
              ({ id, chi, perConto }) => [id, [chi, perConto].filter(Boolean).join(", ")] as const,
            ),
          ]}
        />
        <button type="submit" className="bottone bottone-secondario">
          {t("filtra")}
        </button>
      </form>
    </search>
  );
}
