import "server-only";
import { desc } from "drizzle-orm";
import { importazioni } from "@/db/schema/archivi";
import type { ViewerScope } from "@/lib/auth/viewer";

/** The last 100 runs of the importer; only an amministratore finds any. */
export function listImportazioni({ tx }: ViewerScope) {
  return tx.select().from(importazioni).orderBy(desc(importazioni.id)).limit(100);
}
