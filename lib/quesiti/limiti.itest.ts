import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onDay } from "@/db/mondo-deleghe";
import {
  anUtente,
  aPosizione,
  aSessione,
  aViewer,
  aWorld,
  codiceFiscaleOf,
  OGGI,
  openWorld,
  type World,
} from "@/db/mondo-di-prova";
import {
  ARGOMENTO,
  aBozza,
  anAllegato,
  aQuesito,
  aRisposta,
  aSedeAtWork,
  chiede,
  TERMINE,
  utenteDi,
} from "@/db/mondo-quesiti";
import { takeQuesito, writeRisposta } from "./lavorazione/mutations";
import { openBozza, sendBozza } from "./mutations";
import { GIORNI_PER_RIAPRIRE } from "./rules";

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  await aSedeAtWork(opened.owner, world);
});
afterAll(() => opened.close());

const diAnna = (assegnato = "olga", over = {}) =>
  aQuesito(opened.owner, { posizione: world.anna, aperto: "anna", sede: world.sede, assegnato, ...over });
const parti = async (id: string) =>
  (await opened.owner`select parti_risposta(${id}) as esito`)[0]?.esito as string;
const nuova = { quesitoId: null, rapporto: null, argomento: ARGOMENTO, contributo: null };

describe("an answer on its way whose writer", () => {
  const DOPO: Record<string, [string, string]> = {
    "was disabled": ["update utenti set disabilitato_at = now() where id = ", "non_in_carico"],
    "is no longer of the sede": ["delete from profili where utente_id = ", "non_in_carico"],
    "only changed from operatore to responsabile": [
      "update profili set tipo = 'responsabile' where utente_id = ",
      "partita",
    ],
  };
  it.each(Object.entries(DOPO))("%s", async (name, [change, expected]) => {
    const { owner } = opened;
    const chiave = `uscente${name.length}`.replace(/\d+/, (n) => "abcdefghij"[Number(n) % 10] ?? "");
    await aViewer(owner, chiave, { tipo: "operatore", sede: world.sede });
    const quesito = await diAnna(chiave);
    const id = await aRisposta(owner, quesito, chiave, { parte: -1 });
    await owner.unsafe(`${change}'${await utenteDi(owner, chiave)}'`);
    expect(await parti(id)).toBe(expected);
    expect(await owner`select from messaggi where id = ${id}`).toHaveLength(expected === "partita" ? 1 : 0);
    // What nobody of the sede has in charge any more can be taken by who still is.
    const { esito } = await takeQuesito(world.chi.olga(), quesito.id);
    expect(esito).toBe(expected === "partita" ? "gia_preso" : "ok");
  });

  it("had the quesito closed by who asked: it stays a bozza", async () => {
    const quesito = await diAnna();
    const id = await aRisposta(opened.owner, quesito, "olga", { parte: -1 });
    expect(await chiede(opened.owner, world.chi.anna(world.anna), `chiudi_quesito('${quesito.id}')`)).toBe(
      "ok",
    );
    expect(await parti(id)).toBe("chiuso");
    expect(await opened.owner`select from bozze where id = ${id} and parte_at is null`).toHaveLength(1);
  });
});

it("may be opened again for thirty days to the second", async () => {
  const said: string[] = [];
  for (const oltre of ["0 seconds", "1 second"]) {
    const quesito = await diAnna("olga", { stato: "chiuso" });
    const bozza = await aBozza(opened.owner, world.anna, "anna", { quesito_id: quesito.id });
    await onDay(opened.owner, world.chi.anna(world.anna), OGGI, async (tx) => {
      await tx`update quesiti set chiuso_at = now() - make_interval(days => ${GIORNI_PER_RIAPRIRE}) - ${oltre}::interval
        where id = ${quesito.id}`;
      const [row] = await tx`select esito from invia_bozza(${bozza}, ${TERMINE}, null)`;
      said.push(row?.esito);
    });
  }
  expect(said).toEqual(["ok", "chiuso_da_troppo"]);
});

describe("the key of a form", () => {
  it("that was another's, in another drawer or thread, is refused in words", async () => {
    const sua = (await diAnna()).id;
    const dario = world.chi.dario(world.dario);
    expect(await openBozza(dario, { ...nuova, id: sua })).toBe("non_trovata");
    const bozza = await aBozza(opened.owner, world.anna, "anna");
    expect(await openBozza(dario, { ...nuova, id: bozza })).toBe("non_trovata");
    const altro = await diAnna();
    const risposta = { azione: "risposta", esito: null, testo: "Ecco." } as const;
    for (const id of [sua, bozza])
      expect(await writeRisposta(world.chi.olga(), { ...risposta, id, quesitoId: altro.id })).toBe(
        "non_trovata",
      );
  });
});

describe("who is of a sede and a datore as well", () => {
  it("touches in one session nothing of what they write in the other", async () => {
    const { owner } = opened;
    const posizione = await aPosizione(owner, "doppia", world.sede);
    const { utente, profili } = await anUtente(owner, "doppia", [
      { tipo: "datore" },
      { tipo: "operatore", sede: world.sede },
    ]);
    const datore = (await aSessione(owner, utente, profili[0])).contesto(posizione);
    const operatrice = (await aSessione(owner, utente, profili[1])).contesto(posizione);
    const quesito = await aQuesito(owner, {
      posizione,
      aperto: "doppia",
      sede: world.sede,
      assegnato: "doppia",
    });
    const risposta = await aRisposta(owner, quesito, "doppia");
    const bozza = await aBozza(owner, posizione, "doppia", { quesito_id: quesito.id });
    for (const [contesto, id] of [
      [datore, risposta],
      [operatrice, bozza],
    ] as const) {
      const file = await anAllegato(owner, posizione, { bozza: id });
      expect(await chiede(owner, contesto, `elimina_bozza('${id}')`)).toBe("non_trovata");
      expect(await chiede(owner, contesto, `togli_allegato('${file}')`)).toBe("non_trovata");
    }
    expect(await chiede(owner, datore, `(select esito from invia_risposta('${risposta}'))`)).toBe(
      "non_trovata",
    );
    expect(
      await chiede(owner, operatrice, `(select esito from invia_bozza('${bozza}', '${TERMINE}', null))`),
    ).toBe("non_consentito");
    expect(
      await chiede(owner, datore, `scrivi_risposta('${risposta}', '${quesito.id}', 'risposta', null, 'x')`),
    ).toBe("non_trovata");
  });
});

describe("an archive", () => {
  it("that gives the rapporto to another datore: the bozza must choose again, the quesito stays where it is", async () => {
    const { owner } = opened;
    const [rapporto] =
      await owner`insert into rapporti select (jsonb_populate_record(r, '{"codice": "0000000077"}')).*
      from rapporti r where codice = ${world.attivo} returning codice`;
    const over = { rapporto: rapporto?.codice };
    const quesito = await diAnna("olga", { over });
    const bozza = await aBozza(owner, world.anna, "anna", over);
    const reply = await aBozza(owner, world.anna, "anna", { ...over, quesito_id: quesito.id });
    await owner`update rapporti set posizione_id = ${world.dario} where codice = ${rapporto?.codice}`;
    const anna = world.chi.anna(world.anna);
    expect(await sendBozza(anna, bozza)).toEqual({ ok: false, reason: "incompleta" });
    expect(await sendBozza(anna, reply)).toMatchObject({ ok: true, protocollo: quesito.protocollo });
    const protocollo = `(select count(*)::int from leggi_quesito('${quesito.protocollo}'))`;
    expect(await chiede(owner, anna, protocollo)).toBe(1);
    expect(await chiede(owner, world.chi.dario(world.dario), protocollo)).toBe(0);
  });

  it("that changes who somebody is leaves what was registered as it was", async () => {
    const { owner } = opened;
    const quesito = await diAnna();
    const before =
      await owner`select q.datore_nome, m.chi from quesiti q join messaggi m on m.quesito_id = q.id where q.id = ${quesito.id}`;
    await owner`update soggetti set cognome = 'Altra', nome = 'Persona' where codice_fiscale = ${codiceFiscaleOf("anna")}`;
    const after =
      await owner`select q.datore_nome, m.chi from quesiti q join messaggi m on m.quesito_id = q.id where q.id = ${quesito.id}`;
    expect([...after]).toEqual([...before]);
  });
});

describe("the mails of an act", () => {
  const TOOK: Record<string, [string | null, string | null, string[]]> = {
    "go to the datore and the author": ["a@esempio.it", "b@esempio.it", ["a@esempio.it", "b@esempio.it"]],
    "go once to one mailbox": ["Tutti@esempio.it", "tutti@esempio.it", ["tutti@esempio.it"]],
    "go nowhere without an address": [null, null, []],
    "pass over what is no address": ["non, un@indirizzo", "b@esempio.it", ["b@esempio.it"]],
  };
  const ATTI: Record<string, (quesito: string) => Promise<unknown>> = {
    quesito_ricevuto: async (quesito) =>
      sendBozza(
        world.chi.bruno(world.anna),
        await aBozza(opened.owner, world.anna, "bruno", { quesito_id: quesito }),
      ),
    quesito_risposto: (quesito) => answer(quesito, "risposta"),
    quesito_richiesta: (quesito) => answer(quesito, "richiesta"),
    quesito_chiuso: (quesito) => answer(quesito, "chiusura"),
  };
  const answer = async (id: string, azione: "risposta" | "richiesta" | "chiusura") => {
    const esito = azione === "chiusura" ? "positivo" : null;
    const over = { azione, esito, parte: -1 } as const;
    expect(await parti(await aRisposta(opened.owner, { id, posizione: world.anna }, "olga", over))).toBe(
      "partita",
    );
  };
  describe.each(Object.entries(TOOK))("%s", (_, [datore, autore, expected]) => {
    it.each(Object.entries(ATTI))("%s", async (modello, act) => {
      const { owner } = opened;
      await owner`update soggetti set email = ${datore} where codice_fiscale = ${codiceFiscaleOf("anna")}`;
      await owner`update soggetti set email = ${autore} where codice_fiscale = ${codiceFiscaleOf("bruno")}`;
      const quesito = await aQuesito(owner, {
        posizione: world.anna,
        aperto: "bruno",
        sede: world.sede,
        assegnato: "olga",
      });
      await owner`delete from posta`;
      await act(quesito.id);
      const posta = await owner`select lower(destinatario) as a, modello from posta order by 1`;
      expect(posta.map((row) => row.a)).toEqual(expected);
      expect(new Set(posta.map((row) => row.modello)).size).toBe(expected.length ? 1 : 0);
      if (expected.length) expect(posta[0]?.modello).toBe(modello);
      expect(await owner`select from eventi_quesito where quesito_id = ${quesito.id}`).toHaveLength(2);
    });
  });
});

it("looks for names that are written to break the search", async () => {
  for (const name of ["' | x", "a\\", "\\' & !", ":*", "anna:*", "(((", "🙂", "%", "anna & !anna"]) {
    const cerca = name.replaceAll("'", "''");
    const found = await chiede<number>(
      opened.owner,
      world.chi.olga(),
      `(select count(*)::int from cerca_posizioni('${cerca}', 'Chiamata'))`,
    );
    expect(found, name).toBeLessThanOrEqual(1);
  }
});
