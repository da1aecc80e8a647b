import "server-only";
import { and, asc, desc, eq, lt, max, sql } from "drizzle-orm";
import { accessi } from "@/db/schema/accessi";
import type { CassettoScope } from "@/lib/auth/viewer";

export const ACCESSI_PER_PAGINA = 50;

/** The register of the drawer, or what one person did in it, latest first, one page at a time. */
export function listAccessi(
  { tx, posizioneId }: CassettoScope,
  primaDi: number | null,
  persona: string | null = null,
) {
  return tx
    .select({
      id: accessi.id,
      quandoAt: accessi.quandoAt,
      chi: accessi.chi,
      profilo: accessi.profilo,
      perConto: accessi.perConto,
      cosa: accessi.cosa,
      rapporto: accessi.rapporto,
      motivo: accessi.motivo,
    })
    .from(accessi)
    .where(
      and(
        eq(accessi.posizioneId, posizioneId),
        persona === null ? undefined : eq(accessi.utenteId, persona),
        primaDi === null ? undefined : lt(accessi.id, primaDi),
      ),
    )
    .orderBy(desc(accessi.id))
    .limit(ACCESSI_PER_PAGINA + 1);
}

/** Everybody who is in the register of the drawer, by name, with when they were last there; at most 50. */
export function listPersone({ tx, posizioneId }: CassettoScope) {
  return tx
    .select({ id: accessi.utenteId, chi: max(accessi.chi).as("chi"), perConto: max(accessi.perConto) })
    .from(accessi)
    .where(eq(accessi.posizioneId, posizioneId))
    .groupBy(accessi.utenteId)
    .orderBy(asc(sql`chi`))
    .limit(50);
}
