// A process of its own for lib/quesiti/uccisioni.itest.ts, which kills it: sends what it is told to, one after the other.
// Reads what to send as JSON, and the job worker's connection from WORKER_URL; says "pronto" when it begins.
import type { Invio } from "./mondo-invii";

const invii = JSON.parse(process.argv[2] ?? "[]") as Invio[];
const { again, openWorker } = await import("./mondo-invii");
const worker = openWorker(process.env.WORKER_URL ?? "");
// The first connections cost more than what is to be interrupted.
const nessuno = { sessione: null, posizione: null };
const niente = { contesto: nessuno, bozza: crypto.randomUUID(), quesito: "", email: "" };
for (const atto of ["quesito", "risposta"] as const) await again({ ...niente, atto }, worker);
process.stdout.write("pronto");
for (const invio of invii) await again(invio, worker);
process.stdout.write("finito");
