import type { DelegaElencata } from "@/lib/deleghe/queries";

/** Who holds it, as a person reads it: the archive may know no name yet. */
export function nomeDelegato({ delega, intermediario, delegato }: DelegaElencata): string {
  if (intermediario) return intermediario.denominazione;
  return delegato ? `${delegato.nome} ${delegato.cognome}` : (delega.delegatoCodiceFiscale ?? "");
}
