import { setTimeout as pause } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { sendBozza } from "@/lib/quesiti/mutations";
import { type Contesto, DatabaseNonDisponibile } from "./client";
import { aPosizione, aSede, aViewer } from "./mondo-di-prova";
import { aBozza, anAllegato, aQuesito, aRisposta } from "./mondo-quesiti";

// Bozze that are sent while something dies, and what must be there afterwards: all that belongs together, or nothing.

/** A new quesito, a reply to the sede's request, or an answer of the sede whose minute is over. */
export type Atto = "quesito" | "replica" | "risposta";
export const ATTI: readonly Atto[] = ["quesito", "replica", "risposta"];
/** `quesito`: where it belongs, which is itself when it is a new one. */
export type Invio = { atto: Atto; contesto: Contesto; bozza: string; quesito: string; email: string };

/** So many bozze of two files, each of a datore whom no other knows; the acts by turns. */
export async function invii(
  owner: Sql,
  sede: string,
  quanti: number,
  atti: readonly Atto[] = ["quesito"],
): Promise<Invio[]> {
  await aSede(owner, sede);
  await aViewer(owner, operatoreDi(sede), { tipo: "operatore", sede });
  const all: Invio[] = [];
  for (let n = 0; n < quanti; n += 1)
    all.push(await anInvio(owner, sede, n, atti[n % atti.length] ?? "quesito"));
  return all;
}

const lettere = (cifre: string) => [...cifre].map((cifra) => "abcdefghij"[Number(cifra)]).join("");
const operatoreDi = (sede: string) => `op${lettere(sede.slice(0, 1))}`;

async function anInvio(owner: Sql, sede: string, n: number, atto: Atto): Promise<Invio> {
  const chiave = `iv${lettere(sede.slice(0, 1) + String(n).padStart(3, "0"))}`;
  const email = `${chiave}@esempio.it`;
  const posizione = await aPosizione(owner, chiave, sede, { email });
  const contesto = (await aViewer(owner, chiave, { tipo: "datore" }))(posizione);
  const aperto = { posizione, aperto: chiave, sede, assegnato: operatoreDi(sede) };
  const stato = atto === "replica" ? "in_attesa_del_cittadino" : "in_carico";
  const dove = atto === "quesito" ? null : await aQuesito(owner, { ...aperto, stato });
  const bozza =
    atto === "risposta" && dove
      ? await aRisposta(owner, dove, aperto.assegnato, { parte: -1 })
      : await aBozza(owner, posizione, chiave, { quesito_id: dove?.id ?? null });
  for (const nome of ["busta.pdf", "ricevuta.pdf"]) await anAllegato(owner, posizione, { bozza }, { nome });
  return { atto, contesto, email, bozza, quesito: dove?.id ?? bozza };
}

const EVENTO: Record<Atto, string> = { quesito: "inviato", replica: "integrato", risposta: "risposto" };

/** Which of the things that belong together are there: TUTTO or NIENTE, if all is well. */
export async function tracce(admin: Sql, { atto, bozza, quesito, email }: Invio): Promise<string> {
  const [row] = await admin`select
    (select count(*)::int from quesiti where id = ${quesito} and case ${atto}
      when 'replica' then sospeso_dal is null when 'risposta' then prima_risposta_at is not null else true end) as quesito,
    (select count(*)::int from messaggi where id = ${bozza}) as messaggi,
    (select count(*)::int from allegati a where a.messaggio_id = ${bozza}
      and exists (select from contenuti_allegato c where c.allegato_id = a.id and sha256(c.contenuto) = decode(a.sha256, 'hex'))
    ) as allegati,
    (select count(*)::int from eventi_quesito where quesito_id = ${quesito} and evento = ${EVENTO[atto]}) as eventi,
    (select count(*)::int from posta where destinatario = ${email}) as posta,
    (select count(*)::int from graphile_worker.jobs j join posta p on p.id::text = j.key where p.destinatario = ${email}) as lavori,
    1 - (select count(*)::int from bozze where id = ${bozza}) as bozza,
    2 - (select count(*)::int from allegati where bozza_id = ${bozza}) as sciolti`;
  return Object.values(row ?? {}).join("");
}
export const TUTTO = "11211112";
export const NIENTE = "00000000";

/** What the job worker does, by a connection that is there already; one that was lost makes room for another. */
export function openWorker(url: string) {
  const open = () =>
    postgres(url, {
      ...{ max: 1, fetch_types: false, connect_timeout: 5, onnotice: () => undefined },
      connection: { application_name: "cassetto" },
    });
  let sql = open();
  return {
    async parti(bozza: string): Promise<string> {
      const late = new AbortController();
      const patience = pause(5_000, undefined, { signal: late.signal }).then(
        () => Promise.reject({ code: "CONNECT_TIMEOUT" }),
        () => undefined,
      );
      try {
        const rows = await Promise.race([sql`select parti_risposta(${bozza}) as esito`, patience]);
        return rows?.[0]?.esito as string;
      } catch (error) {
        if (!/^(CONN|ECONN|57P0)/.test((error as { code?: string }).code ?? "")) throw error;
        sql.end({ timeout: 0 }).catch(() => undefined);
        sql = open();
        throw new DatabaseNonDisponibile("connection lost", { cause: error });
      } finally {
        late.abort();
      }
    },
    end: () => sql.end({ timeout: 1 }),
  };
}
export type Worker = ReturnType<typeof openWorker>;

/** As the web process sends it, or the job worker. @returns "ok", or why not */
async function send({ atto, contesto, bozza }: Invio, worker: Worker): Promise<string> {
  if (atto !== "risposta") {
    const answer = await sendBozza(contesto, bozza);
    return answer.ok ? "ok" : answer.reason;
  }
  const esito = await worker.parti(bozza);
  return ["partita", "niente"].includes(esito) ? "ok" : esito;
}

/** What sending it says: "ok", why it is refused, or that the database is away. */
export const invia = (invio: Invio, worker: Worker): Promise<string> =>
  send(invio, worker).catch((error) => (error instanceof DatabaseNonDisponibile ? "away" : String(error)));

/** As somebody would who was told to try again. */
export async function again(invio: Invio, worker: Worker): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await send(invio, worker);
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
