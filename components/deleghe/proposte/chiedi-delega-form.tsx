import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { proponiADatoreAction } from "@/lib/deleghe/actions";
import { GIORNI_PER_DECIDERE } from "@/lib/deleghe/rules";
import { CampoCodiceFiscale } from "../campo-codice-fiscale";
import { PortataDelega } from "./portata-delega";

/** A studio asks a datore for their delega. */
export function ChiediDelegaForm({ oggi }: { oggi: string }) {
  const t = useTranslations("deleghe.studio");
  const tn = useTranslations("deleghe.nuova");
  const te = useTranslations("deleghe.errori");
  return (
    <section className="scheda sezione print:hidden" aria-labelledby="chiedi">
      <h2 id="chiedi">{t("nuova")}</h2>
      <p className="mt-1 max-w-text">{t("nuovaTesto", { giorni: GIORNI_PER_DECIDERE })}</p>
      <ActionForm action={proponiADatoreAction} titolo={te("riepilogo")} className="max-w-text">
        <CampoCodiceFiscale name="codiceFiscale" label={t("codiceFiscale")} />
        <PortataDelega oggi={oggi} predefinito="operazioni" senzaFine={tn("alAiutoStudio")} />
        <button type="submit" className="bottone mt-6">
          {t("invia")}
        </button>
      </ActionForm>
    </section>
  );
}
