/**
 * Whether a codice fiscale is well written (DM 23-12-1976): 16 characters, omocodia variants too, or 11 digits for
 * bodies and provisional ones. Never compared with a name or a birth: the assigned one rules, whatever it spells.
 */

export type DifettoCodiceFiscale = "lunghezza" | "caratteri" | "carattere_di_controllo";

const PERSONA = /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/;
const NUMERICO = /^[0-9]{11}$/;

// What a character in 1st, 3rd, 5th… place is worth, A to Z; a digit is worth as the letter of the same rank.
const VALORI_DISPARI = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

export function normalizeCodiceFiscale(text: string): string {
  return text.replace(/\s+/g, "").toUpperCase();
}

export function isCodiceFiscale(text: string): boolean {
  return codiceFiscaleFault(text) === null;
}

export function codiceFiscaleFault(text: string): DifettoCodiceFiscale | null {
  if (text.length !== 16 && text.length !== 11) return "lunghezza";
  const persona = text.length === 16;
  if (!(persona ? PERSONA : NUMERICO).test(text)) return "caratteri";

  const expected = persona ? checkLetter(text) : checkDigit(text);
  return text.at(-1) === expected ? null : "carattere_di_controllo";
}

/** "RSS••••••••••••U": enough for its owner to know it, too little for anybody else. */
export function maskCodiceFiscale(codiceFiscale: string): string {
  return codiceFiscale.replace(/(?<=^.{3,}).(?=.)/gu, "•");
}

function checkLetter(codiceFiscale: string): string {
  let sum = 0;
  for (let index = 0; index < 15; index++) {
    const code = codiceFiscale.charCodeAt(index);
    const rank = code < 65 ? code - 48 : code - 65;
    sum += index % 2 === 0 ? (VALORI_DISPARI[rank] ?? 0) : rank;
  }
  return String.fromCharCode(65 + (sum % 26));
}

// Luhn, as for the partita IVA.
function checkDigit(codiceFiscale: string): string {
  let sum = 0;
  for (let index = 0; index < 10; index++) {
    const digit = Number(codiceFiscale[index]);
    const doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += index % 2 === 0 ? digit : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}
