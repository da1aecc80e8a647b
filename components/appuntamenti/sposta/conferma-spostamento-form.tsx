import { useTranslations } from "next-intl";
import type { Voce } from "@/components/appuntamenti/prenota/nomi";
import { ActionForm, FormField } from "@/components/ui/action-form";
import type { ModoAppuntamento } from "@/db/schema/agenda";
import { confermaSpostamentoAction } from "@/lib/appuntamenti/actions";

type Props = { campi: Record<string, string>; voce: Voce; modo: ModoAppuntamento; telefono: string };

/** Takes the new time and frees the old one, both or neither. */
export function ConfermaSpostamentoForm({ campi, voce, modo, telefono }: Props) {
  const t = useTranslations("appuntamenti");
  return (
    <ActionForm
      action={confermaSpostamentoAction}
      titolo={t("prenota.errori.riepilogo")}
      className="mt-6 max-w-text"
    >
      {Object.entries(campi).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {modo === "telefono" && (
        <FormField
          name="telefono"
          type="tel"
          autoComplete="tel"
          label={t(`${voce}.conferma.telefono`)}
          hint={t("prenota.conferma.telefonoAiuto")}
          defaultValue={telefono}
        />
      )}
      <p className="mt-6">{t("sposta.spiega")}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        <button type="submit" name="verso" value="conferma" className="bottone max-tablet:w-full">
          {t("sposta.sposta")}
        </button>
        <button type="submit" name="verso" value="orario" className="bottone bottone-secondario">
          {t("sposta.altroOrario")}
        </button>
      </div>
    </ActionForm>
  );
}
