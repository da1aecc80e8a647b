import { findClamd } from "@/lib/jobs/clamd-di-prova";
import { run } from "./browser";

/** Installs clamd where that can be done without asking; elsewhere what is tested with it is counted as skipped. */
export function ensureAntivirus(say: (line: string) => void): void {
  if (findClamd()) return;
  if (process.getuid?.() === 0 && run("apt-get", ["--version"], 10_000)) {
    say("installo il clamav-daemon di Debian");
    run("apt-get", ["update", "-qq"], 180_000);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "clamav-daemon"], 600_000);
  }
  if (!findClamd()) say("clamd non c'è e non si può installare: l'antivirus vero NON è provato");
}
