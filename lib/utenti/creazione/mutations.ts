import "server-only";
import type postgres from "postgres";
import type { NuovoProfilo } from "./types";

export type NuovoUtente = {
  codiceFiscale: string;
  pinHash: string;
  pinIniziale: boolean;
  profili: readonly NuovoProfilo[];
};

type Mancante = "sede_inesistente" | "intermediario_inesistente";
type Fatto = { esito: "ok" | "gia_dato" | Mancante; nuovo: boolean };

/**
 * Makes a user, or gives one that exists the profiles they lack; an existing PIN is left alone. Runs as the owner
 * role: only a command line gets here, and the register says so.
 * @returns whether the user is new, and so whether the PIN given is theirs; or what a profilo needs and is not there
 */
export function createUtente(
  sql: postgres.Sql,
  { codiceFiscale, pinHash, pinIniziale, profili }: NuovoUtente,
): Promise<boolean | Mancante> {
  return sql.begin(async (tx) => {
    let isNew = false;
    for (const { tipo, sede = null, intermediario = null, esperto = false } of profili) {
      const [done] = await tx<Fatto[]>`
        select esito, nuovo from registra_utente(${codiceFiscale}, ${pinHash}, ${pinIniziale}, ${tipo}, ${sede},
          ${intermediario}, ${esperto})`;
      if (done?.esito === "sede_inesistente" || done?.esito === "intermediario_inesistente")
        return done.esito;
      isNew ||= done?.nuovo ?? false;
    }
    return isNew;
  });
}
