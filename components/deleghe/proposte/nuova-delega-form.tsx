import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { formatIndirizzo } from "@/components/ui/indirizzo";
import { proponiDelegaAction } from "@/lib/deleghe/actions";
import { GIORNI_PER_DECIDERE } from "@/lib/deleghe/rules";
import type { IntermediarioTrovato } from "@/lib/intermediari/queries";
import { CampoCodiceFiscale } from "../campo-codice-fiscale";
import { PortataDelega } from "./portata-delega";

type Props = {
  posizioneId: string;
  tipo: "personale" | "professionale";
  intermediario: IntermediarioTrovato | null;
  azione: string;
  oggi: string;
};

/** What the datore offers: to whom, how far it reaches, for how long. */
export function NuovaDelegaForm({ posizioneId, tipo, intermediario, azione, oggi }: Props) {
  const t = useTranslations("deleghe.nuova");
  const td = useTranslations("deleghe");
  return (
    <ActionForm action={proponiDelegaAction} titolo={td("errori.riepilogo")} className="mt-2 max-w-text">
      <input type="hidden" name="posizione" value={posizioneId} />
      <input type="hidden" name="tipo" value={tipo} />
      {intermediario ? (
        <div className="scheda-evidenza mt-5">
          <input type="hidden" name="intermediario" value={intermediario.codice} />
          <p className="minore">{t("scelto")}</p>
          <p className="text-xl font-bold break-words">{intermediario.denominazione}</p>
          <p className="minore">{formatIndirizzo(intermediario)}</p>
          <a href={`${azione}?tipo=professionale`} className="collegamento">
            {t("cambia")}
          </a>
        </div>
      ) : (
        <CampoCodiceFiscale name="codiceFiscale" label={t("codiceFiscale")} hint={t("codiceFiscaleAiuto")} />
      )}
      <PortataDelega oggi={oggi} predefinito="consultazione" senzaFine={t("alAiuto")} />
      <p className="minore mt-6">{t("riepilogo", { giorni: GIORNI_PER_DECIDERE })}</p>
      <button type="submit" className="bottone mt-4">
        {t("invia")}
      </button>
    </ActionForm>
  );
}
