import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Impedimento } from "./files";
import type { Place } from "./place";
import { BARE_ENVIRONMENT } from "./processes";

/** initdb, beside the final place: an interrupted one is never mistaken for a whole one. */
export function createCluster(place: Place, password: string): void {
  const draft = `${place.data}.nuovo`;
  const passwordFile = `${place.data}.chiave`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (place.user) {
    for (const file of [draft, passwordFile]) chownSync(file, place.user.uid, place.user.gid);
  }
  try {
    runInitdb(place, draft, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  chmodSync(draft, 0o700);
  renameSync(draft, place.data);
}

function runInitdb(place: Place, draft: string, passwordFile: string): void {
  const flags = [
    `--pgdata=${draft}`,
    `--pwfile=${passwordFile}`,
    "--username=cassetto_amministratore",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // The same on every machine, whatever locales it has; sorting for people names its own collation.
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ];
  const result = spawnSync(path.join(place.native, "bin/initdb"), flags, {
    ...place.user,
    cwd: "/",
    encoding: "utf8",
    env: BARE_ENVIRONMENT,
  });
  if (result.status === 0) return;
  const reason = result.error?.message ?? result.stderr.trim().split("\n").at(-1) ?? "";
  throw new Impedimento(`PostgreSQL non si lascia preparare in ${draft}: ${reason}`);
}
