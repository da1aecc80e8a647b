import { migrate, pendingMigrations, userOf } from "@/db/migrate";
import { env } from "@/lib/env";
import { Impedimento } from "./avvio/files";
import { findOwnerUrl } from "./avvio/target";

// `npm run db:migrate`: brings the database up to date, as its owner.
try {
  const ownerUrl = findOwnerUrl(env.DATABASE_OWNER_URL);
  const pending = await pendingMigrations(ownerUrl);
  const loginRole = env.DATABASE_OWNER_URL ? userOf(process.env.DATABASE_URL) : "cassetto_login";
  await migrate(ownerUrl, { loginRole });
  console.log(
    pending.length ? `Migrazioni applicate: ${pending.join(", ")}.` : "Il database era già aggiornato.",
  );
} catch (error) {
  console.error(
    error instanceof Impedimento ? error.message : `Migrazione non riuscita: ${(error as Error).message}`,
  );
  process.exitCode = 1;
}
