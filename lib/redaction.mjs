// Plain JavaScript, because scripts/server.mjs runs outside the bundle and needs it too.

/**
 * What the shape alone gives away as somebody's: codici fiscali, IBANs, mail addresses.
 * @type {[RegExp, string][]}
 */
const PERSONAL = [
  [/\b[A-Z]{6}[0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]\b/gi, "[omesso]"],
  [/\bIT\d{2}[A-Z]\d{10}[0-9A-Z]{12}\b/gi, "[omesso]"],
  [/[^\s@<>"'\\]+@[^\s@<>"'\\]+\.[a-z]{2,}/gi, "[omesso]"],
  [/\b\d{11}\b/g, "99999999999"],
  // The address of an esperto's calendar is its key.
  [/(\/calendario\/)[^\s"?#\\]+/g, "$1…"],
  // drizzle's errors end with the values of the query.
  [/\bparams: [^"\n]*/g, "params: [omesso]"],
];

/** Messages of these are written by the engine about the program, not about a person. */
const TELLING = new Set(["TypeError", "ReferenceError"]);

/**
 * @param {string} text
 * @returns {string} the text without what looks personal; JSON stays JSON
 */
export function redact(text) {
  return PERSONAL.reduce((rest, [shape, instead]) => rest.replace(shape, instead), text);
}

/**
 * What may be written of an error: an SQL error's message quotes values, so kind, code and place must do.
 * @param {unknown} error
 * @returns {Record<string, unknown>}
 */
export function describeError(error, depth = 0) {
  if (!(error instanceof Error)) return { nome: typeof error };
  const { name, message, stack, cause, code, digest, constraint_name, table_name } =
    /** @type {Error & Record<string, unknown>} */ (error);
  const place = (stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    nome: name,
    messaggio: TELLING.has(name) ? redact(message) : undefined,
    codice: code,
    digest,
    tabella: table_name,
    vincolo: constraint_name,
    dove: place.slice(0, 8).map((line) => line.trim()),
    causa: cause instanceof Error && depth < 3 ? describeError(cause, depth + 1) : undefined,
  };
}
