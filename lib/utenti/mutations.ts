import "server-only";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { type Contesto, inTransaction } from "@/db/client";
import { sessioni } from "@/db/schema/utenti";
import { hashPin, inHashSlot } from "@/lib/auth/pin-hash";

/** Ends every session of the viewer but the one they are in. */
export async function closeOtherSessioni(contesto: Contesto, sessioneId: string): Promise<void> {
  await inTransaction(contesto, (tx) =>
    tx
      .update(sessioni)
      .set({ chiusaAt: sql`now()` })
      .where(and(ne(sessioni.id, sessioneId), isNull(sessioni.chiusaAt))),
  );
}

/** @returns false when the profile is not one of the viewer's. */
export async function chooseProfilo(
  contesto: Contesto,
  sessioneId: string,
  profiloId: string,
): Promise<boolean> {
  const changed = await inTransaction(contesto, (tx) =>
    tx
      .update(sessioni)
      .set({ profiloId })
      .where(
        and(eq(sessioni.id, sessioneId), sql`exists (select from profili p where p.id = ${profiloId}::uuid)`),
      )
      .returning({ id: sessioni.id }),
  );
  return changed.length === 1;
}

/** Replaces the PIN of whoever the session belongs to, and ends their other sessions. */
export async function changePin(contesto: Contesto, pin: string): Promise<void> {
  const pinHash = await inHashSlot(() => hashPin(pin));
  await inTransaction(contesto, (tx) => tx.execute(sql`select cambia_pin(${pinHash})`));
}
