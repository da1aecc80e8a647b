import "server-only";
import { sql } from "drizzle-orm";
import type { Delega } from "@/db/schema/deleghe";
import type { ViewerScope } from "@/lib/auth/viewer";
import type { DataIso } from "@/lib/dates";

export const TUTELE_PER_PAGINA = 20;

export type TutelaElencata = {
  id: string;
  titolo: Exclude<Delega["titolo"], "volontaria">;
  dal: DataIso;
  al: DataIso | null;
  datore: string;
  datore_nome: string;
  persona: string;
  persona_nome: string;
  /** The court's decision; null for what was there before it was asked for. */
  motivo: string | null;
};

const campi = sql`id, titolo, dal::text, al::text, datore, datore_nome, persona, persona_nome, motivo`;

/** The tutele in force, latest first, one more than a page shows: all, or those of whoever has this codice fiscale. */
export function listTutele({ tx }: ViewerScope, codiceFiscale: string | null, dopo: string | null) {
  return tx.execute<TutelaElencata>(
    sql`select ${campi} from elenca_tutele(${codiceFiscale}, null, ${dopo}::uuid, ${TUTELE_PER_PAGINA + 1})`,
  );
}

/** One of them; no row when it is none, or no longer in force. */
export function getTutela({ tx }: ViewerScope, tutelaId: string) {
  return tx.execute<TutelaElencata>(
    sql`select ${campi} from elenca_tutele(null, ${tutelaId}::uuid, null, 1)`,
  );
}
