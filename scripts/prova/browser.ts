import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright";
import { Impedimento, ROOT } from "../avvio/files";

/** The shell without windows first: it draws the same, and costs less. */
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "google-chrome",
  "google-chrome-stable",
  "chromium-browser",
];
const ELSEWHERE = ["/usr/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** The Chromium to test with: one that is there, else Playwright's, else Debian's. Undefined: Playwright's own. */
export function findBrowser(say: (line: string) => void): string | undefined {
  const present = presentBrowser();
  if (present) return present;
  if (existsSync(chromium.executablePath())) return undefined;

  say("scarico il Chromium di Playwright");
  const cli = path.join(ROOT, "node_modules/playwright/cli.js");
  run(process.execPath, [cli, "install", "chromium"], 300_000);
  if (existsSync(chromium.executablePath())) return undefined;

  if (process.getuid?.() === 0 && run("apt-get", ["--version"], 10_000)) {
    say("installo il chromium di Debian");
    run("apt-get", ["update", "-qq"], 180_000);
    for (const pacchetto of ["chromium-headless-shell", "chromium"]) {
      run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", pacchetto], 600_000);
      const installed = presentBrowser();
      if (installed) return installed;
    }
  }
  throw new Impedimento(
    "Nessun Chromium: indicarne uno con CHROME_PATH, oppure installarlo (npx playwright install chromium).",
  );
}

function presentBrowser(): string | undefined {
  if (process.env.CHROME_PATH) {
    if (existsSync(process.env.CHROME_PATH)) return process.env.CHROME_PATH;
    throw new Impedimento(`CHROME_PATH indica ${process.env.CHROME_PATH}, che non c'è.`);
  }
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const candidates = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...candidates, ...ELSEWHERE].find((file) => existsSync(file));
}

/** Whether the command ended well, without a word of its own. */
export function run(command: string, args: string[], timeout: number): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" } as NodeJS.ProcessEnv;
  return spawnSync(command, args, { stdio: "ignore", timeout, env }).status === 0;
}
