import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Contesto, inTransaction } from "@/db/client";
import { hashPin, inHashSlot } from "@/lib/auth/pin-hash";
import type { NuovoProfilo } from "@/lib/utenti/creazione/types";

// What an amministratore does to users. Who may, and what is refused, is decided by SQL functions: each writes one row
// of the register, and none works on who asks for it (docs/decisioni/0022-registri.md).

export type RifiutoUtente =
  | "non_trovata"
  | "te_stesso"
  | "senza_motivo"
  | "gia_utente"
  | "gia_dato"
  | "sede_inesistente"
  | "intermediario_inesistente"
  | "senza_profilo"
  | "con_deleghe"
  | "con_sub_abilitati"
  | "pin_gia_dato"
  | "gia_sospeso"
  | "non_sospeso";
export type EsitoUtente = "ok" | RifiutoUtente;

/** A user who is new, with a PIN that serves once. */
export async function enrolUtente(
  contesto: Contesto,
  codiceFiscale: string,
  profilo: NuovoProfilo,
  pin: string,
): Promise<{ esito: EsitoUtente; utente: string | null }> {
  const pinHash = await inHashSlot(() => hashPin(pin));
  const [row] = await inTransaction(contesto, (tx) =>
    tx.execute<{ esito: EsitoUtente; utente: string | null }>(
      sql`select esito, utente from crea_utente(${codiceFiscale}, ${pinHash}, ${fields(profilo)})`,
    ),
  );
  return row ?? { esito: "non_trovata", utente: null };
}

export function giveProfilo(contesto: Contesto, utenteId: string, profilo: NuovoProfilo, motivo: string) {
  return run(contesto, sql`dai_profilo(${utenteId}::uuid, ${fields(profilo)}, ${motivo})`);
}

/** Acts on the next request: the sessions that use it end. */
export function takeProfilo(contesto: Contesto, utenteId: string, profiloId: string, motivo: string) {
  return run(contesto, sql`togli_profilo(${utenteId}::uuid, ${profiloId}::uuid, ${motivo})`);
}

export function suspendUtente(contesto: Contesto, utenteId: string, motivo: string) {
  return run(contesto, sql`sospendi_utente(${utenteId}::uuid, true, ${motivo})`);
}

export function readmitUtente(contesto: Contesto, utenteId: string, motivo: string) {
  return run(contesto, sql`sospendi_utente(${utenteId}::uuid, false, ${motivo})`);
}

/**
 * `visto`: the last event about the user on the page from which it is asked, 0 for none.
 * @returns also whether the person is told by mail: they may have no address
 */
export async function givePin(
  contesto: Contesto,
  utenteId: string,
  pin: string,
  visto: number,
  motivo: string,
): Promise<{ esito: EsitoUtente; avvisata: boolean }> {
  const pinHash = await inHashSlot(() => hashPin(pin));
  const [row] = await inTransaction(contesto, (tx) =>
    tx.execute<{ esito: EsitoUtente; avvisata: boolean }>(
      sql`select esito, avvisata from dai_pin(${utenteId}::uuid, ${pinHash}, ${visto}::bigint, ${motivo})`,
    ),
  );
  return row ?? { esito: "non_trovata", avvisata: false };
}

const fields = ({ tipo, sede, intermediario, esperto }: NuovoProfilo) =>
  sql`${tipo}, ${sede ?? null}, ${intermediario ?? null}, ${esperto ?? false}`;

async function run(contesto: Contesto, act: SQL): Promise<EsitoUtente> {
  const [row] = await inTransaction(contesto, (tx) =>
    tx.execute<{ esito: EsitoUtente }>(sql`select ${act} as esito`),
  );
  return row?.esito ?? "non_trovata";
}
