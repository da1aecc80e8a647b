import { type Cursore, encodeCursore, type FiltroCoda } from "@/lib/quesiti/lavorazione/coda/input";
import { sealCerca } from "@/lib/ricerca";

/** The address of the queue with these choices; what is as usual is left out. */
export function indirizzoCoda(
  { vista, cerca, categoria, stato, collega }: Partial<FiltroCoda>,
  dopo?: Cursore,
): string {
  const query = new URLSearchParams();
  if (vista && vista !== "da_assegnare") query.set("vista", vista);
  if (cerca) query.set("cerca", sealCerca(cerca));
  if (categoria) query.set("categoria", categoria);
  if (stato) query.set("stato", stato);
  if (collega) query.set("collega", collega);
  if (dopo) query.set("dopo", encodeCursore(dopo));
  return query.size > 0 ? `/sede/comunicazioni?${query}` : "/sede/comunicazioni";
}
