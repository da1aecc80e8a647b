import "server-only";
import { sql } from "drizzle-orm";
import type { TipoProfilo } from "@/db/schema/utenti";
import type { ViewerScope } from "@/lib/auth/viewer";

export const RIGHE_PER_PAGINA = 50;

/** A row of the institute's register: what an amministratore did, or somebody of a sede in a drawer. */
export type RigaIstituto = {
  cursore: string;
  quandoAt: Date;
  /** An event of the administration, `tutela_…` or `cassetto_…` with what was done or looked at. */
  cosa: string;
  /** Null: the command line. */
  profilo: TipoProfilo | null;
  chi: string | null;
  perConto: string | null;
  oggetto: string | null;
  motivo: string | null;
  /** The user it was about. */
  utente: string | null;
  /** The name of that user; of a drawer's datore only when one person is asked about. */
  persona: string | null;
};

type Row = Omit<RigaIstituto, "quandoAt" | "perConto"> & { quando_at: string; per_conto: string | null };

/** What was done, latest first, one more than a page shows; `di`: by whoever has this codice fiscale. */
export async function listRegistro({ tx }: ViewerScope, di: string | null, primaDi: string | null) {
  const rows = await tx.execute<Row>(
    sql`select * from registro_istituto(${primaDi}, ${di}, ${RIGHE_PER_PAGINA + 1})`,
  );
  return rows.map(
    ({ quando_at, per_conto, ...row }): RigaIstituto => ({
      ...row,
      quandoAt: new Date(quando_at),
      perConto: per_conto,
    }),
  );
}
