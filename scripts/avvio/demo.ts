import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOT, writePrivate } from "./files";
import { runStep } from "./steps";
import type { Run } from "./world";

const ARCHIVIO = path.join(ROOT, "db/seed/archivio");
const PERSONE = path.join(ROOT, "db/seed/persone.json");
const TYPESCRIPT = ["--conditions=react-server", "--import", "tsx"];
/** The importer's way of saying that it loaded all but some rows. */
const CON_SCARTI = 2;

type Demo = { ownerUrl: string; pepper: string; record: string; run: Pick<Run, "signal" | "say"> };

/** Loads the demo archive and the demo people the first time, and again when the files have changed. */
export async function loadDemo({ ownerUrl, pepper, record, run }: Demo): Promise<void> {
  const loaded = existsSync(record) ? JSON.parse(readFileSync(record, "utf8")) : {};
  const env = { ...process.env, DATABASE_OWNER_URL: ownerUrl, PIN_PEPPER: pepper };
  const { signal, say } = run;

  const archivio = hashOf(csvFiles());
  if (csvFiles().length && loaded.archivio !== archivio) {
    say("Carico l'archivio dimostrativo...");
    const args = [...TYPESCRIPT, "scripts/importa.ts", ARCHIVIO];
    await runStep({ args, env, signal, failure: "L'archivio dimostrativo non è stato caricato." }, [
      0,
      CON_SCARTI,
    ]);
    loaded.archivio = archivio;
    writePrivate(record, loaded);
  }
  const persone = hashOf([PERSONE]);
  if (existsSync(PERSONE) && loaded.persone !== persone) {
    const args = [...TYPESCRIPT, "scripts/avvio/people.ts"];
    await runStep({ args, env, signal, failure: "Le persone dimostrative non sono state create." });
    loaded.persone = persone;
    writePrivate(record, loaded);
  }
}

export function printDemoPeople(say: (line: string) => void): void {
  if (!existsSync(PERSONE)) return;
  const people: Record<string, string>[] = JSON.parse(readFileSync(PERSONE, "utf8"));
  const columns = [
    ["nome", "Nome"],
    ["profilo", "Profilo"],
    ["codiceFiscale", "Codice fiscale"],
    ["pin", "PIN"],
    ["nota", "Chi è"],
  ] as const;
  const rows = [
    Object.fromEntries(columns),
    ...people.map((person) => Object.fromEntries(columns.map(([key]) => [key, String(person[key] ?? "")]))),
  ];
  const widths = columns.map(([key]) => Math.max(...rows.map((row) => row[key]?.length ?? 0)));
  say("\nLe persone della dimostrazione (inventate):\n");
  for (const row of rows) {
    say(
      `  ${columns
        .map(([key], index) => (row[key] ?? "").padEnd(widths[index] ?? 0))
        .join("  ")
        .trimEnd()}`,
    );
  }
  say("");
}

function csvFiles(): string[] {
  if (!existsSync(ARCHIVIO)) return [];
  const names = readdirSync(ARCHIVIO).filter((name) => name.endsWith(".csv") && name !== "scarti.csv");
  return names.sort().map((name) => path.join(ARCHIVIO, name));
}

function hashOf(files: string[]): string {
  const hash = createHash("sha256");
  for (const file of files.filter((name) => existsSync(name))) {
    hash.update(`${path.basename(file)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}
