import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Contesto, inTransaction } from "@/db/client";
import { codeOf } from "@/db/errori";
import type { Delega } from "@/db/schema/deleghe";
import type { DataIso } from "@/lib/dates";
import type { Rifiuto } from "./rules";

export type Esito = "ok" | Rifiuto;

export type NuovaDelega = {
  tipo: Delega["tipo"];
  /** The intermediario's codice or the person's codice fiscale. */
  delegato: string;
  ambito: Delega["ambito"];
  dal: DataIso;
  al: DataIso | null;
};

/** The datore of the open drawer offers a delega. */
export function proposeDelega(contesto: Contesto, { tipo, delegato, ambito, dal, al }: NuovaDelega) {
  return run(contesto, sql`proponi_delega(${tipo}, ${delegato}, ${ambito}, ${dal}::date, ${al}::date)`);
}

/** A studio asks a datore for theirs; says the same whether or not there is such a datore. */
export function proposeToDatore(
  contesto: Contesto,
  { datore, ambito, dal, al }: Omit<NuovaDelega, "tipo" | "delegato"> & { datore: string },
) {
  return run(contesto, sql`proponi_a_datore(${datore}, ${ambito}, ${dal}::date, ${al}::date)`);
}

/** Accepted, it is in force in the same transaction, and an intermediario before it no more. */
export function decideProposta(contesto: Contesto, propostaId: string, accetta: boolean) {
  return run(contesto, sql`decidi_proposta(${propostaId}::uuid, ${accetta}) as esito`);
}

export function withdrawProposta(contesto: Contesto, propostaId: string) {
  return run(contesto, sql`ritira_proposta(${propostaId}::uuid) as esito`);
}

/** By the datore of the open drawer. */
export function revokeDelega(contesto: Contesto, delegaId: string, motivo: string) {
  return run(contesto, sql`chiudi_delega(${delegaId}::uuid, 'revocata', ${motivo}) as esito`);
}

/**
 * By the datore of the open drawer, from this moment on. `al`: the last day, null for none; of a delega of the archive it
 * stays as the archive says. What is so already changes nothing.
 */
export function changeDelega(
  contesto: Contesto,
  delegaId: string,
  { ambito, al }: Pick<NuovaDelega, "ambito" | "al">,
) {
  return run(contesto, sql`cambia_delega(${delegaId}::uuid, ${ambito}, ${al}::date) as esito`);
}

/** By who holds it. */
export function renounceDelega(contesto: Contesto, delegaId: string, motivo: string) {
  return run(contesto, sql`chiudi_delega(${delegaId}::uuid, 'rinunciata', ${motivo}) as esito`);
}

/** By who will hold it, before it begins. */
export function renounceDelegaFutura(contesto: Contesto, delegaId: string, motivo: string) {
  return run(contesto, sql`rinuncia_delega_futura(${delegaId}::uuid, ${motivo}) as esito`);
}

type Tutela = {
  datore: string;
  persona: string;
  titolo: Delega["titolo"];
  al: DataIso | null;
  motivo: string;
};

/** An amministratore enters who a court named to act for a datore. */
export function registerTutela(contesto: Contesto, { datore, persona, titolo, al, motivo }: Tutela) {
  return run(
    contesto,
    sql`registra_tutela(${datore}, ${persona}, ${titolo}, ${al}::date, ${motivo}) as esito`,
  );
}

/** An amministratore ends one, whatever the two sides wish. */
export function closeTutela(contesto: Contesto, tutelaId: string, motivo: string) {
  return run(contesto, sql`chiudi_tutela(${tutelaId}::uuid, ${motivo}) as esito`);
}

/** @throws DatabaseNonDisponibile */
async function run(contesto: Contesto, act: SQL): Promise<Esito> {
  try {
    const rows = await inTransaction(contesto, (tx) =>
      tx.execute<{ esito: Esito }>(sql`select esito from ${act}`),
    );
    return rows[0]?.esito ?? "non_trovata";
  } catch (error) {
    // An archive was judging the same deleghe at that moment (exclusion_violation): the next try finds them settled.
    if (codeOf(error) === "23P01") return "riprova";
    throw error;
  }
}
