import type { AsyncLocalStorage } from "node:async_hooks";

/** What scripts/server.mjs wants to know of a request once it is answered. */
type Richiesta = { nonDisponibile: boolean };

/** Turns the answer to the request under way into a 503 "nothing was lost". */
export function markNonDisponibile(): void {
  const storage = (globalThis as Record<symbol, unknown>)[Symbol.for("cassetto.richiesta")];
  const richiesta = (storage as AsyncLocalStorage<Richiesta> | undefined)?.getStore();
  if (richiesta) richiesta.nonDisponibile = true;
}
