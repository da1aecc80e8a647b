import type { Scelta } from "@/lib/appuntamenti/giornata/input";

/** Where the day of a sede is seen; what is null is left out. */
export function indirizzoGiornata(scelta: Partial<Scelta>): string {
  const query = queryGiornata(scelta);
  return query ? `/sede/appuntamenti?${query}` : "/sede/appuntamenti";
}

export function queryGiornata(scelta: Partial<Scelta>): string {
  const query = new URLSearchParams();
  for (const nome of ["data", "esperto", "stato"] as const) {
    const valore = scelta[nome];
    if (valore) query.set(nome, valore);
  }
  return query.toString();
}
