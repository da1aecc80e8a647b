import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import path from "node:path";
import { ROOT } from "../avvio/files";
import { environmentWithoutSettings } from "../avvio/steps";
import { type Outcome, PROVE } from "./outcome";

const CODA = 40_000;
const running = new Set<ChildProcess>();

// Nothing that was started here outlives us: whoever interrupts us interrupts it too.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    // Not SIGTERM: Playwright takes its world down only for a Ctrl-C.
    for (const child of running) child.kill("SIGINT");
    setTimeout(() => process.exit(130), running.size ? 15_000 : 0);
    for (const child of running) child.once("close", () => process.exit(130));
  });
}

/** Runs `node ARGS` in a world without settings. @returns its exit code and the end of what it printed */
export function runNode(
  args: string[],
  extra: Record<string, string> = {},
): Promise<{ code: number; output: string }> {
  const env = { ...environmentWithoutSettings(), NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1", ...extra };
  delete (env as Record<string, unknown>).FORCE_COLOR;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: env as unknown as NodeJS.ProcessEnv,
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.add(child);
    const log = createWriteStream(path.join(PROVE, "ultimo-passo.txt"));
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        log.write(chunk);
        output = (output + chunk).slice(-CODA);
      });
    }
    child.once("error", (error) => resolve({ code: 1, output: error.message }));
    child.once("close", (code) => {
      running.delete(child);
      log.end();
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Several commands as one test: passed if all of them are. */
export async function allOf(...commands: string[][]): Promise<Outcome> {
  for (const args of commands) {
    const { code, output } = await runNode(args);
    if (code !== 0) return { passed: 0, failed: 1, output };
  }
  return { passed: 1, failed: 0 };
}

/** The JavaScript that an npm command stands for: no shell, no npx, no network. */
export const tool = (file: string) => path.join("node_modules", file);
