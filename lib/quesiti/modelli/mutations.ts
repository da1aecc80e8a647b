import "server-only";
import { eq, sql } from "drizzle-orm";
import { type Contesto, inTransaction } from "@/db/client";
import { codeOf } from "@/db/errori";
import { modelliRisposta } from "@/db/schema/lavorazione";

export type EsitoModello = "ok" | "titolo_doppio" | "non_trovata";
export type Testi = { titolo: string; testo: string };

/** A new text for the sede of the responsabile who asks. */
export function createModello(contesto: Contesto, { titolo, testo }: Testi) {
  return unlessTwice(() =>
    inTransaction(contesto, (tx) =>
      tx
        .insert(modelliRisposta)
        .values({ sedeCodice: sql`responsabile_corrente()`, titolo, testo })
        .returning({ id: modelliRisposta.id }),
    ),
  );
}

export function changeModello(contesto: Contesto, id: string, { titolo, testo }: Testi) {
  return unlessTwice(() =>
    inTransaction(contesto, (tx) =>
      tx
        .update(modelliRisposta)
        .set({ titolo, testo })
        .where(eq(modelliRisposta.id, id))
        .returning({ id: modelliRisposta.id }),
    ),
  );
}

export function deleteModello(contesto: Contesto, id: string) {
  return unlessTwice(() =>
    inTransaction(contesto, (tx) =>
      tx.delete(modelliRisposta).where(eq(modelliRisposta.id, id)).returning({ id: modelliRisposta.id }),
    ),
  );
}

async function unlessTwice(act: () => Promise<unknown[]>): Promise<EsitoModello> {
  try {
    return (await act()).length > 0 ? "ok" : "non_trovata";
  } catch (error) {
    // unique_violation: the sede has one with this title.
    if (codeOf(error) === "23505") return "titolo_doppio";
    throw error;
  }
}
