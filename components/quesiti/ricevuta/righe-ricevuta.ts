import type { useTranslations } from "next-intl";
import { formatIndirizzo } from "@/components/ui/indirizzo";
import { formatData, formatIstante } from "@/lib/dates";
import type { Ricevuta } from "@/lib/quesiti/ricevuta/queries";

type T = ReturnType<typeof useTranslations<never>>;

/** What a receipt says, as names and values: the page and the PDF say the same. */
export function righeRicevuta(t: T, ricevuta: Ricevuta): (readonly [string, string])[] {
  const { protocollo, inviatoAt, sede, chi, perConto, profilo, quesito, datore } = ricevuta;
  const nome = perConto ? t("quesiti.perConto", { chi, conto: perConto }) : chi;
  return [
    [t("quesiti.ricevuta.protocollo"), protocollo],
    [
      t("quesiti.ricevuta.registrato"),
      t("quesiti.ricevuta.ora", { quando: formatIstante(inviatoAt, "esteso") }),
    ],
    [t("quesiti.ricevuta.sede"), [sede.denominazione, formatIndirizzo(sede)].filter(Boolean).join(", ")],
    [t("quesiti.ricevuta.inviatoDa"), `${nome} (${t(`utenti.tipi.${profilo}`).toLowerCase()})`],
    ...(profilo === "datore" ? [] : [[t("quesiti.ricevuta.perIlDatore"), datore] as const]),
    [t("quesiti.ricevuta.oggetto"), ricevuta.oggetto],
    [t("quesiti.ricevuta.argomento"), `${ricevuta.categoria}: ${ricevuta.argomento.toLowerCase()}`],
    [
      t("quesiti.ricevuta.riguarda"),
      ricevuta.rapporto
        ? t("quesiti.rapportoCodice", { codice: ricevuta.rapporto })
        : t("quesiti.tuttaLaPosizione"),
    ],
    ...(quesito === protocollo ? [] : [[t("quesiti.ricevuta.quesito"), quesito] as const]),
    [t("quesiti.ricevuta.entro"), formatData(ricevuta.termine, "esteso")],
  ];
}
