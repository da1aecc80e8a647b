import { type Cursore, encodeCursore, type FiltroQuesiti } from "@/lib/quesiti/elenco/input";
import { sealCerca } from "@/lib/ricerca";

/** The address of the list with these choices; what is as usual is left out. */
export function indirizzoElenco(
  percorso: string,
  { dopo: _, cerca, ...scelta }: FiltroQuesiti,
  dopo: Cursore,
) {
  const query = new URLSearchParams();
  for (const [nome, valore] of Object.entries(scelta)) if (valore) query.set(nome, valore);
  if (cerca) query.set("cerca", sealCerca(cerca));
  query.set("dopo", encodeCursore(dopo));
  return `${percorso}?${query}`;
}
