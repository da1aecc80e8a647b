import { pendingMigrations } from "@/db/migrate";
import type { parseEnv } from "@/lib/env";
import { Impedimento } from "./files";

type Values = Extract<ReturnType<typeof parseEnv>, { ok: true }>["values"];

/** Nothing starts against a database that the code is ahead of. */
export async function checkProduction(values: Values): Promise<Record<string, string>> {
  const { DATABASE_URL = "", DATABASE_OWNER_URL } = values;
  const pending = await pendingMigrations(DATABASE_OWNER_URL ?? DATABASE_URL).catch((error) => {
    const name = DATABASE_OWNER_URL ? "DATABASE_OWNER_URL" : "DATABASE_URL";
    throw new Impedimento(`Il database indicato da ${name} non risponde (${error.code ?? error.name}).`);
  });
  if (pending.length) {
    throw new Impedimento(
      `Il database non è aggiornato: mancano ${pending.length} migrazioni, da ${pending[0]}. Eseguire npm run db:migrate.`,
    );
  }
  const given = ["DATABASE_URL", "DATABASE_OWNER_URL", "NEXTAUTH_SECRET"] as const;
  const settings = given.flatMap((name) => (values[name] ? [[name, values[name]] as const] : []));
  return { ...Object.fromEntries(settings), PIN_PEPPER: values.PIN_PEPPER ?? "", CASSETTO_DEMO: "0" };
}
