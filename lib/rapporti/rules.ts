import type { Rapporto } from "@/db/schema/rapporti";

type Elencato = Pick<Rapporto, "codice" | "stato"> & { nome: string; cognome: string };

/** The rapporti of one state (any, when null) whose worker or codice holds every word searched for. */
export function filterRapporti<R extends Elencato>(
  rapporti: readonly R[],
  stato: string | null,
  cerca: string,
): R[] {
  const words = plain(cerca).split(" ").filter(Boolean);
  return rapporti.filter((rapporto) => {
    if (stato && rapporto.stato !== stato) return false;
    const text = plain(`${rapporto.nome} ${rapporto.cognome} ${rapporto.codice}`);
    return words.every((word) => text.includes(word));
  });
}

/** Lower case, without accents, apostrophes and double spaces: `D'Amicò` is found by `damico`. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}
