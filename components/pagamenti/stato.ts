import { CircleAlert, CircleCheck, Clock, ClockAlert, Contrast, type LucideIcon, Pause } from "lucide-react";
import type { Tono } from "@/components/ui/tag";
import type { StatoContributo } from "@/lib/pagamenti/rules";

/** The sign and the colour of each state; its words stand in messages/it.json. */
export const ASPETTO: Record<StatoContributo, { tono: Tono; icon: LucideIcon }> = {
  pagato: { tono: "verde", icon: CircleCheck },
  pagato_in_ritardo: { tono: "verde", icon: ClockAlert },
  pagato_in_parte: { tono: "arancio", icon: Contrast },
  in_scadenza: { tono: "blu", icon: Clock },
  scaduto: { tono: "rosso", icon: CircleAlert },
  sospeso: { tono: "grigio", icon: Pause },
};

/** An 18-digit notice in groups of four, as it is printed. */
export const formatAvviso = (codice: string) => codice.replace(/(\d{4})(?=\d)/g, "$1 ");
