import { useTranslations } from "next-intl";
import { FormField } from "@/components/ui/action-form";
import { FormChecks } from "@/components/ui/form-checks";
import { FormSelect } from "@/components/ui/form-select";
import { TIPI_PROFILO } from "@/lib/utenti/gestione/input";
import type { SedeElencata } from "@/lib/utenti/gestione/queries";

/** As what somebody may act, and where. */
export function CampiProfilo({ sedi }: { sedi: SedeElencata[] }) {
  const t = useTranslations("utenti.gestione.dai");
  const tu = useTranslations("utenti.tipi");
  return (
    <>
      <FormSelect
        name="tipo"
        label={t("tipo")}
        vuoto={t("scegli")}
        options={TIPI_PROFILO.map((tipo) => [tipo, tu(tipo)] as const)}
      />
      <FormSelect
        name="sede"
        label={t("sede")}
        hint={t("sedeAiuto")}
        vuoto={t("nessunaSede")}
        options={sedi.map(({ codice, denominazione }) => [codice, `${denominazione} (${codice})`] as const)}
      />
      <FormChecks
        name="esperto"
        legend={t("esperto")}
        boxes={[{ name: "esperto", label: t("espertoVoce") }]}
      />
      <FormField
        name="intermediario"
        label={t("intermediario")}
        hint={t("intermediarioAiuto")}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        className="max-w-80"
      />
    </>
  );
}
