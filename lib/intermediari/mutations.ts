import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { type Contesto, inTransaction } from "@/db/client";
import { deleganti, gruppi, gruppiDeleganti } from "@/db/schema/deleganti";
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

/**
 * Puts these deleganti into a group, or (null) out of theirs. What is no longer the studio's is left out.
 * @returns false when nothing of it was: the page was old
 */
export async function assignGruppo(
  contesto: Contesto,
  intermediario: string,
  posizioni: string[],
  gruppoId: string | null,
): Promise<boolean> {
  return inTransaction(contesto, async (tx) => {
    if (gruppoId === null) {
      await tx
        .delete(gruppiDeleganti)
        .where(
          and(
            eq(gruppiDeleganti.intermediarioCodice, intermediario),
            inArray(gruppiDeleganti.posizioneId, posizioni),
          ),
        );
      return true;
    }
    const own = await tx
      .selectDistinct({ posizioneId: deleganti.posizioneId, gruppoId: gruppi.id })
      .from(deleganti)
      .innerJoin(gruppi, eq(gruppi.id, gruppoId))
      .where(inArray(deleganti.posizioneId, posizioni));
    if (own.length === 0) return false;
    await tx
      .insert(gruppiDeleganti)
      .values(own.map((row) => ({ ...row, intermediarioCodice: intermediario })))
      .onConflictDoUpdate({
        target: [gruppiDeleganti.posizioneId, gruppiDeleganti.intermediarioCodice],
        set: { gruppoId },
      });
    return true;
  });
}

async function act(contesto: Contesto, call: ReturnType<typeof sql>): Promise<Esito> {
  const rows = await inTransaction(contesto, (tx) =>
    tx.execute<{ esito: Esito }>(sql`select esito from ${call} as esito`),
  );
  return rows[0]?.esito ?? "non_trovata";
}
