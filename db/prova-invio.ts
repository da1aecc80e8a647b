// A process of its own for lib/quesiti/uccisioni.itest.ts, which kills it: sends what it is told to, one after the other.
// Reads the contesto and the bozze as JSON; says "pronto" when it begins.
import type { Contesto } from "./client";

const invii = JSON.parse(process.argv[2] ?? "[]") as { contesto: Contesto; bozza: string }[];
const { sendBozza } = await import("@/lib/quesiti/mutations");
// The first connection costs more than what is to be interrupted.
await sendBozza({ sessione: null, posizione: null }, crypto.randomUUID());
process.stdout.write("pronto");
for (const { contesto, bozza } of invii) await sendBozza(contesto, bozza);
process.stdout.write("finito");
