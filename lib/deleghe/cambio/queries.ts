import "server-only";
import { sql } from "drizzle-orm";
import { deleganti } from "@/db/schema/deleganti";
import type { ViewerScope } from "@/lib/auth/viewer";

type Offerto = { id: string; nome: string; cognome: string; codiceFiscale: string; comune: string | null };

/** The drawers to change to, by name: those that answer to what is typed, or all; no more of each than is shown there. */
export async function listOfferti({ tx }: ViewerScope, cerca: string, righe: number): Promise<Offerto[]> {
  if (cerca) {
    const trovati = await tx.execute<Omit<Offerto, "codiceFiscale"> & { codice_fiscale: string }>(
      sql`select * from trova_deleganti(${cerca}, ${righe})`,
    );
    return trovati.map(({ codice_fiscale: codiceFiscale, ...offerto }) => ({ ...offerto, codiceFiscale }));
  }
  return tx
    .select({
      id: deleganti.posizioneId,
      nome: deleganti.nome,
      cognome: deleganti.cognome,
      codiceFiscale: deleganti.codiceFiscale,
      comune: deleganti.comune,
    })
    .from(deleganti)
    .orderBy(
      sql`${deleganti.cognome} collate "it-x-icu", ${deleganti.nome} collate "it-x-icu"`,
      deleganti.posizioneId,
    )
    .limit(righe);
}
