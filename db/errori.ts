/** PostgreSQL's code of what went wrong, also when drizzle has wrapped it. */
export function codeOf(error: unknown): unknown {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return code ?? (cause instanceof Error ? codeOf(cause) : undefined);
}
