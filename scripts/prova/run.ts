import { mkdirSync } from "node:fs";
import { Impedimento } from "../avvio/files";
import { type Outcome, PROVE, type Step } from "./outcome";
import { steps } from "./steps";

/** Runs the steps in order, to the end; the last line tells the tests. @returns the exit code */
export async function runProve({ rapido }: { rapido: boolean }): Promise<number> {
  mkdirSync(PROVE, { recursive: true });
  const failedSteps = new Set<string>();
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  for (const step of steps.filter(({ quick }) => quick || !rapido)) {
    process.stdout.write(`${step.name.padEnd(24, ".")} `);
    const started = Date.now();
    const outcome = await attempt(step, failedSteps);
    if (outcome.failed) failedSteps.add(step.name);
    passed += outcome.passed;
    failed += outcome.failed;
    skipped += outcome.skipped ?? 0;
    const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6);
    console.log(
      `${seconds} s  ${outcome.failed ? "NON SUPERATO" : "superato"}${outcome.note ? ` (${outcome.note})` : ""}`,
    );
    if (outcome.failed && outcome.output) console.log(`\n${indent(outcome.output)}\n`);
  }
  console.log(failedSteps.size ? `\nDa rivedere: ${[...failedSteps].join(", ")}.\n` : "");
  console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
  return failed ? 1 : 0;
}

async function attempt(step: Step, failedSteps: Set<string>): Promise<Outcome> {
  if (step.needs && failedSteps.has(step.needs)) {
    return { passed: 0, failed: 1, note: `non eseguito: prima serve "${step.needs}"` };
  }
  try {
    return await step.run();
  } catch (error) {
    const output = error instanceof Impedimento ? error.message : String((error as Error).stack);
    return { passed: 0, failed: 1, output };
  }
}

const indent = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
