import { spawn } from "node:child_process";
import { Impedimento, ROOT } from "./files";

type Step = { args: string[]; env: Record<string, string | undefined>; signal: AbortSignal; failure: string };

/** Runs `node ARGS`; what it prints is shown only if it fails. @returns its exit code, one of `accepted` */
export function runStep({ args, env, signal, failure }: Step, accepted: number[] = [0]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: env as NodeJS.ProcessEnv,
      stdio: ["ignore", "pipe", "pipe"],
      signal,
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", reject);
    child.once("close", (code) => {
      if (signal.aborted) reject(signal.reason);
      else if (code !== null && accepted.includes(code)) resolve(code);
      else reject(new Impedimento(`${output.trimEnd()}\n${failure}`));
    });
  });
}

/** Our environment without the settings of the service: a build must need none of them. */
export function environmentWithoutSettings(): Record<string, string | undefined> {
  const env: Record<string, string | undefined> = { ...process.env };
  for (const name of [
    "DATABASE_URL",
    "DATABASE_OWNER_URL",
    "NEXTAUTH_SECRET",
    "NEXTAUTH_URL",
    "PIN_PEPPER",
    "CLAMD",
    "OGGI",
  ]) {
    delete env[name];
  }
  return env;
}
