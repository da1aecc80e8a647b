import postgres from "postgres";
import { openDoor } from "./doors";
import type { Segreti } from "./files";

type Passwords = Pick<Segreti, "proprietario" | "applicazione">;

/**
 * `cassetto_owner` owns the database and makes the role with the rights (cassetto_app, in a migration);
 * `cassetto_login` may log in and nothing else. Safe to run again.
 */
export async function makeRoles(adminUrl: string, { proprietario, applicazione }: Passwords): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined, ...openDoor });
  try {
    await makeRole(sql, "cassetto_owner", "login createrole", proprietario);
    await makeRole(sql, "cassetto_login", "login noinherit", applicazione);
    const [database] = await sql`select from pg_database where datname = 'cassetto'`;
    if (!database) await sql.unsafe("create database cassetto owner cassetto_owner");
    await sql.unsafe("revoke connect, temporary on database cassetto from public");
    await sql.unsafe("grant connect on database cassetto to cassetto_login");
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The passwords are base64url: they need no escaping. */
async function makeRole(sql: postgres.Sql, name: string, abilities: string, password: string): Promise<void> {
  const [role] = await sql`select from pg_roles where rolname = ${name}`;
  const act = role ? "alter" : "create";
  await sql.unsafe(`${act} role ${name} ${abilities} password '${password}'`);
}
