/** How near an appuntamento is, as people say it. */
import { addDays, type DataIso, dataInRome } from "@/lib/dates";

/** Null: later, or over. */
export function vicinanzaDi(inizioAt: Date, oggi: DataIso): "oggi" | "domani" | null {
  const giorno = dataInRome(inizioAt);
  if (giorno === oggi) return "oggi";
  return giorno === addDays(oggi, 1) ? "domani" : null;
}
