// How long a session lasts (design 2.4). The same two limits stand in the SQL function
// sessione_corrente(), which decides; a test compares them.
export const INATTIVITA_MASSIMA_MINUTI = 15;
export const DURATA_MASSIMA_ORE = 12;
/** How long before the end of an idle session its person is told (login.gov: 150 s). */
export const PREAVVISO_SECONDI = 150;

/** A path of this site to go back to after the login; anything else becomes null. */
export function safeReturnPath(value: unknown): string | null {
  if (typeof value !== "string" || value.length > 500) return null;
  if (!/^\/[A-Za-z0-9/_.~?=&%-]*$/.test(value)) return null;
  // Two slashes are another host's address, and browsers find them behind `..` too.
  const path = value.split("?", 1)[0] ?? "";
  if (path.includes("//") || new URL(value, "http://x").pathname !== path) return null;
  return /^\/(accesso|esci|api)(\/|\?|$)/.test(value) ? null : value;
}
