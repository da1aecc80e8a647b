import { type Cursore, encodeCursore, type FiltroDeleganti } from "@/lib/deleghe/deleganti/input";
import { sealCerca } from "@/lib/ricerca";

/** The address of the desk with these choices; what is as usual is left out. */
export function indirizzoElenco(
  { cerca, filtro, ordine, gruppo, da }: Partial<FiltroDeleganti>,
  dopo?: Cursore,
  percorso = "/deleganti",
): string {
  const query = new URLSearchParams();
  if (cerca) query.set("cerca", sealCerca(cerca));
  if (filtro) query.set("filtro", filtro);
  if (ordine && ordine !== "nome") query.set("ordine", ordine);
  if (gruppo) query.set("gruppo", gruppo);
  if (da) query.set("da", da);
  if (dopo) query.set("dopo", encodeCursore(dopo));
  return query.size > 0 ? `${percorso}?${query}` : percorso;
}
