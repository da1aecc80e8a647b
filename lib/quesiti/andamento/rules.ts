/** The drawing of answer times: bars over months. The table beside it says the same in figures. */

export const ALTEZZA = 160;
/** Room for one month: its two bars and the gap to the next. */
export const PASSO = 48;

/** The top of the scale: 5, or the next ten. */
export function cimaDi(valori: readonly (number | null)[]): number {
  const massimo = Math.max(1, ...valori.map((valore) => valore ?? 0));
  if (massimo <= 5) return 5;
  return Math.ceil(massimo / 10) * 10;
}

/** Height of a bar; what took less than a day is still seen. */
export const altezzaDi = (valore: number, cima: number): number =>
  Math.max(2, Math.round((valore / cima) * ALTEZZA));
