/** An argomento's codice may have 40 characters; two more tell apart those that would have the same. */
const LUNGHEZZA = 38;
export const TERMINE_MASSIMO = 180;

/** What a new argomento is called in addresses and tables: its name in small letters, like no other's. */
export function codiceDi(nome: string, presi: readonly string[]): string {
  const parole = nome
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, "_")
    .slice(0, LUNGHEZZA)
    .replaceAll(/^_+|_+$/g, "");
  const base = parole.length < 2 ? "argomento" : parole;
  const tutti = [base, ...[..."bcdefghijklmnopqrstuvwxyz"].map((lettera) => `${base}_${lettera}`)];
  return tutti.find((codice) => !presi.includes(codice)) ?? base;
}
