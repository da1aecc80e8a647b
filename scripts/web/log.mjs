import { describeError, redact } from "../../lib/redaction.mjs";

/** One JSON line on stdout, as lib/log.ts writes them. */
export function logLine(level, details, msg) {
  const line = JSON.stringify({ level, time: new Date().toISOString(), ...details, msg });
  process.stdout.write(`${redact(line)}\n`);
}

/**
 * Next and React print errors as they are, and an SQL error's text quotes the values of the query: of what
 * goes to the console, only plain words and a description of each error are written.
 */
export function tameConsole() {
  const levels = { log: "info", info: "info", debug: "debug", warn: "warn", error: "error" };
  for (const [name, level] of Object.entries(levels)) {
    console[name] = (...args) => {
      const words = args
        .filter((arg) => typeof arg === "string")
        .join(" ")
        .slice(0, 500);
      const error = args.find((arg) => arg instanceof Error);
      logLine(level, { origine: "next", ...(error ? { err: describeError(error) } : {}) }, words);
    };
  }
}
