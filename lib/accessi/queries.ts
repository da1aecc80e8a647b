import "server-only";
import { and, desc, eq, lt } from "drizzle-orm";
import { accessi } from "@/db/schema/accessi";
import type { CassettoScope } from "@/lib/auth/viewer";

export const ACCESSI_PER_PAGINA = 50;

/** The register of the drawer, latest first, one page at a time. */
export function listAccessi({ tx, posizioneId }: CassettoScope, primaDi: number | null) {
  return tx
    .select({
      id: accessi.id,
      quandoAt: accessi.quandoAt,
      chi: accessi.chi,
      profilo: accessi.profilo,
      perConto: accessi.perConto,
      cosa: accessi.cosa,
      rapporto: accessi.rapporto,
    })
    .from(accessi)
    .where(and(eq(accessi.posizioneId, posizioneId), primaDi === null ? undefined : lt(accessi.id, primaDi)))
    .orderBy(desc(accessi.id))
    .limit(ACCESSI_PER_PAGINA + 1);
}
