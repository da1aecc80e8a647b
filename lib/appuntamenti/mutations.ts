import "server-only";
import { setTimeout } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type Contesto, inTransaction } from "@/db/client";
import { codeOf } from "@/db/errori";
import type { ModoAppuntamento } from "@/db/schema/agenda";
import type { Rifiuto } from "./rules";

export type Esito = "ok" | Rifiuto;

/** What an appuntamento is about: a reason, and the quesito or the contributo behind it. */
export type Oggetto = {
  motivo: string;
  rapporto: string | null;
  quesitoId: string | null;
  contributo: { anno: number; trimestre: number; progressivo: number } | null;
};

export type Scelta = { sede: string; esperto: string; modo: ModoAppuntamento; inizio: Date };

/**
 * Holds a time for ten minutes, and lets go of what the viewer held in this drawer before. `oggetto` may be left out
 * when `sposta` names the appuntamento that is to be moved there.
 * @returns until when; `occupato`: somebody was faster
 */
export async function holdOrario(
  contesto: Contesto,
  id: string,
  oggetto: Oggetto | { sposta: string },
  { sede, esperto, modo, inizio }: Scelta,
): Promise<{ esito: Esito; scade: Date | null }> {
  const { motivo, rapporto, quesitoId, contributo }: Oggetto =
    "sposta" in oggetto ? { motivo: "", rapporto: null, quesitoId: null, contributo: null } : oggetto;
  const sposta = "sposta" in oggetto ? oggetto.sposta : null;
  const call = sql`blocca_orario(${id}::uuid, ${sposta}::uuid, ${motivo}, ${rapporto}, ${quesitoId}::uuid,
    ${contributo?.anno ?? null}::int, ${contributo?.trimestre ?? null}::int, ${contributo?.progressivo ?? null}::int,
    ${sede}, ${esperto}::uuid, ${modo}, ${inizio.toISOString()}::timestamptz)`;
  return retried(async () => {
    const rows = await inTransaction(contesto, (tx) =>
      tx.execute<{ esito: Esito; scade: string | null }>(sql`select * from ${call}`),
    );
    const { esito = "non_trovata", scade = null } = rows[0] ?? {};
    return { esito, scade: scade === null ? null : new Date(scade) };
  });
}

/** What who holds a time wants to say; a sede that books has no bozza to keep it in. */
export function writeNota(contesto: Contesto, id: string, nota: string) {
  return run(contesto, sql`scrivi_bozza(${id}::uuid, '', ${nota})`);
}

/**
 * Lets go of a hold, also one that was offered from the waiting list. With `scade` only of the hold that ran until then
 * and was chosen, not offered.
 */
export function releaseOrario(contesto: Contesto, id: string, scade: Date | null = null) {
  return run(contesto, sql`libera_orario(${id}::uuid, ${scade?.toISOString() ?? null}::timestamptz)`);
}

/**
 * Makes a hold an appuntamento, or moves the one it was taken for. Asked again it answers the same.
 * @returns the number of the appuntamento
 */
export async function confirmAppuntamento(
  contesto: Contesto,
  id: string,
  nota: string,
  telefono: string | null,
): Promise<{ esito: Esito; numero: string | null }> {
  return retried(() =>
    inTransaction(contesto, async (tx) => {
      const [row] = await tx.execute<{ esito: Esito; numero: string | null }>(
        sql`select esito, numero from conferma_appuntamento(${id}::uuid, ${nota}, ${telefono})`,
      );
      return { esito: row?.esito ?? "non_trovata", numero: row?.numero ?? null };
    }),
  );
}

export function cancelAppuntamento(contesto: Contesto, id: string, motivo: string) {
  return run(contesto, sql`annulla_appuntamento(${id}::uuid, ${motivo})`);
}

/** A place on the waiting list, under an id chosen by the form. */
export function enterAttesa(
  contesto: Contesto,
  id: string,
  { motivo, rapporto, quesitoId, contributo }: Oggetto,
  { sedi, modi, telefono }: { sedi: string[]; modi: ModoAppuntamento[]; telefono: string | null },
) {
  return run(
    contesto,
    sql`entra_in_attesa(${id}::uuid, ${motivo}, ${rapporto}, ${quesitoId}::uuid, ${contributo?.anno ?? null}::int,
      ${contributo?.trimestre ?? null}::int, ${contributo?.progressivo ?? null}::int, ${sql.param(`{${sedi.join(",")}}`)}::text[],
      ${sql.param(`{${modi.join(",")}}`)}::text[], ${telefono})`,
  );
}

export function leaveAttesa(contesto: Contesto, id: string) {
  return run(contesto, sql`esci_da_attesa(${id}::uuid)`);
}

async function run(contesto: Contesto, act: ReturnType<typeof sql>): Promise<Esito> {
  return retried(async () => {
    const rows = await inTransaction(contesto, (tx) =>
      tx.execute<{ esito: Esito }>(sql`select ${act} as esito`),
    );
    return rows[0]?.esito ?? "non_trovata";
  });
}

const ANCORA = ["40P01", "40001", "23P01"];

const TENTATIVI = 5;

/** Two who wait for each other, or for the same time: one is told to try again, which it does here, a little later. */
async function retried<T>(work: () => Promise<T>, tentativo = 1): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (tentativo === TENTATIVI || !ANCORA.includes(String(codeOf(error)))) throw error;
    await setTimeout(Math.random() * 40 * tentativo);
    return retried(work, tentativo + 1);
  }
}
