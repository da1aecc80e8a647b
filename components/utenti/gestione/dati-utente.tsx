import { useTranslations } from "next-intl";
import { Dati } from "@/components/ui/dati";
import { formatIstante } from "@/lib/dates";
import type { SchedaUtente } from "@/lib/utenti/gestione/queries";
import { Segni } from "./elenco-utenti";

/** Who it is, and whether they can log in. */
export function DatiUtente({ utente }: { utente: SchedaUtente }) {
  const t = useTranslations("utenti.gestione");
  const tc = useTranslations("comune");
  const { codiceFiscale, cognome, pinIniziale, creatoAt, sospesoAt, ultimoAccesso } = utente;
  return (
    <section className="scheda mt-6">
      <Segni sospeso={sospesoAt !== null} pinIniziale={pinIniziale} />
      {cognome === null && <p className="minore mt-2">{t("senzaNome")}</p>}
      <Dati
        mancante={tc("nonIndicato")}
        righe={[
          [t("codiceFiscale"), codiceFiscale],
          [
            t("stato"),
            sospesoAt ? t("sospesoDal", { quando: formatIstante(sospesoAt, "lungo") }) : t("attivo"),
          ],
          [t("pin"), t(pinIniziale ? "pinDaCambiare" : "pinSuo")],
          [t("ultimoAccesso"), ultimoAccesso ? formatIstante(ultimoAccesso, "lungo") : t("maiEntrato")],
          [t("creato"), formatIstante(creatoAt, "lungo")],
        ]}
      />
    </section>
  );
}
