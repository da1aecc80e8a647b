import "server-only";
import { sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";

/** Whether the database answers to the application's own login; takes no longer than any page would. */
export async function isDatabaseReachable(): Promise<boolean> {
  try {
    await inTransaction({ sessione: null, posizione: null }, (tx) =>
      tx.execute(sql`select 1 from sedi limit 1`),
    );
    return true;
  } catch {
    return false;
  }
}
