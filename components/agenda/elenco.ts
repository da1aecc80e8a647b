/** Several names as one phrase: only the first begins with a capital. */
export const elenco = (nomi: readonly string[]): string =>
  nomi.map((nome, index) => (index === 0 ? nome : nome.charAt(0).toLowerCase() + nome.slice(1))).join(", ");

/** `09:00` as people write it. */
export const oraBreve = (ora: string): string => ora.replace(/^0/, "");
