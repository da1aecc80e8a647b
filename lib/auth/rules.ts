// How long a session lasts (design 2.4). The same two limits stand in the SQL function
// sessione_corrente(), which decides; a test compares them.
export const INATTIVITA_MASSIMA_MINUTI = 15;
export const DURATA_MASSIMA_ORE = 12;
/** How long before the end of an idle session its person is told (login.gov: 150 s). */
export const PREAVVISO_SECONDI = 150;

/** A path of this site to go back to after the login; anything else becomes null. */
export function safeReturnPath(value: unknown): string | null {
  if (typeof value !== "string" || value.length > 500) return null;
  // A second slash or a backslash would make it another host's address.
  if (!/^\/(?![/\\])[A-Za-z0-9/_.~?=&%-]*$/.test(value)) return null;
  return /^\/(accesso|esci|api)(\/|\?|$)/.test(value) ? null : value;
}
