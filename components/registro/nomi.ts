import { useTranslations } from "next-intl";
import { TIPI_PROFILO } from "@/lib/utenti/gestione/input";
import type messages from "@/messages/it.json";

export type EventoIstituto = keyof typeof messages.registro.eventi;

const DI_PROFILO = ["utente_creato", "profilo_dato", "profilo_tolto"];

/** What an event was about, in words: the register keeps a profilo as `operatore 100000 esperto`. */
export function useOggettoEvento() {
  const t = useTranslations("registro");
  const tu = useTranslations("utenti.tipi");
  return (evento: string, oggetto: string | null): string | null => {
    if (oggetto === null || !DI_PROFILO.includes(evento)) return oggetto;
    const [parola, ...luogo] = oggetto.split(" ");
    const tipo = TIPI_PROFILO.find((uno) => uno === parola);
    const dove = luogo.map((parte) => (parte === "esperto" ? t("esperto") : parte));
    return tipo ? [tu(tipo), ...dove].join(", ") : oggetto;
  };
}
