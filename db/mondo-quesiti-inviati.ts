import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import type { openBozza, sendBozza, writeBozza } from "@/lib/quesiti/mutations";
import type { Contesto } from "./client";

/** lib/quesiti/mutations, imported by the test once its database is there. */
type Acts = { openBozza: typeof openBozza; writeBozza: typeof writeBozza; sendBozza: typeof sendBozza };
type Quesito = { rapporto?: string | null; argomento?: string; oggetto?: string; testo?: string };

/** A quesito by the acts themselves, from the first step to the receipt. */
export async function sendQuesito(act: Acts, chi: Contesto, over: Quesito = {}) {
  const id = randomUUID();
  const { rapporto = null, argomento = "avviso_inesatto", oggetto = "Una domanda", testo = "Testo." } = over;
  await act.openBozza(chi, { id, quesitoId: null, rapporto, argomento, contributo: null });
  await act.writeBozza(chi, id, oggetto, testo);
  const inviata = await act.sendBozza(chi, id);
  if (!inviata.ok) throw new Error(inviata.reason);
  return inviata;
}

/** The sede answers, as if the minute in which it can be stopped were over. @returns the id of the messaggio */
export async function answerQuesito(sql: Sql, quesitoId: string): Promise<string> {
  const [row] = await sql`insert into messaggi (posizione_id, quesito_id, id, protocollo, lato, utente_id,
      profilo, chi, per_conto, testo, azione)
    select posizione_id, id, gen_random_uuid(), protocolla(sede_codice), 'sede', aperto_da, 'operatore', 'Olga', 'Sede',
      'Ecco.', 'risposta' from quesiti where id = ${quesitoId} returning id`;
  return row?.id;
}
