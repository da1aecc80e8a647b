import type { NuovoProfilo } from "./types";

// Where each profilo belongs. The table profili checks the same.

export type DifettoProfilo =
  | "senza_sede"
  | "sede_di_troppo"
  | "senza_intermediario"
  | "intermediario_di_troppo"
  | "esperto_senza_sede";

/** Why there can be no such profilo; null: there can. */
export function whyNotProfilo({ tipo, sede, intermediario, esperto }: NuovoProfilo): DifettoProfilo | null {
  const diSede = tipo === "operatore" || tipo === "responsabile";
  if (diSede && !sede) return "senza_sede";
  if (!diSede && sede) return "sede_di_troppo";
  if (tipo === "intermediario" && !intermediario) return "senza_intermediario";
  if (tipo !== "intermediario" && intermediario) return "intermediario_di_troppo";
  return esperto && !diSede ? "esperto_senza_sede" : null;
}
