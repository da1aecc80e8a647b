import "server-only";
import { sql } from "drizzle-orm";
import { DatabaseNonDisponibile, inTransaction } from "@/db/client";
import { calendari } from "@/db/schema/agenda";
import type { ViewerScope } from "@/lib/auth/viewer";
import { markNonDisponibile } from "@/lib/richiesta";
import { improntaDi, type RigaCalendario } from "./rules";

/** When the viewer's address was made; null: they have none. */
export async function getRinnovo({ tx }: ViewerScope): Promise<Date | null> {
  const [riga] = await tx.select({ rinnovatoAt: calendari.rinnovatoAt }).from(calendari);
  return riga?.rinnovatoAt ?? null;
}

type Row = { [K in keyof RigaCalendario]: K extends "inizio" | "fine" ? string : RigaCalendario[K] } & {
  id: string | null;
};

/**
 * What stands in the calendar that this secret opens; null: it opens none. Whoever asks is a program without a
 * session: the secret is all the proof there is, and all that the database looks at.
 */
export async function readCalendario(segreto: string): Promise<RigaCalendario[] | null> {
  const impronta = improntaDi(segreto);
  if (impronta === null) return null;
  try {
    const rows = await inTransaction({ sessione: null, posizione: null }, (tx) =>
      tx.execute<Row>(sql`select * from leggi_calendario(${impronta})`),
    );
    if (rows.length === 0) return null;
    return rows
      .filter(({ id }) => id !== null)
      .map((row) => ({ ...row, inizio: new Date(row.inizio), fine: new Date(row.fine) }));
  } catch (error) {
    if (error instanceof DatabaseNonDisponibile) markNonDisponibile();
    throw error;
  }
}
