import "server-only";
import type postgres from "postgres";
import type { TipoProfilo } from "@/db/schema/utenti";

export type NuovoProfilo = { tipo: TipoProfilo; sede?: string; intermediario?: string; esperto?: boolean };
export type NuovoUtente = {
  codiceFiscale: string;
  pinHash: string;
  pinIniziale: boolean;
  profili: readonly NuovoProfilo[];
};

/**
 * Makes a user, or gives one that exists the profiles they lack; an existing PIN is left alone. The first person
 * of an intermediario is its titolare, the others are sub-abilitati.
 * Runs as the owner role: only a command line gets here.
 * @returns whether the user is new, and so whether the PIN given is theirs.
 */
export async function createUtente(sql: postgres.Sql, utente: NuovoUtente): Promise<boolean> {
  return sql.begin(async (tx) => {
    const [created] = await tx`
      insert into utenti (codice_fiscale, pin_hash, pin_iniziale)
      values (${utente.codiceFiscale}, ${utente.pinHash}, ${utente.pinIniziale})
      on conflict (codice_fiscale) do nothing returning id`;
    for (const { tipo, sede, intermediario, esperto } of utente.profili) {
      await tx`
        insert into profili (utente_id, tipo, sede_codice, intermediario_codice, esperto, ruolo)
        select id, ${tipo}, ${sede ?? null}, ${intermediario ?? null}, ${esperto ?? false},
          case when ${tipo} = 'intermediario' then case when exists (
            select from profili where intermediario_codice = ${intermediario ?? null} and ruolo = 'titolare'
          ) then 'sub_abilitato' else 'titolare' end end
        from utenti where codice_fiscale = ${utente.codiceFiscale}
        on conflict (utente_id, tipo, sede_codice, intermediario_codice) do update set esperto = excluded.esperto`;
    }
    // Who was made a delegato before they could log in finds the profilo that opens those drawers.
    await tx`
      insert into profili (utente_id, tipo)
      select u.id, 'delegato' from utenti u
      where u.codice_fiscale = ${utente.codiceFiscale} and exists (
        select from deleghe d where d.delegato_codice_fiscale = u.codice_fiscale and d.stato = 'attiva'
          and (d.fine is null or d.fine >= oggi()))
      on conflict do nothing`;
    // So that their titolare finds them, and may let them go.
    await tx`
      insert into nomine (intermediario_codice, codice_fiscale, stato, nome, decisa_at)
      select p.intermediario_codice, u.codice_fiscale, 'attiva', nullif(concat_ws(' ', s.nome, s.cognome), ''), now()
      from utenti u join profili p on p.utente_id = u.id and p.ruolo = 'sub_abilitato'
      left join soggetti s on s.codice_fiscale = u.codice_fiscale
      where u.codice_fiscale = ${utente.codiceFiscale}
      on conflict (intermediario_codice, codice_fiscale) do update set stato = 'attiva', decisa_at = now()`;
    return created !== undefined;
  });
}
