/** Going from one drawer to another: who may, where it leads, what is offered first. */
import type { TipoProfilo } from "@/db/schema/utenti";
import { areaOf, mayEnter } from "@/lib/auth/route-access";
import type { Viewer } from "@/lib/auth/viewer";

/** The pages of a drawer that every other one has, by the first part after the drawer's id. */
const PAGINE_COMUNI = [
  ...["anagrafica", "rapporti", "pagamenti", "comunicazioni", "appuntamenti"],
  ...["accessi", "deleghe", "delega"],
];

/**
 * The same page of another drawer, as what follows `/cassetto/P`: a single rapporto, quesito or appuntamento, or one
 * being written, leads to the list; a page that the profilo which opens the other drawer has not, to the panoramica.
 * @param percorso any path of this site
 */
export function paginaCorrispondente(percorso: string, profilo: TipoProfilo | null): string {
  const parte = /^\/cassetto\/[^/?#]+\/([a-z]+)/.exec(percorso)?.[1];
  const area = parte && PAGINE_COMUNI.includes(parte) ? areaOf(`/cassetto/P/${parte}`) : null;
  return area && mayEnter(area, profilo) ? `/${parte}` : "";
}

/** How many drawers the dialog that changes the drawer offers at once. */
export const OFFERTI_MASSIMI = 8;

/**
 * Where a viewer who may open more than one drawer changes it: among those of others, or, since a datore's profilo
 * opens only their own, by another profilo first. Null: there is nothing to change.
 */
export function cambioOf({
  profilo,
  propria,
  altrui,
  profiliCount,
}: Pick<Viewer, "profilo" | "propria" | "altrui" | "profiliCount">): "cassetto" | "profilo" | null {
  if (profilo?.tipo === "datore") return propria && profiliCount > 1 ? "profilo" : null;
  return altrui > 1 || (altrui === 1 && propria) ? "cassetto" : null;
}

/**
 * What is offered before anything is typed: the drawers opened last; all, after them, where all find room; the first
 * ones where none was opened yet.
 * @param primi the first by name, one more than find room if there are more
 */
export function offertiSenzaRicerca<T extends { id: string }>(
  recenti: readonly T[],
  primi: readonly T[],
): { deleganti: T[]; recenti: number } {
  const fill = recenti.length === 0 || primi.length <= OFFERTI_MASSIMI;
  const others = fill ? primi.filter(({ id }) => !recenti.some((recente) => recente.id === id)) : [];
  return { deleganti: [...recenti, ...others].slice(0, OFFERTI_MASSIMI), recenti: recenti.length };
}
