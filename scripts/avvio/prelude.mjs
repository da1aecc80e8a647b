// Plain JavaScript on Node's own modules: all this runs before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const NODE_MINIMO = [20, 9];

/** Ends with one line and exit code 1. @param {string} line @returns {never} */
export function refuse(line) {
  console.error(line);
  process.exit(1);
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [wantMajor = 0, wantMinor = 0] = NODE_MINIMO;
  if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return;
  refuse(`Serve Node ${NODE_MINIMO.join(".")} o più recente: questo è ${process.versions.node}.`);
}

/** Installs what package-lock.json names, unless that very list was installed already. */
export function installDependencies() {
  const lock = createHash("sha256")
    .update(readFileSync(path.join(ROOT, "package-lock.json")))
    .digest("hex");
  const mark = path.join(ROOT, "node_modules/.cassetto-lock");
  if (existsSync(mark) && readFileSync(mark, "utf8") === lock) return;
  console.log("Installo le dipendenze (npm ci), la prima volta ci vuole qualche minuto...");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status } = spawnSync(npm, ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0)
    refuse("L'installazione delle dipendenze non è riuscita (npm ci): vedere le righe qui sopra.");
  writeFileSync(mark, lock);
}

/**
 * One start at a time in a clone. @returns {number | null} the process that holds the lock, null if it is ours now.
 */
export function takeLock(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    for (;;) {
      try {
        linkSync(draft, file);
        break;
      } catch (error) {
        if (error.code !== "EEXIST") throw error;
        const holder = lockHolder(file);
        if (holder) return holder;
        rmSync(file, { force: true });
      }
    }
  } finally {
    rmSync(draft, { force: true });
  }
  // Two that found the same dead holder at once may each have removed the other's: the last one stands.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  const holder = lockHolder(file);
  return holder === process.pid ? null : holder;
}

export function releaseLock(file) {
  if (readPid(file) === process.pid) rmSync(file, { force: true });
}

/** The living start that holds the lock: a number alone proves nothing, the system gives it to others later. */
export function lockHolder(file) {
  const pid = readPid(file);
  if (!pid || pid === process.pid) return pid;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return null;
  }
  const command = `/proc/${pid}/cmdline`;
  if (!existsSync("/proc/self/cmdline")) return pid;
  return existsSync(command) && readFileSync(command, "utf8").includes("start.mjs") ? pid : null;
}

function readPid(file) {
  try {
    return Number(readFileSync(file, "utf8")) || null;
  } catch {
    return null;
  }
}
