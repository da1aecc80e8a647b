import { randomBytes } from "node:crypto";
import postgres from "postgres";

export type TestDatabase = { ownerUrl: string; loginUrl: string; drop: () => Promise<void> };

/** A database of one's own, migrated and empty: a copy of the one that db/test-setup.ts made. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const given = process.env.PROVA_POSTGRES;
  if (!given) throw new Error("db/test-setup.ts has not run: use `vitest --project integrazione`");
  const { adminUrl, ownerUrl, loginUrl, template } = JSON.parse(given) as Record<string, string>;
  const name = `prova_${process.pid}_${randomBytes(4).toString("hex")}`;
  await asAdmin(adminUrl, (sql) =>
    sql.unsafe(`create database ${name} template ${template} owner cassetto_owner`),
  );
  return {
    ownerUrl: inDatabase(ownerUrl, name),
    loginUrl: inDatabase(loginUrl, name),
    drop: () => asAdmin(adminUrl, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`)),
  };
}

export async function asAdmin(adminUrl = "", work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

export function inDatabase(url = "", name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
