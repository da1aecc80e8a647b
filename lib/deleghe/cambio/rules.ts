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

/** Whether there is more than one drawer to change between, the own one and others' taken together. */
export const mayCambiare = ({ propria, altrui }: Pick<Viewer, "propria" | "altrui">): boolean =>
  altrui + (propria ? 1 : 0) > 1;

/** The own drawer, at the page that answers to where one is; null: there is none. */
export const proprioCassetto = (propria: string | null, percorso: string): string | null =>
  propria && `/cassetto/${propria}${paginaCorrispondente(percorso, "datore")}`;

type Scrivania<T> = { tipo: TipoProfilo; recenti: readonly T[]; primi: readonly T[] };
type Offerto<T> = T & { pagina: string };

/**
 * The drawers of several desks as one list, none twice: those opened last, latest first, then the others by name. Each
 * with the page of it that answers to `percorso` under the profilo that opens it.
 */
export function unisciScrivanie<T extends { id: string; nome: string; cognome: string; ultimo?: number }>(
  scrivanie: readonly Scrivania<T>[],
  percorso: string,
): { recenti: Offerto<T>[]; primi: Offerto<T>[] } {
  const gather = (which: "recenti" | "primi") => {
    const met = new Set<string>();
    return scrivanie
      .flatMap((desk) =>
        desk[which].map((row) => ({ ...row, pagina: paginaCorrispondente(percorso, desk.tipo) })),
      )
      .filter(({ id }) => !met.has(id) && met.add(id));
  };
  return {
    recenti: gather("recenti").toSorted((a, b) => (b.ultimo ?? 0) - (a.ultimo ?? 0)),
    primi: gather("primi").toSorted(perNome),
  };
}

const italiano = new Intl.Collator("it");
const perNome = (a: { nome: string; cognome: string }, b: { nome: string; cognome: string }) =>
  italiano.compare(a.cognome, b.cognome) || italiano.compare(a.nome, b.nome);

/**
 * What is offered before anything is typed: the drawers opened last, and after them the first by name, as long as there
 * is room.
 * @param primi the first by name, at least as many as find room
 */
export function offertiSenzaRicerca<T extends { id: string }>(
  recenti: readonly T[],
  primi: readonly T[],
): { deleganti: T[]; recenti: number } {
  const others = primi.filter(({ id }) => !recenti.some((recente) => recente.id === id));
  return { deleganti: [...recenti, ...others].slice(0, OFFERTI_MASSIMI), recenti: recenti.length };
}
