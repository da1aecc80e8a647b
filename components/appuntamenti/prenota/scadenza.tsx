import { useTranslations } from "next-intl";
import { lasciaOrarioAction } from "@/lib/appuntamenti/actions";
import { fineDi, secondiRimasti } from "@/lib/appuntamenti/rules";
import { ContoPrenotazione } from "./conto-prenotazione";

type Props = {
  posizioneId: string;
  prenotazione: string;
  scadeAt: Date;
  adesso: Date;
  /** Opened when the time is over: says so, and leads on. */
  indirizzo: string;
};

/** Until when a time is held, by the clock on the wall; with JavaScript how long that still is. */
export function Scadenza({ posizioneId, prenotazione, scadeAt, adesso, indirizzo }: Props) {
  const t = useTranslations("appuntamenti.prenota.scadenza");
  return (
    <div className="scheda-evidenza mt-6 max-w-text">
      <p className="text-xl font-bold">{t("fino", fineDi(scadeAt, adesso))}</p>
      <ContoPrenotazione
        secondi={secondiRimasti({ scadeAt }, adesso)}
        campi={{ posizione: posizioneId, prenotazione, scade: scadeAt.toISOString() }}
        lascia={lasciaOrarioAction}
        indirizzo={indirizzo}
        testi={{
          restano: t.raw("restano") as string,
          minuti: t.raw("minuti") as string,
          minuto: t("minuto"),
          finito: t("finito"),
          scegli: t("scegli"),
        }}
      />
      <p className="minore mt-1">{t("poi")}</p>
    </div>
  );
}
