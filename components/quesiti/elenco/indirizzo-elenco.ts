import { type Cursore, encodeCursore, type FiltroQuesiti } from "@/lib/quesiti/elenco/input";

/** The address of the list with these choices; what is as usual is left out. */
export function indirizzoElenco(percorso: string, { dopo: _, ...scelta }: FiltroQuesiti, dopo: Cursore) {
  const query = new URLSearchParams();
  for (const [nome, valore] of Object.entries(scelta)) if (valore) query.set(nome, valore);
  query.set("dopo", encodeCursore(dopo));
  return `${percorso}?${query}`;
}
