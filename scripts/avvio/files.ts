import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
/** Where the demo keeps what it must remember. */
export const DATI = path.join(ROOT, ".dati");

/** Something the person at the terminal can put right: printed as one line, without a stack. */
export class Impedimento extends Error {}

export type Segreti = {
  NEXTAUTH_SECRET: string;
  PIN_PEPPER: string;
  amministratore: string;
  proprietario: string;
  applicazione: string;
};

/** Makes `folder`, for us alone; started by root, the user PostgreSQL runs as must reach its part of it. */
export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
  giveToOwner(folder);
}

/** Writes a file only we can read, whole or not at all. */
export function writePrivate(file: string, value: unknown): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  giveToOwner(draft);
  renameSync(draft, file);
}

/** The secrets of the world kept in `folder`: made once, then always the same. */
export function readSegreti(folder: string): Segreti {
  const file = path.join(folder, "segreti.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  if (existsSync(path.join(folder, "postgres"))) {
    throw new Impedimento(
      `Manca ${file}: rimetterlo al suo posto, oppure cancellare ${folder} per ricominciare.`,
    );
  }
  const secret = () => randomBytes(32).toString("base64url");
  const segreti = {
    NEXTAUTH_SECRET: secret(),
    PIN_PEPPER: secret(),
    amministratore: secret(),
    proprietario: secret(),
    applicazione: secret(),
  };
  writePrivate(file, segreti);
  return segreti;
}

/** Root must leave no files that the owner of the clone cannot use later. */
export function giveToOwner(file: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(ROOT);
  chownSync(file, uid, gid);
}
