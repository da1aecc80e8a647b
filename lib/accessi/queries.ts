import "server-only";
import { sql } from "drizzle-orm";
import { accessi } from "@/db/schema/accessi";
import type { TipoProfilo } from "@/db/schema/utenti";
import type { CassettoScope, ViewerScope } from "@/lib/auth/viewer";

export const ACCESSI_PER_PAGINA = 50;

/** What stands in a row of the register: a visit, or what somebody did for the datore. */
export const righeRegistro = {
  cursore: sql<string>`r.cursore`,
  quandoAt: sql<Date>`r.quando_at`.mapWith(accessi.quandoAt),
  posizioneId: sql<string | null>`r.posizione_id`,
  chi: sql<string>`r.chi`,
  profilo: sql<TipoProfilo>`r.profilo`,
  perConto: sql<string | null>`r.per_conto`,
  cosa: sql<string>`r.cosa`,
  /** The rapporto, protocollo, numero or delega it was about; in a studio also the codice fiscale or the gruppo. */
  oggetto: sql<string | null>`r.oggetto`,
  motivo: sql<string | null>`r.motivo`,
};

/** The viewer's register, to be selected from: of the drawer for its datore, of the studio for its titolare. */
export const registro = (primaDi: string | null, persona: string | null, quante: number) =>
  sql`leggi_registro(${primaDi}, ${persona}, ${quante}) with ordinality r`;

/** The register of the drawer, or what one person did in it, latest first, one page at a time. */
export function listAccessi(
  { tx }: CassettoScope | ViewerScope,
  primaDi: string | null,
  persona: string | null = null,
) {
  return tx
    .select(righeRegistro)
    .from(registro(primaDi, persona, ACCESSI_PER_PAGINA + 1))
    .orderBy(sql`r.ordinality`);
}

/** Everybody of whom the register of the drawer has a row, by name. */
export function listPersone({ tx }: CassettoScope) {
  return tx
    .select({
      id: sql<string>`p.id`,
      chi: sql<string>`p.chi`,
      perConto: sql<string | null>`p.per_conto`,
    })
    .from(sql`persone_del_registro() p`);
}

export type RigaRegistro = Awaited<ReturnType<typeof listAccessi>>[number];
