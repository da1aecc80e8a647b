import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { ROOT } from "./files";
import { waitForExit } from "./processes";
import type { Run } from "./world";

/** How a child says "trying again is no use": its line is already printed. */
const SENZA_RIMEDIO = 98;
const MORTI_RAPIDE_MASSIME = 5;
/** A child that lived this long was not in a crash loop. */
const VITA_BUONA_MS = 30_000;
const PAZIENZA_MS = 12_000;

type Member = { name: string; args: string[]; env: NodeJS.ProcessEnv; child?: ChildProcess; deaths: number };

/** Starts the web process and the worker, starts them again when they die, stops them in order. */
export class Keeper {
  private members: Member[] = [];
  private stopping = false;

  constructor(private readonly run: Run) {}

  start(settings: Record<string, string>): void {
    const { DATABASE_OWNER_URL, ...webSettings } = settings;
    const common = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" } as NodeJS.ProcessEnv;
    delete common.DATABASE_OWNER_URL;
    const env = { ...common, NODE_ENV: this.run.dev ? "development" : "production" } as const;
    this.keep("server web", ["scripts/server.mjs", ...(this.run.dev ? ["--dev"] : [])], {
      ...env,
      ...webSettings,
      // It may hold a password, and only the worker sends.
      SMTP_URL: undefined,
    });
    if (!DATABASE_OWNER_URL) {
      this.run.say("Senza DATABASE_OWNER_URL i lavori (pulizia e posta) non partono.");
      return;
    }
    const typescript = ["--conditions=react-server", "--import", "tsx"];
    const CASSETTO_DATI = this.run.folder;
    this.keep("lavori", [...typescript, "scripts/lavori.ts"], { ...env, ...settings, CASSETTO_DATI });
  }

  /** The web process first: while it finishes its requests, everything behind it must still be there. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const { child } of this.members) {
      if (!child?.pid || child.exitCode !== null || child.signalCode !== null) continue;
      child.kill("SIGTERM");
      if (!(await waitForExit(child, PAZIENZA_MS))) child.kill("SIGKILL");
    }
  }

  private keep(name: string, args: string[], env: NodeJS.ProcessEnv): void {
    const member = { name, args, env, deaths: 0 };
    this.members.push(member);
    this.spawn(member);
  }

  private spawn(member: Member): void {
    const born = Date.now();
    // In its own process group: Ctrl-C must reach it from us, in order, and not from the terminal.
    const child = spawn(process.execPath, member.args, {
      cwd: path.resolve(ROOT),
      env: member.env,
      detached: true,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    member.child = child;
    child.on("error", () => undefined);
    child.once("exit", (code, signal) => {
      if (this.stopping || code === 0) return;
      if (code === SENZA_RIMEDIO) return this.run.giveUp(`Il processo ${member.name} non può partire.`);
      member.deaths = Date.now() - born > VITA_BUONA_MS ? 1 : member.deaths + 1;
      if (member.deaths >= MORTI_RAPIDE_MASSIME) {
        return this.run.giveUp(
          `Il processo ${member.name} continua a fermarsi (${signal ?? code}): mi fermo anch'io.`,
        );
      }
      const wait = 250 * 2 ** (member.deaths - 1);
      this.run.say(`Il processo ${member.name} si è fermato (${signal ?? code}): lo riavvio fra ${wait} ms.`);
      setTimeout(() => this.stopping || this.spawn(member), wait);
    });
  }
}
