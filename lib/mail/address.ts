/** What a browser takes for a mail address, less the quotes nobody uses: one recipient, one line, nothing else. */
const INDIRIZZO = /^[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]+@[A-Za-z0-9.-]+$/;
/** RFC 5321, 4.5.3.1.3, less the angle brackets. */
export const LUNGHEZZA_MASSIMA = 254;

/** Whether `text` may stand in a `To` header. The table posta checks the same. */
export function isMailAddress(text: string): boolean {
  return text.length <= LUNGHEZZA_MASSIMA && INDIRIZZO.test(text);
}
