import { type Cursore, encodeCursore, type FiltroAppuntamenti } from "@/lib/appuntamenti/elenco/input";

/** The address of the list with these choices; what is as usual is left out. */
export function indirizzoElenco(percorso: string, { dopo: _, ...scelta }: FiltroAppuntamenti, dopo: Cursore) {
  const query = new URLSearchParams();
  for (const [nome, valore] of Object.entries(scelta)) if (valore) query.set(nome, valore);
  query.set("dopo", encodeCursore(dopo));
  return `${percorso}?${query}`;
}
