import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aPersona, onDay } from "@/db/mondo-deleghe";
import { aPosizione, aViewer, aWorld, OGGI, openWorld, type World } from "@/db/mondo-di-prova";
import { aBozza, anAllegato, aQuesito, aRisposta, aSedeAtWork, chiede, utenteDi } from "@/db/mondo-quesiti";
import {
  assignQuesiti,
  releaseQuesito,
  sendRisposta,
  stopRisposta,
  takeQuesito,
  transferQuesito,
  writeRisposta,
} from "./lavorazione/mutations";
import { closeQuesito, openBozza, sendBozza } from "./mutations";

const QUANTI = 20;
const LETTERE = "abcdefghijklmnopqrst";

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let sedeAtWork: Awaited<ReturnType<typeof aSedeAtWork>>;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  sedeAtWork = await aSedeAtWork(opened.owner, world);
});
afterAll(() => opened.close());

const times = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));
const count = (words: readonly string[]) =>
  Object.fromEntries(
    [...new Set(words)].map((word) => [word, words.filter((other) => other === word).length]),
  );
const diAnna = (assegnato?: string) =>
  aQuesito(opened.owner, {
    posizione: world.anna,
    aperto: "anna",
    sede: world.sede,
    ...(assegnato && { assegnato }),
  });
const eventi = async (quesito: string) =>
  (await opened.owner`select evento from eventi_quesito where quesito_id = ${quesito} order by id`).map(
    (row) => row.evento as string,
  );
const parti = async (id: string) =>
  (await opened.owner`select parti_risposta(${id}) as esito`)[0]?.esito as string;
/** The numbers a sede gave in a year, in order: of messaggi that are there. */
const numeri = async (sede: string, anno: number) =>
  (
    await opened.owner`select right(protocollo, 7)::int as n from messaggi
      where protocollo like ${`${sede}.${anno}.%`} order by 1`
  ).map((row) => row.n as number);
const senzaBuchi = (quanti: number) => Array.from({ length: quanti }, (_, index) => index + 1);

describe("twenty at once", () => {
  it("put one answer on its way once, and let it leave once, with one number and one mail for each", async () => {
    const { owner } = opened;
    await owner`update soggetti set email = lower(cognome) || '@esempio.it' where cognome in ('anna', 'bruno')`;
    const quesito = await aQuesito(owner, {
      ...{ posizione: world.anna, aperto: "bruno", sede: world.sede, assegnato: "olga" },
    });
    const id = await aRisposta(owner, quesito, "olga");
    const sent = await times(QUANTI, () => sendRisposta(world.chi.olga(), id));
    expect(new Set(sent.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(sent[0]).toMatchObject({ esito: "ok", parte: expect.any(Date) });
    await owner`update bozze set parte_at = now() where id = ${id}`;
    const before = (await numeri(world.sede, 2026)).length;
    const crowd = postgres(opened.database.ownerUrl, { max: 20, onnotice: () => undefined });
    const left = await times(QUANTI, () =>
      onDay(
        crowd,
        { sessione: null, posizione: null },
        OGGI,
        async (tx) => (await tx`select parti_risposta(${id}) as esito`)[0]?.esito,
      ),
    );
    await crowd.end();
    expect(count(left as string[])).toEqual({ partita: 1, niente: QUANTI - 1 });
    expect(await numeri(world.sede, 2026)).toHaveLength(before + 1);
    expect(await eventi(quesito.id)).toEqual(["inviato", "risposto"]);
    const posta = await owner`select destinatario from posta where modello = 'quesito_risposto' order by 1`;
    expect(posta.map((row) => row.destinatario)).toEqual(["anna@esempio.it", "bruno@esempio.it"]);
    expect(await sendRisposta(world.chi.olga(), id)).toEqual({ esito: "ok", parte: null });
  });

  it("take one quesito: one has it, and the others are told the same name", async () => {
    const officers: Awaited<ReturnType<typeof aViewer>>[] = [];
    for (const lettera of LETTERE)
      officers.push(await aPersona(opened.owner, `addet${lettera}`, { tipo: "operatore", sede: world.sede }));
    const quesito = await diAnna();
    const said = await times(QUANTI, (n) => takeQuesito(officers[n]?.() as never, quesito.id));
    expect(count(said.map(({ esito }) => esito))).toEqual({ ok: 1, gia_preso: QUANTI - 1 });
    const winner = said.findIndex(({ esito }) => esito === "ok");
    const told = said.filter(({ esito }) => esito === "gia_preso").map(({ chi }) => chi);
    expect(new Set(told)).toEqual(new Set([`Prova addet${LETTERE[winner]}`]));
    expect(await eventi(quesito.id)).toEqual(["inviato", "preso_in_carico"]);
  });

  it("begin and send no more than twenty of a drawer", async () => {
    const chiave = "tanti";
    const posizione = await aPosizione(opened.owner, chiave, world.sede);
    const contesto = (await aViewer(opened.owner, chiave, { tipo: "datore" }))(posizione);
    const nuova = { quesitoId: null, rapporto: null, argomento: "avviso_inesatto", contributo: null };
    const begun = await times(25, () => openBozza(contesto, { ...nuova, id: crypto.randomUUID() }));
    expect(count(begun)).toEqual({ ok: 20, troppe_bozze: 5 });
    await opened.owner`delete from bozze where posizione_id = ${posizione}`;
    const bozze: string[] = [];
    for (let n = 0; n < 25; n += 1) bozze.push(await aBozza(opened.owner, posizione, chiave));
    const sent = await times(25, (n) => sendBozza(contesto, bozze[n] ?? ""));
    expect(count(sent.map((one) => (one.ok ? "ok" : one.reason)))).toEqual({ ok: 20, troppi_quesiti: 5 });
  });
});

describe("two that meet", () => {
  it("a stop and the departure: exactly one of them happens, fifty times", async () => {
    const seen: string[] = [];
    for (let n = 0; n < 50; n += 1) {
      const quesito = await diAnna("olga");
      const id = await aRisposta(opened.owner, quesito, "olga", { parte: -1 });
      const [stopped, left] = await Promise.all(
        n % 2
          ? [stopRisposta(world.chi.olga(), id), parti(id)]
          : [stopRisposta(world.chi.olga(), id), parti(id)].reverse(),
      ).then((both) => (n % 2 ? both : both.reverse()));
      const [there] =
        await opened.owner`select (select count(*)::int from messaggi where id = ${id}) as messaggi,
        (select count(*)::int from bozze where id = ${id} and parte_at is null) as bozze`;
      seen.push(`${stopped} ${left} ${there?.messaggi} ${there?.bozze}`);
    }
    const both = ["ok niente 0 1", "gia_partita partita 1 0"];
    expect(seen.filter((one) => !both.includes(one))).toEqual([]);
  });

  it("twenty stops are one", async () => {
    const id = await aRisposta(opened.owner, await diAnna("olga"), "olga", { parte: 60 });
    const said = await times(QUANTI, () => stopRisposta(world.chi.olga(), id));
    expect(count(said)).toEqual({ ok: QUANTI });
  });

  it("two who give many at once, in opposite orders, wait for each other", async () => {
    const quesiti: string[] = [];
    for (let n = 0; n < 30; n += 1) quesiti.push((await diAnna("olga")).id);
    const livia = await utenteDi(opened.owner, "livia");
    const olga = await utenteDi(opened.owner, "olga");
    const said = await times(10, (n) =>
      assignQuesiti(
        world.chi.renzo(),
        n % 2 ? quesiti : [...quesiti].reverse(),
        n % 2 ? livia : olga,
        "Ferie",
      ),
    );
    expect(count(said)).toEqual({ ok: 10 });
  });

  it("a file taken away while its answer is put on its way: it stays", async () => {
    const id = await aRisposta(opened.owner, await diAnna("olga"), "olga");
    const file = await anAllegato(opened.owner, world.anna, { bozza: id });
    let taking: Promise<string> | undefined;
    await onDay(opened.owner, world.chi.olga(), OGGI, async (tx) => {
      await tx`select * from invia_risposta(${id})`;
      taking = chiede(opened.owner, world.chi.olga(), `togli_allegato('${file}')`);
      await pause(200);
    });
    expect(await taking).toBe("non_trovata");
    expect(await opened.owner`select from allegati where id = ${file}`).toHaveLength(1);
  });
});

it("whatever is asked of one quesito at the same moment, nothing fails and what is left is in order", async () => {
  const { owner } = opened;
  const olga = world.chi.olga();
  const livia = await utenteDi(owner, "livia");
  for (let n = 0; n < 40; n += 1) {
    const { id: quesitoId } = await diAnna("olga");
    const id = await aRisposta(owner, { id: quesitoId, posizione: world.anna }, "olga", {
      parte: n % 2 ? -1 : null,
    });
    const replica = await aBozza(owner, world.anna, "anna", { quesito_id: quesitoId });
    const risposta = { id, quesitoId, azione: "risposta", esito: null, testo: "Ecco." } as const;
    await Promise.all([
      sendRisposta(olga, id),
      writeRisposta(olga, risposta),
      transferQuesito(n % 3 ? olga : world.chi.renzo(), quesitoId, world.altraSede, "Non è nostro"),
      parti(id),
      closeQuesito(world.chi.anna(world.anna), quesitoId),
      sendBozza(world.chi.anna(world.anna), replica),
      assignQuesiti(world.chi.renzo(), [quesitoId], livia, ""),
      releaseQuesito(olga, quesitoId),
      takeQuesito(sedeAtWork.livia(), quesitoId),
    ]);
  }
  const fuori = await owner`
    select q.id from quesiti q where
      (select count(*) from messaggi m where m.quesito_id = q.id) <> (select count(*) from eventi_quesito e
        where e.quesito_id = q.id and e.evento in ('inviato', 'integrato', 'riaperto', 'risposto', 'richiesto'))
      or q.stato = 'inviato' and q.assegnato_a is not null
      or exists (select from bozze b where b.quesito_id = q.id and b.parte_at is not null and q.assegnato_a is distinct from b.utente_id
        and q.stato <> 'chiuso')`;
  expect([...fuori]).toEqual([]);
  for (const sede of [world.sede, world.altraSede]) {
    const given = await numeri(sede, 2026);
    expect(given).toEqual(senzaBuchi(given.length));
  }
}, 60_000);
