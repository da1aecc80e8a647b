import { useTranslations } from "next-intl";
import { CampoCodiceFiscale } from "@/components/deleghe/campo-codice-fiscale";
import { creaUtenteAction } from "@/lib/utenti/gestione/actions";
import type { SedeElencata } from "@/lib/utenti/gestione/queries";
import { CampiProfilo } from "./campi-profilo";
import { PinUnaVolta } from "./pin-una-volta";
import { useTestiConsegna } from "./testi-consegna";

export function CreaUtenteForm({ sedi }: { sedi: SedeElencata[] }) {
  const t = useTranslations("utenti.gestione.nuovo");
  const te = useTranslations("utenti.errori");
  return (
    <PinUnaVolta
      action={creaUtenteAction}
      titolo={te("riepilogo")}
      testi={useTestiConsegna()}
      nuovo
      className="max-w-text"
    >
      <CampoCodiceFiscale name="codiceFiscale" label={t("codiceFiscale")} />
      <CampiProfilo sedi={sedi} />
      <button type="submit" className="bottone mt-7">
        {t("bottone")}
      </button>
    </PinUnaVolta>
  );
}
