import { get } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { Impedimento } from "./files";

const ATTESA_MASSIMA_MS = 120_000;

/** Waits until the service says of itself that it works. */
export async function waitForHealth({ port, signal }: { port: number; signal: AbortSignal }): Promise<void> {
  const deadline = Date.now() + ATTESA_MASSIMA_MS;
  let last = 0;
  while (Date.now() < deadline) {
    signal.throwIfAborted();
    last = await statusOf(port);
    if (last === 200) return;
    await pause(100);
  }
  throw new Impedimento(
    `Il servizio non è pronto dopo due minuti (/api/salute: ${last || "nessuna risposta"}).`,
  );
}

function statusOf(port: number): Promise<number> {
  return new Promise((resolve) => {
    const request = get({ host: "127.0.0.1", port, path: "/api/salute", timeout: 10_000 }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.once("timeout", () => request.destroy());
    request.once("error", () => resolve(0));
  });
}
