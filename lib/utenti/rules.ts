// The PIN: 8 characters, letters and digits, upper and lower case alike (domain 6.2). The institute's own
// PIN ended in 2021-2024: here it is the first provider of two (docs/decisioni/0007-pin.md).
export const LUNGHEZZA_PIN = 8;

export type DifettoPin = "forma" | "banale" | "uguale_al_precedente" | "nel_codice_fiscale";

/** Why a PIN cannot be chosen; null: it can. `precedente` is the one it would replace. */
export function whyNotPin(pin: string, precedente: string, codiceFiscale: string): DifettoPin | null {
  const nuovo = pin.toUpperCase();
  if (!/^[A-Z0-9]{8}$/.test(nuovo) || !/[A-Z]/.test(nuovo) || !/[0-9]/.test(nuovo)) return "forma";
  if (new Set(nuovo).size < 4) return "banale";
  if (nuovo === precedente.toUpperCase()) return "uguale_al_precedente";
  if (codiceFiscale.includes(nuovo)) return "nel_codice_fiscale";
  return null;
}
