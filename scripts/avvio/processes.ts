import { type ChildProcess, execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Impedimento } from "./files";

/** What PostgreSQL's programs get to see of our environment: no PG* variables, no other language. */
export const BARE_ENVIRONMENT = {
  PATH: process.env.PATH,
  LC_ALL: "C",
  TZ: "UTC",
} as unknown as NodeJS.ProcessEnv;

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The command line of a living process; undefined when there is none. Numbers are reused: always look. */
export function commandOf(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  try {
    if (existsSync("/proc/self/cmdline"))
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-ww", "-p", String(pid), "-o", "args="], { encoding: "utf8" });
  } catch {
    return undefined;
  }
}

/** Waits until `child` has ended, for at most `patience` milliseconds. */
export async function waitForExit(child: ChildProcess, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (child.exitCode === null && child.signalCode === null) {
    if (Date.now() >= deadline) return false;
    await pause(20);
  }
  return true;
}

/** Stops the PostgreSQL that an earlier start, killed before it could, left at work on these data. */
export async function stopLeftover(data: string, say: (line: string) => void): Promise<void> {
  const pid = leftoverPid(data);
  if (!pid) return;
  say("Fermo il PostgreSQL lasciato acceso da un avvio interrotto...");
  for (const [signal, patience] of [
    ["SIGINT", 10_000],
    ["SIGQUIT", 5_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EPERM") return;
      throw new Impedimento(
        `PostgreSQL è già acceso su questi dati, per conto di un altro utente (processo ${pid}).`,
      );
    }
    for (const deadline = Date.now() + patience; Date.now() < deadline; await pause(50)) {
      if (leftoverPid(data) !== pid) return;
    }
  }
  throw new Impedimento(`Il PostgreSQL di un avvio precedente (processo ${pid}) non si ferma.`);
}

function leftoverPid(data: string): number | undefined {
  const file = path.join(data, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  return pid > 0 && commandOf(pid)?.includes(`-D ${data} `) ? pid : undefined;
}
