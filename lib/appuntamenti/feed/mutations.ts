import "server-only";
import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { type Contesto, inTransaction } from "@/db/client";
import { calendari } from "@/db/schema/agenda";
import { BYTE_DEL_SEGRETO, improntaDi } from "./rules";

/**
 * A new secret for the calendar of the esperto who asks; the one before opens nothing any more. It can be read only
 * now: the database keeps its hash. @returns null when who asks is no esperto
 */
export async function renewCalendario(contesto: Contesto): Promise<string | null> {
  const segreto = randomBytes(BYTE_DEL_SEGRETO).toString("base64url");
  const impronta = improntaDi(segreto);
  const rows = await inTransaction(contesto, (tx) =>
    tx.execute(sql`
      insert into ${calendari} (sede_codice, esperto, segreto)
      select sede_dell_esperto(), utente_corrente(), ${impronta} where sede_dell_esperto() is not null
      on conflict (sede_codice, esperto) do update set segreto = excluded.segreto, rinnovato_at = now()
      returning 1`),
  );
  return rows.length > 0 ? segreto : null;
}

/** From then on the address opens nothing. @returns false: there was none */
export async function deleteCalendario(contesto: Contesto): Promise<boolean> {
  const rows = await inTransaction(contesto, (tx) =>
    tx.delete(calendari).returning({ esperto: calendari.esperto }),
  );
  return rows.length > 0;
}
