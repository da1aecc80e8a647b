import { readFileSync } from "node:fs";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import { runMigrations as migrateQueue } from "graphile-worker";
import postgres from "postgres";

const FOLDER = path.join(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  "migrations",
);
/** Any number, as long as it is always this one. */
const LOCK = 20_261_123;

/**
 * Brings the database up to date, as its owner; two at once wait for each other. A role `loginRole` may then
 * take on `cassetto_app`, which has the rights, and has none of its own.
 */
export async function migrate(ownerUrl: string, { loginRole }: { loginRole?: string } = {}): Promise<void> {
  const sql = postgres(ownerUrl, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: { application_name: "cassetto-migrazioni" },
  });
  try {
    await sql`set lock_timeout = '120s'`;
    await sql`select pg_advisory_lock(${LOCK})`;
    // A migration must not queue behind a long transaction, with everybody else queueing behind it.
    await sql`set lock_timeout = '10s'`;
    // The queue's own schema first: our functions put jobs into it, also where no worker has run yet.
    await migrateQueue({ connectionString: ownerUrl });
    await applyMigrations(drizzle(sql), { migrationsFolder: FOLDER });
    if (loginRole) await sql`grant cassetto_app to ${sql(loginRole)} with inherit false, set true`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The migrations the database has not seen yet, by name. A login without rights of its own will do. */
export async function pendingMigrations(url: string): Promise<string[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    const last = await sql.begin(async (tx) => {
      const [role] = await tx`
        select from pg_roles where rolname = 'cassetto_app' and pg_has_role(current_user, oid, 'SET')`;
      if (role) await tx`set local role cassetto_app`;
      const [row] = await tx`select max(created_at)::text as last from drizzle.__drizzle_migrations`;
      return Number(row?.last ?? 0);
    });
    return journal()
      .filter((entry) => entry.when > last)
      .map((entry) => entry.tag);
  } catch (error) {
    // No schema, no table, or no right to look: nobody has migrated this database for this login.
    if (["3F000", "42P01", "42501"].includes((error as postgres.PostgresError).code)) {
      return journal().map((entry) => entry.tag);
    }
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The user a connection string logs in as. */
export function userOf(url: string | undefined): string | undefined {
  const name = url && decodeURIComponent(new URL(url).username);
  return name || undefined;
}

function journal(): { when: number; tag: string }[] {
  return JSON.parse(readFileSync(path.join(FOLDER, "meta/_journal.json"), "utf8")).entries;
}
