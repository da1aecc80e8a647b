import "server-only";
import { sql } from "drizzle-orm";
import { type Contesto, inTransaction } from "@/db/client";
import type { PosizioneTrovata } from "./types";

/** The posizioni of the sede's business, at most 20; each that is found is a row of its register, with the reason. */
export async function findPosizioni(
  contesto: Contesto,
  cerca: string,
  motivo: string,
): Promise<PosizioneTrovata[]> {
  const rows = await inTransaction(contesto, (tx) =>
    tx.execute<PosizioneTrovata>(
      sql`select posizione, nome, cognome, codice_fiscale as "codiceFiscale", comune, sede
        from cerca_posizioni(${cerca}, ${motivo})`,
    ),
  );
  return [...rows];
}

/** Opens a drawer to whoever asks, for an hour. @returns whether it is the sede's business */
export async function openFromSede(
  contesto: Contesto,
  posizioneId: string,
  motivo: string,
): Promise<boolean> {
  const rows = await inTransaction(contesto, (tx) =>
    tx.execute<{ aperto: boolean }>(sql`select apri_da_sede(${posizioneId}::uuid, ${motivo}) as aperto`),
  );
  return rows[0]?.aperto ?? false;
}
