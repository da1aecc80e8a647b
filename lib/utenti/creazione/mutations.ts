import "server-only";
import type postgres from "postgres";
import type { TipoProfilo } from "@/db/schema/utenti";

export type NuovoProfilo = { tipo: TipoProfilo; sede?: string; intermediario?: string };
export type NuovoUtente = {
  codiceFiscale: string;
  pinHash: string;
  pinIniziale: boolean;
  profili: readonly NuovoProfilo[];
};

/**
 * Makes a user, or gives one that exists the profiles they lack; an existing PIN is left alone.
 * Runs as the owner role: only a command line gets here.
 * @returns whether the user is new, and so whether the PIN given is theirs.
 */
export async function createUtente(sql: postgres.Sql, utente: NuovoUtente): Promise<boolean> {
  return sql.begin(async (tx) => {
    const [created] = await tx`
      insert into utenti (codice_fiscale, pin_hash, pin_iniziale)
      values (${utente.codiceFiscale}, ${utente.pinHash}, ${utente.pinIniziale})
      on conflict (codice_fiscale) do nothing returning id`;
    for (const { tipo, sede, intermediario } of utente.profili) {
      await tx`
        insert into profili (utente_id, tipo, sede_codice, intermediario_codice)
        select id, ${tipo}, ${sede ?? null}, ${intermediario ?? null}
        from utenti where codice_fiscale = ${utente.codiceFiscale}
        on conflict do nothing`;
    }
    return created !== undefined;
  });
}
