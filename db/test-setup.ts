import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { startPostgres } from "@/scripts/avvio/postgres";
import { makeRoles } from "@/scripts/avvio/roles";
import { migrate } from "./migrate";
import { asAdmin, inDatabase } from "./test-db";

/** Vitest's globalSetup: a PostgreSQL with a migrated template that each test file copies. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = process.env.TEST_POSTGRES_URL
    ? await borrowServer(process.env.TEST_POSTGRES_URL)
    : await startPostgres({
        folder: mkdtempSync(path.join(os.tmpdir(), "cassetto-prove-")),
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
