import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Contesto } from "@/db/client";
import {
  aSede,
  aViewer,
  aWorld,
  codiceFiscaleOf,
  OGGI,
  openWorld,
  read,
  type World,
} from "@/db/mondo-di-prova";
import { openQuesito } from "@/lib/auth/opening";
import { codaInput } from "./coda/input";
import { countCoda, cursoreDi, listCategorie, listCoda } from "./coda/queries";
import {
  getQuesitoDellaSede,
  listBozzeDellaSede,
  listColleghi,
  listEventiDellaSede,
  listMessaggiDellaSede,
  listNote,
  listPareri,
  searchSedi,
} from "./queries";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let act: typeof import("../mutations");
let sede: typeof import("./mutations");
let eva: (posizione?: string | null) => Contesto;
let gigi: (posizione?: string | null) => Contesto;
beforeAll(async () => {
  opened = await openWorld();
  const { owner } = opened;
  world = await aWorld(owner);
  await owner`update sedi set provincia = 'RM', denominazione = 'Agenzia Prova' where codice in ('700100', '021500')`;
  await aSede(owner, "099900");
  // eva: an esperto of another sede of the province; gigi: an operatore there.
  eva = await aViewer(owner, "eva", { tipo: "operatore", sede: world.altraSede });
  gigi = await aViewer(owner, "gigi", { tipo: "operatore", sede: world.altraSede });
  await owner`update profili set esperto = true
    where utente_id = (select id from utenti where codice_fiscale = ${codiceFiscaleOf("eva")})`;
  act = await import("../mutations");
  sede = await import("./mutations");
});
afterAll(() => opened.close());

async function aQuesito(oggetto = "Importo sbagliato", testo = "Le ore non sono quelle comunicate.") {
  const anna = world.chi.anna(world.anna);
  const id = randomUUID();
  await act.openBozza(anna, {
    id,
    quesitoId: null,
    rapporto: world.attivo,
    argomento: "avviso_inesatto",
    contributo: null,
  });
  await act.writeBozza(anna, id, oggetto, testo);
  const sent = await act.sendBozza(anna, id);
  if (!sent.ok) throw new Error(sent.reason);
  return { id, protocollo: sent.protocollo };
}
const idDi = async (chiave: string) =>
  (await opened.owner`select id from utenti where codice_fiscale = ${codiceFiscaleOf(chiave)}`)[0]
    ?.id as string;
const coda = (contesto: Contesto, given: object) =>
  read(contesto, async ({ viewer }) =>
    (await listCoda(viewer, codaInput.parse(given), OGGI)).map(({ id }) => id),
  );
const open = (contesto: Contesto, protocollo: string) =>
  read(contesto, async ({ viewer }) => Boolean(await openQuesito(viewer.tx, protocollo)));

describe("the queue", () => {
  it("is the sede's own: its lists, their counts, and nothing of it for anybody else", async () => {
    const { chi } = world;
    const [uno, due, tre] = [await aQuesito(), await aQuesito(), await aQuesito()];
    await sede.takeQuesito(chi.olga(), due.id);
    await sede.takeQuesito(chi.renzo(), tre.id);
    await opened.owner`update quesiti set termine = ${OGGI}::date - 1 where id = ${tre.id}`;
    await opened.owner`update quesiti set termine = ${OGGI}::date where id = ${due.id}`;
    expect(await coda(chi.olga(), {})).toEqual([uno.id]);
    expect(await coda(chi.olga(), { vista: "miei" })).toEqual([due.id]);
    expect(await coda(chi.olga(), { vista: "sede" }), "nearest deadline first").toEqual([
      tre.id,
      due.id,
      uno.id,
    ]);
    expect(await coda(chi.olga(), { vista: "scaduti" }), "not on its last day").toEqual([tre.id]);
    const conteggi = await read(chi.olga(), ({ viewer }) => countCoda(viewer, OGGI));
    expect(conteggi).toEqual({ da_assegnare: 1, miei: 1, sede: 3, scaduti: 1, pareri: 0, novita: 1 });
    for (const stranger of [eva(), gigi(), chi.nora(), chi.anna(), chi.anna(world.anna), chi.carla()]) {
      for (const vista of ["da_assegnare", "miei", "sede", "scaduti", "pareri"]) {
        expect(await coda(stranger, { vista })).toEqual([]);
      }
      const none = await read(stranger, ({ viewer }) => countCoda(viewer, OGGI));
      expect(Object.values(none)).toEqual([0, 0, 0, 0, 0, 0]);
    }
    // While the cittadino is waited for nothing is overdue, and the deadline moves.
    await opened.owner`update quesiti set stato = 'in_attesa_del_cittadino', sospeso_dal = ${OGGI}::date - 40
      where id = ${tre.id}`;
    expect(await coda(chi.olga(), { vista: "scaduti" })).toEqual([]);
    expect(await coda(chi.olga(), { vista: "sede" })).toEqual([due.id, uno.id, tre.id]);
  });

  it("is narrowed by categoria, stato, colleague, name, protocollo and the words of the texts", async () => {
    const { chi } = world;
    const { id, protocollo } = await aQuesito("Bollettino smarrito", "Il postino non l'ha consegnato.");
    const all = { vista: "sede" };
    expect(await coda(chi.olga(), { ...all, cerca: "consegnare" }), "by stems").toEqual([id]);
    expect(await coda(chi.olga(), { ...all, cerca: protocollo })).toEqual([id]);
    const ofAnna = await coda(chi.olga(), { ...all, cerca: "ANN pro" });
    expect(ofAnna, "the start of each word of a name").toContain(id);
    expect(await coda(chi.olga(), { ...all, cerca: "nna" })).toEqual([]);
    expect(await coda(chi.olga(), { ...all, cerca: "'); drop table quesiti; --" })).toEqual([]);
    expect(await coda(chi.olga(), { ...all, cerca: "!!!" })).toEqual([]);
    expect(await coda(chi.olga(), { ...all, categoria: "rapporti" })).toEqual([]);
    expect(await coda(chi.olga(), { ...all, categoria: "mav" })).toContain(id);
    const diRenzo = await coda(chi.olga(), { ...all, collega: await idDi("renzo") });
    expect(diRenzo).toHaveLength(1);
    await opened.owner`update quesiti set stato = 'chiuso', chiuso_at = now(), chiuso_da = 'cittadino' where id = ${id}`;
    expect(await coda(chi.olga(), all)).not.toContain(id);
    expect(await coda(chi.olga(), { ...all, stato: "chiuso" })).toEqual([id]);
  });

  it("goes on after a page's last row, with none twice and none left out", async () => {
    for (let n = 0; n < 7; n += 1) await aQuesito();
    const filtro = codaInput.parse({ vista: "sede" });
    const page = (dopo: typeof filtro.dopo) =>
      read(world.chi.olga(), ({ viewer }) => listCoda(viewer, { ...filtro, dopo }, OGGI, 2));
    const all = await coda(world.chi.olga(), { vista: "sede" });
    const found: string[] = [];
    for (let dopo: typeof filtro.dopo = null; ; ) {
      const rows = await page(dopo);
      found.push(...rows.slice(0, 2).map(({ id }) => id));
      if (rows.length <= 2) break;
      dopo = rows[1] ? cursoreDi(rows[1]) : null;
    }
    expect(found).toEqual(all);
  });

  it("has the five categorie to choose from", async () => {
    expect(await read(world.chi.olga(), ({ viewer }) => listCategorie(viewer))).toHaveLength(5);
  });
});

describe("a quesito", () => {
  /** How many rows of each kind somebody finds of it: quesito, messaggi, eventi, note, pareri, bozze. */
  const found = (contesto: Contesto, id: string) =>
    read({ ...contesto, posizione: world.anna }, async ({ cassetto }) => {
      const lists = await Promise.all([
        getQuesitoDellaSede(cassetto, id),
        listMessaggiDellaSede(cassetto, id),
        listEventiDellaSede(cassetto, id),
        listNote(cassetto, id),
        listPareri(cassetto, id),
        listBozzeDellaSede(cassetto, id),
      ]);
      return lists.map((list) => list.length).join(" ");
    });

  it("is seen by its sede with what is kept inside, by the esperto while asked, by who asks without it", async () => {
    const { chi } = world;
    const { id, protocollo } = await aQuesito();
    const nobody = "0 0 0 0 0 0";
    await sede.takeQuesito(chi.olga(), id);
    expect(await sede.addNota(chi.olga(), randomUUID(), id, "Da controllare")).toBe("ok");
    const bozza = {
      id: randomUUID(),
      quesitoId: id,
      azione: "risposta",
      esito: null,
      testo: "Ecco.",
    } as const;
    expect(await sede.writeRisposta(chi.olga(), bozza)).toBe("ok");
    expect(await found(chi.olga(), id)).toBe("1 1 2 1 0 1");
    expect(await found(chi.renzo(), id), "not what a colleague is still writing").toBe("1 1 2 1 0 0");
    expect(await sede.sendRisposta(chi.olga(), bozza.id)).toMatchObject({ esito: "ok" });
    expect(await found(chi.renzo(), id), "but what is on its way").toBe("1 1 2 1 0 1");
    expect(await found(eva(), id)).toBe(nobody);
    expect(await open(eva(), protocollo)).toBe(false);

    expect(await sede.askParere(chi.olga(), id, await idDi("eva"), "Vale?")).toBe("ok");
    expect(await found(eva(), id), "not what is on its way").toBe("1 1 3 1 1 0");
    expect(await open(eva(), protocollo)).toBe(true);
    expect(await coda(eva(), { vista: "pareri" })).toEqual([id]);
    expect(await coda(eva(), { vista: "sede" }), "it is not of her sede").toEqual([]);
    expect(await found(gigi(), id), "who was not asked").toBe(nobody);
    expect(await sede.addNota(eva(), randomUUID(), id, "Intrusa")).toBe("non_trovata");
    const [parere] = await opened.owner`select id from pareri where quesito_id = ${id}`;
    expect(await sede.giveParere(gigi(), parere?.id, "No")).toBe("non_trovata");
    expect(await sede.giveParere(eva(), parere?.id, "Vale.")).toBe("ok");
    expect(await found(eva(), id), "after it she sees it no more").toBe(nobody);
    expect(await open(eva(), protocollo)).toBe(false);

    expect(await found(chi.anna(), id), "who asks: no note, no parere, no bozza, nothing internal").toBe(
      "1 1 2 0 0 0",
    );
    for (const stranger of [gigi(), chi.nora(), chi.dario(), chi.carla()]) {
      expect(await found(stranger, id)).toBe(nobody);
    }
  });

  it("passed on to another sede is that one's, and its old bozze are gone", async () => {
    const { chi } = world;
    const { id } = await aQuesito();
    await sede.takeQuesito(chi.olga(), id);
    const bozza = { id: randomUUID(), quesitoId: id, azione: null, esito: null, testo: "Forse" };
    await sede.writeRisposta(chi.olga(), bozza);
    expect(await sede.transferQuesito(chi.olga(), id, world.altraSede, "è di competenza vostra")).toBe("ok");
    expect(await found(chi.olga(), id)).toBe("0 0 0 0 0 0");
    expect(await found(gigi(), id)).toBe("1 1 3 0 0 0");
    expect(await coda(gigi(), {})).toEqual([id]);
    expect(await found(chi.anna(), id), "the reason is told to who asked").toBe("1 1 3 0 0 0");
  });
});

it("colleagues are of one's sede, and the esperti of the province; nobody else has any", async () => {
  const names = (contesto: Contesto) =>
    read(contesto, async ({ viewer }) =>
      (await listColleghi(viewer)).map(
        ({ nome, altraSede, esperto }) => `${nome} ${altraSede ?? "-"} ${esperto}`,
      ),
    );
  expect(await names(world.chi.olga())).toEqual([
    expect.stringContaining("olga - false"),
    expect.stringMatching(/- false$/),
    expect.stringContaining("Agenzia Prova true"),
  ]);
  for (const stranger of [world.chi.anna(world.anna), world.chi.nora(), world.chi.carla()]) {
    expect(await names(stranger)).toEqual([]);
  }
});

it("another sede is found by its name or its provincia, never one's own", async () => {
  const search = (cerca: string) =>
    read(world.chi.olga(), async ({ viewer }) =>
      (await searchSedi(viewer, cerca)).map(({ codice }) => codice),
    );
  expect(await search("rm")).toEqual(["021500"]);
  expect(await search("PROVA")).toEqual(["021500"]);
  expect(await search("%")).toEqual([]);
  expect(await search("700100")).toEqual([]);
});
