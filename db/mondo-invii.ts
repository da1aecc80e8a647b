import { setTimeout as pause } from "node:timers/promises";
import type { Sql } from "postgres";
import { sendBozza } from "@/lib/quesiti/mutations";
import { type Contesto, DatabaseNonDisponibile } from "./client";
import { aPosizione, aSede, aViewer } from "./mondo-di-prova";
import { aBozza, anAllegato } from "./mondo-quesiti";

// Bozze that are sent while something dies, and what must be there afterwards: all of a quesito, or nothing.

export type Invio = { contesto: Contesto; bozza: string; email: string };

/** So many bozze of two files, each of a datore whom no other knows. */
export async function invii(owner: Sql, sede: string, quanti: number): Promise<Invio[]> {
  await aSede(owner, sede);
  const all: Invio[] = [];
  for (let n = 0; n < quanti; n += 1) all.push(await anInvio(owner, sede, n));
  return all;
}

async function anInvio(owner: Sql, sede: string, n: number): Promise<Invio> {
  const letters = [...sede.slice(0, 1), ...String(n).padStart(3, "0")].map(
    (digit) => "abcdefghij"[Number(digit)],
  );
  const chiave = `iv${letters.join("")}`;
  const email = `${chiave}@esempio.it`;
  const posizione = await aPosizione(owner, chiave, sede, { email });
  const contesto = (await aViewer(owner, chiave, { tipo: "datore" }))(posizione);
  const bozza = await aBozza(owner, posizione, chiave);
  for (const nome of ["busta.pdf", "ricevuta.pdf"]) await anAllegato(owner, posizione, { bozza }, { nome });
  return { contesto, email, bozza };
}

/** Which of the things that belong together are there: TUTTO or NIENTE, if all is well. */
export async function tracce(admin: Sql, { bozza, email }: Invio): Promise<string> {
  const [row] = await admin`select
    (select count(*)::int from quesiti where id = ${bozza}) as quesito,
    (select count(*)::int from messaggi where quesito_id = ${bozza}) as messaggi,
    (select count(*)::int from allegati a join messaggi m on m.id = a.messaggio_id where m.quesito_id = ${bozza}
      and exists (select from contenuti_allegato c where c.allegato_id = a.id and sha256(c.contenuto) = decode(a.sha256, 'hex'))
    ) as allegati,
    (select count(*)::int from eventi_quesito where quesito_id = ${bozza}) as eventi,
    (select count(*)::int from posta where destinatario = ${email}) as posta,
    (select count(*)::int from graphile_worker.jobs j join posta p on p.id::text = j.key where p.destinatario = ${email}) as lavori,
    1 - (select count(*)::int from bozze where id = ${bozza}) as bozza,
    2 - (select count(*)::int from allegati where bozza_id = ${bozza}) as sciolti`;
  return Object.values(row ?? {}).join("");
}
export const TUTTO = "11211112";
export const NIENTE = "00000000";

/** What sending it says: "ok", why it is refused, or that the database is away. */
export const invia = ({ contesto, bozza }: Invio): Promise<string> =>
  sendBozza(contesto, bozza).then(
    (answer) => (answer.ok ? "ok" : answer.reason),
    (error) => (error instanceof DatabaseNonDisponibile ? "away" : String(error)),
  );

/** As somebody would who was told to try again. */
export async function again({ contesto, bozza }: Invio) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await sendBozza(contesto, bozza);
    } catch (error) {
      if (!(error instanceof DatabaseNonDisponibile) || attempt > 5) throw error;
      await pause(attempt * 100);
    }
  }
}

/** The years of a sede whose numbers are not 1, 2, 3 and so on, as many as were given. */
export const numeriGuasti = (admin: Sql, sede: string) => admin`
  select anno from protocolli p where sede_codice = ${sede}
    and array(select right(protocollo, 7)::int from messaggi
      where protocollo like p.sede_codice || '.' || p.anno || '.%' order by 1) <> array(select generate_series(1, ultimo))`;
