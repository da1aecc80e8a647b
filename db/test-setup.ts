import { randomBytes } from "node:crypto";
import { existsSync, lstatSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { startPostgres } from "@/scripts/avvio/postgres";
import { isAlive } from "@/scripts/avvio/processes";
import { makeRoles } from "@/scripts/avvio/roles";
import { migrate } from "./migrate";
import { asAdmin, inDatabase } from "./test-db";

const FOLDER = "cassetto-prove-";

/** Vitest's globalSetup: a PostgreSQL with a migrated template that each test file copies. */
export default async function setup(): Promise<() => Promise<void>> {
  removeLeftovers();
  const server = process.env.TEST_POSTGRES_URL
    ? await borrowServer(process.env.TEST_POSTGRES_URL)
    : await startPostgres({
        folder: mkdtempSync(path.join(os.tmpdir(), `${FOLDER}${process.pid}-`)),
        say: (line) => console.log(line),
        throwaway: true,
      });
  const template = `modello_${randomBytes(4).toString("hex")}`;
  await asAdmin(server.adminUrl, (sql) => sql.unsafe(`create database ${template} owner cassetto_owner`));
  await migrate(inDatabase(server.ownerUrl, template), { loginRole: "cassetto_login" });
  process.env.PROVA_POSTGRES = JSON.stringify({
    adminUrl: server.adminUrl,
    ownerUrl: server.ownerUrl,
    loginUrl: server.loginUrl,
    template,
  });
  return async () => {
    await asAdmin(server.adminUrl, (sql) => sql.unsafe(`drop database if exists ${template} with (force)`));
    await server.stop();
    server.discard();
  };
}

/** A server that somebody else runs; `adminUrl` logs in as a superuser of it. */
async function borrowServer(adminUrl: string) {
  const passwords = { proprietario: "prova-proprietario", applicazione: "prova-applicazione" };
  await makeRoles(adminUrl, passwords);
  const url = (user: string, password: string) =>
    Object.assign(new URL(adminUrl), { username: user, password }).href;
  return {
    adminUrl,
    ownerUrl: url("cassetto_owner", passwords.proprietario),
    loginUrl: url("cassetto_login", passwords.applicazione),
    stop: async () => undefined,
    discard: () => undefined,
  };
}

/** A run that was killed leaves its data behind (its PostgreSQL stops by itself). */
function removeLeftovers(): void {
  for (const name of readdirSync(os.tmpdir())) {
    const pid = new RegExp(`^${FOLDER}(\\d+)-`).exec(name)?.[1];
    if (!pid || isAlive(Number(pid))) continue;
    const folder = path.join(os.tmpdir(), name);
    const data = path.join(folder, "postgres");
    // Anybody may put a folder of that name, with links in it, where everybody writes.
    if (lstatSync(folder).uid !== process.getuid?.() || existsSync(path.join(data, "postmaster.pid")))
      continue;
    const outside =
      existsSync(data) && realpathSync(data) !== data ? path.dirname(realpathSync(data)) : undefined;
    for (const target of [outside, folder]) if (target) rmSync(target, { recursive: true, force: true });
  }
}
