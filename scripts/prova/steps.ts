import { cpSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureBuild, isBuilt } from "../avvio/build";
import { DATI, Impedimento, ROOT } from "../avvio/files";
import { lockHolder } from "../avvio/prelude.mjs";
import { ensureAntivirus } from "./antivirus";
import { findBrowser } from "./browser";
import { allOf, runNode, tool } from "./commands";
import { type Outcome, PROVE, type Step } from "./outcome";
import { runPlaywright, runVitest } from "./runners";

const BIOME = tool("@biomejs/biome/bin/biome");
const NEXT = tool("next/dist/bin/next");
const TSC = tool("typescript/bin/tsc");

export const steps: Step[] = [
  {
    name: "formato e stile",
    quick: true,
    run: () => allOf([BIOME, "ci", "--colors=off", "--error-on-warnings"]),
  },
  { name: "tipi", quick: true, run: () => allOf([NEXT, "typegen"], [TSC, "--noEmit"]) },
  { name: "architettura", quick: true, run: () => allOf(["scripts/check-architecture.mjs"]) },
  { name: "unità", quick: true, run: () => runVitest("unita") },
  { name: "migrazioni in pari", quick: false, run: checkMigrations },
  { name: "integrazione", quick: false, run: integrate },
  { name: "build", quick: false, run: build },
  { name: "percorsi nel browser", quick: false, needs: "build", run: browse },
];

/** The schema in the code, compared with what the migrations make of it: on a copy, for nothing is to be written. */
async function checkMigrations(): Promise<Outcome> {
  const copy = path.join(PROVE, "migrazioni");
  rmSync(copy, { recursive: true, force: true });
  cpSync(path.join(ROOT, "db/migrations"), copy, { recursive: true });
  const kit = tool("drizzle-kit/bin.cjs");
  const checked = await runNode([kit, "check", "--dialect=postgresql", "--out=./.prove/migrazioni"]);
  if (checked.code !== 0) return { passed: 0, failed: 1, output: checked.output };
  const target = ["--schema=./db/schema/index.ts", "--out=./.prove/migrazioni"];
  const { code, output } = await runNode([kit, "generate", "--dialect=postgresql", ...target]);
  if (code === 0 && output.includes("No schema changes")) return { passed: 1, failed: 0 };
  return {
    passed: 0,
    failed: 1,
    output: `${output}\nLo schema è andato oltre le migrazioni: npm run db:generate.`,
  };
}

/** A service that is running from this folder must keep its files. */
async function build(): Promise<Outcome> {
  const holder = lockHolder(path.join(DATI, "avvio.pid"));
  if (holder && !isBuilt()) {
    throw new Impedimento(`Il servizio è avviato da questa cartella (processo ${holder}): prima va fermato.`);
  }
  const done = await ensureBuild({ signal: new AbortController().signal, say: () => undefined });
  return { passed: 1, failed: 0, note: done === "kept" ? "già fatta, da questi stessi sorgenti" : undefined };
}

async function integrate(): Promise<Outcome> {
  const notes: string[] = [];
  ensureAntivirus((line) => notes.push(line));
  const outcome = await runVitest("integrazione");
  return { ...outcome, note: [...notes, outcome.note].filter(Boolean).join(", ") };
}

async function browse(): Promise<Outcome> {
  const notes: string[] = [];
  const outcome = await runPlaywright(findBrowser((line) => notes.push(line)));
  return { ...outcome, note: [...notes, outcome.note].filter(Boolean).join(", ") };
}
