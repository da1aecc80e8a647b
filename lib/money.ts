/** An amount in integer cents of a euro. */
export type Cents = number;

const MAX_CENTS = 2_147_483_647; // the column is a 32-bit integer
const SPAZIO_UNIFICATORE = "\u00a0";

/** An amount as archives write it: a dot, no sign. Two decimals are the contract; some come with one or none. */
export function parseCents(text: string): Cents | null {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) return null;
  const cents = Number(`${match[1]}${(match[2] ?? "").padEnd(2, "0")}`);
  return cents <= MAX_CENTS ? cents : null;
}

/** "3.896,72 €": thousands always grouped, the euro never alone on the next line. */
export function formatEuro(cents: Cents): string {
  return `${formatDecimal(cents, ".")}${SPAZIO_UNIFICATORE}€`;
}

/** "3896,72": what a spreadsheet set to Italian reads as a number. */
export function formatEuroCsv(cents: Cents): string {
  return formatDecimal(cents, "");
}

function formatDecimal(cents: Cents, separator: string): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  const euro = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, separator);
  return `${cents < 0 ? "-" : ""}${euro},${digits.slice(-2)}`;
}
