import "server-only";
import type { Connessione } from "../connessione/mutations";
import type { Letti } from "../deposito/mutations";
import { RIFIUTI } from "../deposito/rules";
import type { Formato } from "../types";
import * as incroci from "./rules";

/** Refuses the staged rows of a file that contradict others. Files come in order of dependency: refusals cascade. */
export async function refuseContradictions(
  connessione: Connessione,
  formato: Formato,
  indice: number,
  letti: Letti,
): Promise<number> {
  if (!letti.ordinate) await connessione.run(incroci.findRepeatedKeys(formato, indice));
  for (const ordine of formato.riferimenti.keys()) {
    await connessione.run(incroci.findMissing(formato, indice, ordine, letti.rifiutate > 0));
    const [missing] = await connessione.run(incroci.COUNT_MISSING);
    if (missing?.righe === 0) continue;
    await connessione.run(incroci.ANALYZE_MISSING);
    await connessione.run(incroci.recordMissing(formato, ordine));
  }
  await connessione.run(incroci.refuseFaulty(formato, indice));
  const [refused] = await connessione.run(
    `select count(*)::integer as righe from ${RIFIUTI} where file = ${indice}`,
  );
  return refused?.righe;
}
