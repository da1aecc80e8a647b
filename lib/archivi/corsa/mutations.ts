import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import type { RiepilogoFile } from "@/db/schema/archivi";
import type { Connessione } from "../connessione/mutations";
import { DIFETTI } from "../deposito/rules";
import type { EsitoImportazione } from "../types";

// Any number does, as long as nobody else takes it: "CPLD" in ASCII.
const LOCK = 0x43504c44;
const TENTATIVI = 16;
const PAUSA_MS = 250;

/** A run that was killed holds the lock until the server notices: within half a second. */
export async function takeLock(connessione: Connessione): Promise<boolean> {
  for (let attempt = 0; attempt < TENTATIVI; attempt++) {
    const [row] = await connessione.run(`select pg_try_advisory_lock(${LOCK}) as preso`);
    if (row?.preso === true) return true;
    await wait(PAUSA_MS);
  }
  return false;
}

/** The row of this run, visible at once. Whoever holds the lock knows that runs left open are dead. */
export async function startCorsa(
  connessione: Connessione,
  { cartella, rigoroso, alone }: { cartella: string; rigoroso: boolean; alone: boolean },
): Promise<number> {
  if (alone) {
    await connessione.run(`update public.importazioni
      set esito = 'non_caricato', finita_at = now(), errore = 'interrotta prima della fine'
      where esito = 'in_corso'`);
  }
  const [row] = await connessione.query<{ id: string }>(
    "insert into public.importazioni (cartella, rigoroso) values ($1, $2) returning id",
    [cartella, rigoroso],
  );
  return Number(row?.id);
}

/**
 * Ends the transaction of the merge. One message, which names a staging table on purpose: on any other session than
 * the one that merged it fails as a whole, and nothing is committed that was not merged.
 */
export async function commitCorsa(
  connessione: Connessione,
  id: number,
  esito: EsitoImportazione["esito"],
  riepilogo: RiepilogoFile[],
): Promise<void> {
  await connessione.run(`update public.importazioni
      set esito = '${esito}', finita_at = clock_timestamp(), riepilogo = '${JSON.stringify(riepilogo)}'
      where id = ${id} and not exists (select from ${DIFETTI} where false);
    commit`);
}

/** False: it had been loaded after all, only the answer was lost. */
export async function failCorsa(
  connessione: Connessione,
  id: number,
  errore: string,
  riepilogo: RiepilogoFile[] = [],
): Promise<boolean> {
  const rows = await connessione.query(
    `update public.importazioni set esito = 'non_caricato', finita_at = clock_timestamp(), errore = $2,
      riepilogo = $3 where id = $1 and esito = 'in_corso' returning id`,
    [id, errore, riepilogo as never],
  );
  return rows.length > 0;
}
