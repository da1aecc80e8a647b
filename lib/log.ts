import { randomBytes } from "node:crypto";
import pino from "pino";
import { env } from "./env";
import { describeError, redact } from "./redaction.mjs";

const NEVER = [
  "codiceFiscale",
  "pin",
  "nome",
  "cognome",
  "email",
  "pec",
  "telefono",
  "iban",
  "testo",
  "cookie",
];

/**
 * JSON lines on stdout. One rule: never a personal value; ids, counts, codes and durations only. What follows
 * is the net under that rule, not a leave to break it.
 */
export const log = pino(
  {
    level: env.NODE_ENV === "test" ? "silent" : "info",
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: NEVER.flatMap((name) => [name, `*.${name}`]), censor: "[omesso]" },
    serializers: { err: (error: unknown) => describeError(error) },
  },
  { write: (line: string) => process.stdout.write(redact(line)) },
);

/** Records something unforeseen. @returns the reference to show to the person it happened to */
export function logError(error: unknown, context: Record<string, unknown> = {}): string {
  const riferimento = randomBytes(4).toString("hex");
  log.error({ ...context, riferimento, err: error }, "errore imprevisto");
  return riferimento;
}
