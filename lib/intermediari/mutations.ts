import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { type Contesto, inTransaction } from "@/db/client";
import { gruppi, gruppiDeleganti } from "@/db/schema/deleganti";
import type { Esito } from "@/lib/deleghe/mutations";

/** The titolare wants this person as sub-abilitato. */
export function nominateSubAbilitato(contesto: Contesto, codiceFiscale: string) {
  return act(contesto, sql`nomina_sub_abilitato(${codiceFiscale})`);
}

/** The person's answer; accepted, they have the profilo at once. */
export function decideNomina(contesto: Contesto, intermediario: string, accetta: boolean) {
  return act(contesto, sql`decidi_nomina(${intermediario}, ${accetta})`);
}

/** Takes the profilo away, and ends the sessions that are using it. */
export function revokeNomina(contesto: Contesto, codiceFiscale: string) {
  return act(contesto, sql`revoca_nomina(${codiceFiscale})`);
}

/** @returns false when the studio has one of that name. */
export async function createGruppo(
  contesto: Contesto,
  intermediario: string,
  nome: string,
): Promise<boolean> {
  const made = await inTransaction(contesto, (tx) =>
    tx
      .insert(gruppi)
      .values({ intermediarioCodice: intermediario, nome })
      .onConflictDoNothing()
      .returning({ id: gruppi.id }),
  );
  return made.length === 1;
}

/** Its deleganti stay, in no group. */
export async function deleteGruppo(contesto: Contesto, gruppoId: string): Promise<void> {
  await inTransaction(contesto, (tx) => tx.delete(gruppi).where(eq(gruppi.id, gruppoId)));
}

/** Puts these deleganti into a group, or (null) out of theirs. What is not the studio's is refused by the policies. */
export async function assignGruppo(
  contesto: Contesto,
  intermediario: string,
  posizioni: string[],
  gruppoId: string | null,
): Promise<void> {
  await inTransaction(contesto, async (tx) => {
    if (gruppoId === null) {
      return tx
        .delete(gruppiDeleganti)
        .where(
          and(
            eq(gruppiDeleganti.intermediarioCodice, intermediario),
            inArray(gruppiDeleganti.posizioneId, posizioni),
          ),
        );
    }
    return tx
      .insert(gruppiDeleganti)
      .values(posizioni.map((posizioneId) => ({ posizioneId, intermediarioCodice: intermediario, gruppoId })))
      .onConflictDoUpdate({
        target: [gruppiDeleganti.posizioneId, gruppiDeleganti.intermediarioCodice],
        set: { gruppoId },
      });
  });
}

async function act(contesto: Contesto, call: ReturnType<typeof sql>): Promise<Esito> {
  const rows = await inTransaction(contesto, (tx) =>
    tx.execute<{ esito: Esito }>(sql`select esito from ${call} as esito`),
  );
  return rows[0]?.esito ?? "non_trovata";
}
