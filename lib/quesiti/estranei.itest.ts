import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Contesto } from "@/db/client";
import { onDay } from "@/db/mondo-deleghe";
import { aWorld, codiceFiscaleOf, OGGI, openWorld, type World } from "@/db/mondo-di-prova";
import {
  aBozza,
  anAllegato,
  aParere,
  aQuesito,
  aRisposta,
  aSedeAtWork,
  aStudioAround,
  utenteDi,
} from "@/db/mondo-quesiti";
import { ATTI, CHI, type Chi, type Riga } from "@/db/mondo-quesiti-estranei";
import { STATI_QUESITO } from "@/db/schema/quesiti";

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let contesti: Record<Chi, Contesto>;
/** What traces() said before anything was asked. */
let untouched: string;
const ids: Record<string, Record<string, string>> = {};
beforeAll(async () => {
  opened = await openWorld();
  const { owner } = opened;
  world = await aWorld(owner);
  const { chi, anna, sede } = world;
  const altri = await aSedeAtWork(owner, world);
  const viewers = { ...chi, ...altri, ...(await aStudioAround(owner, world, altri.ines)) };
  const at = (name: string) => viewers[name.split(" ")[0] as keyof typeof viewers](anna);
  contesti = Object.fromEntries(
    CHI.map((name) => [name, name === "nessuno" ? { sessione: null, posizione: anna } : at(name)]),
  ) as Record<Chi, Contesto>;
  contesti["dario dal suo"] = chi.dario(world.dario);
  const [morta] =
    await owner`insert into posta (destinatario, modello, abbandonata_at, tentativi, ultimo_errore)
    values ('anna@posta.example', 'quesito_ricevuto', now(), 10, 'SMTP 550') returning id`;
  const common: Record<string, string> = {
    anna,
    rapporto: world.attivo,
    altraSede: world.altraSede,
    morta: morta?.id,
  };
  for (const name of ["livia", "omar", "elsa"]) common[name] = await utenteDi(owner, name);
  for (const stato of STATI_QUESITO) {
    const assegnato = stato === "inviato" ? {} : { assegnato: "olga" };
    const quesito = await aQuesito(owner, { posizione: anna, aperto: "anna", sede, stato, ...assegnato });
    const replica = await aBozza(owner, anna, "anna", { quesito_id: quesito.id });
    const risposta = await aRisposta(owner, quesito, "olga");
    ids[stato] = {
      ...{ ...common, quesito: quesito.id, protocollo: quesito.protocollo, replica, risposta },
      bozza: await aBozza(owner, anna, "anna"),
      parere: await aParere(owner, quesito, "olga", "elsa"),
      file: await anAllegato(owner, anna, { bozza: replica }),
      fileRisposta: await anAllegato(owner, anna, { bozza: risposta }),
      inviato: await anAllegato(owner, anna, { messaggio: quesito.id }),
    };
  }
  // Who closes a quesito asks nobody about it any more.
  await owner`update pareri set reso_at = now() where id = ${ids.chiuso?.parere ?? ""}`;
  untouched = await onDay(owner, contesti.nessuno, OGGI, traces);
});
afterAll(() => opened.close());

const TABELLE = [
  ...[
    "protocolli",
    "quesiti",
    "eventi_quesito",
    "bozze",
    "messaggi",
    "allegati",
    "contenuti_allegato",
    "anteprime",
  ],
  ...["note_quesito", "pareri", "modelli_risposta", "argomenti", "accessi", "posta", "deleghe", "sessioni"],
  "graphile_worker._private_jobs",
];
/** All that an act might change, in one line. */
const traces = async (tx: TransactionSql) =>
  (
    await tx.unsafe(
      `select concat_ws(' ', ${TABELLE.map((t) => `(select md5(string_agg(t::text, '' order by t::text)) from ${t} t)`)}) as s`,
    )
  )[0]?.s as string;

/** What an act answers, and whether anything changed; then all is as before. */
async function ask(name: Chi, stato: string, { atto, prima }: Riga) {
  const answer = { esito: "", changed: false };
  const undone = new Error("undone");
  const filled = (text: string) => text.replaceAll(/\$(\w+)/g, (_, key) => `'${ids[stato]?.[key]}'`);
  await onDay(opened.owner, contesti[name], OGGI, async (tx) => {
    const [chi = "", come] = name.split(" ");
    if (come === "PIN")
      await tx`update utenti set pin_iniziale = true where codice_fiscale = ${codiceFiscaleOf(chi)}`;
    if (come === "disabilitata")
      await tx`update utenti set disabilitato_at = now() where codice_fiscale = ${codiceFiscaleOf(chi)}`;
    if (come === "legge")
      await tx`update deleghe set ambito = 'consultazione' where intermediario_codice is not null`;
    if (prima) await tx.unsafe(filled(prima));
    const before = prima || come ? await traces(tx) : untouched;
    const [row] = await tx.unsafe(`select ${filled(atto)} as esito`);
    Object.assign(answer, { esito: row?.esito, changed: (await traces(tx)) !== before });
    throw undone;
  }).catch((error) => {
    if (error !== undone) throw error;
  });
  return answer;
}

/** What a refusal, and a look that finds nothing, is called. */
const VANI = /^(non_|gia_|in_partenza|senza_|0$|false$|nessuna$|700100$)/;

describe.each(Object.entries(ATTI))("who %s", (_, riga) => {
  it.each(STATI_QUESITO.map((stato, index) => [stato, index] as const))(
    "of one that is %s",
    async (stato, index) => {
      const said: Record<string, string> = {};
      const wanted: Record<string, string> = {};
      for (const name of CHI) {
        const words = (riga[name] ?? riga.altri).split(" ");
        wanted[name] = words[index] ?? words[0] ?? "";
        const { esito, changed } = await ask(name, stato, riga);
        said[name] = esito + (changed && VANI.test(esito) ? ", and something changed" : "");
      }
      expect(said).toEqual(wanted);
    },
  );
});
