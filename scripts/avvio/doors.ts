import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** Connecting to a server that has just started: no long waits. */
export const openDoor = { connect_timeout: 10 };

/** A port nobody listens on, from the system's own range (so never 5432). */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** Whether the web server can listen on `port`, now or within `patience` milliseconds. */
export async function isPortFree(port: number, patience: number): Promise<boolean> {
  for (const deadline = Date.now() + patience; ; await pause(200)) {
    const free = await canListen(port);
    if (free || Date.now() >= deadline) return free;
  }
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}
