import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./files";
import { environmentWithoutSettings, runStep } from "./steps";
import type { Run } from "./world";

const SOURCES = [
  "app",
  "components",
  "lib",
  "db",
  "messages",
  "public",
  "proxy.ts",
  "instrumentation.ts",
  "next.config.ts",
  "tailwind.config.ts",
  "postcss.config.mjs",
  "package-lock.json",
];
const NOT_BUILT = /\.(test|itest)\.tsx?$|\.(csv|sql|md)$|^db[\\/](migrations|seed)[\\/]/;
const MARK = path.join(ROOT, ".next/cassetto-sorgenti");

/** Builds the site, unless what stands in .next was built from these very sources. */
export async function ensureBuild({ signal, say }: Pick<Run, "signal" | "say">): Promise<"built" | "kept"> {
  const sources = hashOfSources();
  if (isBuilt(sources)) return "kept";
  say("Costruisco il sito (circa un minuto)...");
  rmSync(MARK, { force: true });
  await runStep({
    args: ["node_modules/next/dist/bin/next", "build"],
    env: { ...environmentWithoutSettings(), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    signal,
    failure: "La costruzione del sito non è riuscita (next build).",
  });
  writeFileSync(MARK, sources);
  return "built";
}

export function isBuilt(sources = hashOfSources()): boolean {
  if (!existsSync(path.join(ROOT, ".next/BUILD_ID")) || !existsSync(MARK)) return false;
  return readFileSync(MARK, "utf8") === sources;
}

export function hashOfSources(): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap((name) => listFiles(name)).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(ROOT, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function listFiles(name: string): string[] {
  const stat = statSync(path.join(ROOT, name), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [name];
  return readdirSync(path.join(ROOT, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath ?? entry.path, entry.name)))
    .filter((file) => !NOT_BUILT.test(file));
}
