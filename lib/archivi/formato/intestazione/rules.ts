import type { Formato } from "../../types";
import { headerOf } from "../rules";

/** Why a file's first line is not the one agreed, in Italian; null: it is. */
export function headerFault(formato: Formato, found: string[] | undefined): string | null {
  const expected = headerOf(formato);
  const file = `${formato.nome}.csv`;
  if (!found) return `${file}: manca la riga di intestazione`;

  for (const [index, nome] of expected.entries()) {
    const actual = found[index];
    if (actual === nome) continue;
    const at = `${file}: intestazione errata, colonna ${index + 1}`;
    return actual === undefined ? `${at}: manca "${nome}"` : `${at}: "${cut(actual)}" invece di "${nome}"`;
  }
  if (found.length > expected.length) {
    return `${file}: intestazione errata, colonna ${expected.length + 1}: "${cut(found[expected.length] ?? "")}" non prevista`;
  }
  return null;
}

const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
