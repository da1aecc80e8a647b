import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDelega, anUtente, aSessione, aWorld, openWorld, read, type World } from "@/db/mondo-di-prova";
import { answerQuesito, sendQuesito } from "@/db/mondo-quesiti-inviati";
import { openQuesito } from "@/lib/auth/opening";
import type { FiltroQuesiti } from "./input";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let act: typeof import("../mutations");
let elenco: typeof import("./queries");
let filtro: typeof import("./input");
let thread: typeof import("../queries");
type Who = ReturnType<World["chi"]["anna"]>;

beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  await opened.owner`update deleghe set ambito = 'consultazione'`;
  [act, elenco, filtro, thread] = await Promise.all([
    import("../mutations"),
    import("./queries"),
    import("./input"),
    import("../queries"),
  ]);
});
afterAll(() => opened.close());

const list = (chi: Who, scelta: Partial<FiltroQuesiti> = {}) =>
  read(chi, ({ cassetto }) =>
    elenco.listQuesiti(cassetto, { ...filtro.filtroQuesitiInput.parse({}), ...scelta }),
  );
const oggetti = async (chi: Who, scelta: Partial<FiltroQuesiti> = {}) =>
  (await list(chi, scelta)).map(({ oggetto }) => oggetto).sort();

/** Somebody with a delega for everything. */
async function aDelegatoPieno(chiave: string) {
  const { owner } = opened;
  const { utente, profili } = await anUtente(owner, chiave, [{ tipo: "delegato" }]);
  await aDelega(owner, world.anna, { personaDi: chiave }, { ambito: "operazioni", titolo: "tutore" });
  return (await aSessione(owner, utente, profili[0])).contesto;
}

describe("the list", () => {
  let anna: Who;
  let tutore: Who;
  beforeAll(async () => {
    anna = world.chi.anna(world.anna);
    tutore = (await aDelegatoPieno("gina"))(world.anna);
    await sendQuesito(act, anna, {
      rapporto: world.attivo,
      oggetto: "Importo sbagliato",
      testo: "Il MAV è più alto.",
    });
    await sendQuesito(act, anna, {
      argomento: "anagrafica_da_variare",
      oggetto: "Cambio d'indirizzo",
      testo: "Città nuova.",
    });
    await sendQuesito(act, tutore, {
      rapporto: world.cessato,
      oggetto: "Rapporto finito",
      testo: "Contributi versati.",
    });
    await sendQuesito(act, world.chi.dario(world.dario), { oggetto: "Importo di Dario", testo: "Il MAV." });
  });

  it.each<[string, Partial<FiltroQuesiti>, string[]]>([
    ["everything", {}, ["Cambio d'indirizzo", "Importo sbagliato", "Rapporto finito"]],
    ["another form of the word", { cerca: "importi sbagliati" }, ["Importo sbagliato"]],
    ["a word of the text, without its accent", { cerca: "citta" }, ["Cambio d'indirizzo"]],
    ["a word left out", { cerca: "-mav" }, ["Cambio d'indirizzo", "Rapporto finito"]],
    ["only a stop word", { cerca: "il" }, []],
    ["signs of a query language", { cerca: `' & | ! (:* "` }, []],
    ["a rapporto", { rapporto: "cessato" }, ["Rapporto finito"]],
    ["no rapporto", { rapporto: "nessuno" }, ["Cambio d'indirizzo"]],
    ["a categoria", { categoria: "anagrafiche" }, ["Cambio d'indirizzo"]],
    ["a stato", { stato: "chiuso" }, []],
    ["mine", { chi: "io" }, ["Cambio d'indirizzo", "Importo sbagliato"]],
    ["the others'", { chi: "altri" }, ["Rapporto finito"]],
    ["two at once", { chi: "io", cerca: "mav" }, ["Importo sbagliato"]],
  ])("finds %s", async (_, scelta, found) => {
    const rapporto = scelta.rapporto === "cessato" ? { rapporto: world.cessato } : {};
    expect(await oggetti(anna, { ...scelta, ...rapporto })).toEqual(found);
  });

  it("finds a quesito by its number, and tells about whom and by whom it is", async () => {
    const [primo] = await list(anna, { cerca: "importo" });
    const [trovato] = await list(anna, { cerca: primo?.protocollo ?? "" });
    expect(trovato).toMatchObject({ nome: "Prova", cognome: "maria", chi: "Prova anna", perConto: null });
    expect((await list(anna, { rapporto: "nessuno" }))[0]).toMatchObject({ rapporto: null, cognome: null });
  });

  it("keeps to the days asked for, by the clock of Rome, the last day included", async () => {
    // 23:30 in Rome on the 4th of October is still the 4th.
    await opened.owner`update quesiti set inviato_at = '2026-10-04T21:30:00Z' where oggetto = 'Rapporto finito'`;
    await opened.owner`update quesiti set inviato_at = '2026-10-04T22:00:00Z' where oggetto = 'Importo sbagliato'`;
    expect(await oggetti(anna, { dal: "2026-10-04", al: "2026-10-04" })).toEqual(["Rapporto finito"]);
    expect(await oggetti(anna, { dal: "2026-10-05", al: "2026-10-05" })).toEqual(["Importo sbagliato"]);
    expect(await oggetti(anna, { al: "2026-10-03" })).toEqual([]);
  });

  it("tells a stranger nothing, whatever they search for, and each drawer only its own", async () => {
    const { dario, carla, nora } = world.chi;
    for (const scelta of [{}, { cerca: "importo" }, { cerca: "mav" }]) {
      expect(await oggetti(dario(world.dario), scelta)).toEqual(["Importo di Dario"]);
      expect(await oggetti(carla(world.dario), scelta)).toEqual(["Importo di Dario"]);
      for (const stranger of [dario(world.anna), carla(world.anna), nora(world.anna)]) {
        expect(await oggetti(stranger, scelta)).toEqual([]);
      }
    }
    expect(await oggetti(world.chi.bruno(world.anna))).toHaveLength(3);
  });

  it("goes on after its last row, row by row, also when many changed in the same instant", async () => {
    const dario = world.chi.dario(world.dario);
    for (let n = 0; n < 19; n += 1) {
      if (n === 18) await opened.owner`update quesiti set inviato_at = inviato_at - interval '2 days'`;
      await sendQuesito(act, dario, { oggetto: `Domanda ${n}` });
    }
    for (const n of [19, 20, 21, 22]) await sendQuesito(act, dario, { oggetto: `Domanda ${n}` });
    await opened.owner`update quesiti set ultimo_messaggio_at = '2026-10-01T08:00:00.000007Z'
      where posizione_id = ${world.dario}`;
    const prima = await list(dario);
    expect(prima).toHaveLength(elenco.QUESITI_PER_PAGINA + 1);
    const last = prima[elenco.QUESITI_PER_PAGINA - 1];
    if (!last) return;
    const dopo = filtro.filtroQuesitiInput.parse({ dopo: filtro.encodeCursore(last) }).dopo;
    const seconda = await list(dario, { dopo });
    const ids = [...prima.slice(0, elenco.QUESITI_PER_PAGINA), ...seconda].map(({ id }) => id);
    expect(seconda).toHaveLength(24 - elenco.QUESITI_PER_PAGINA);
    expect(new Set(ids).size).toBe(24);
  });
});

describe("what is unread", () => {
  it("is counted until somebody of the side has the thread before them, and on the panoramica meanwhile", async () => {
    const anna = world.chi.anna(world.anna);
    const { quesitoId, protocollo } = await sendQuesito(act, anna, { oggetto: "Da leggere" });
    await answerQuesito(opened.owner, quesitoId);
    await answerQuesito(opened.owner, quesitoId);
    await opened.owner`update quesiti set stato = 'chiuso', chiuso_at = now(), chiuso_da = 'cittadino' where id = ${quesitoId}`;
    const inCorso = () => read(anna, ({ cassetto }) => elenco.listQuesitiInCorso(cassetto));
    expect((await inCorso())[0]).toMatchObject({ oggetto: "Da leggere", daLeggere: 2, stato: "chiuso" });
    const messaggi = await read(world.chi.bruno(world.anna), async ({ cassetto }) => {
      await openQuesito(cassetto.tx, protocollo);
      return thread.listMessaggi(cassetto, quesitoId);
    });
    expect(messaggi.map(({ nuovo }) => nuovo)).toEqual([false, true, true]);
    const dopo = await read(anna, ({ cassetto }) => thread.listMessaggi(cassetto, quesitoId));
    expect(dopo.map(({ nuovo }) => nuovo)).toEqual([false, false, false]);
    expect((await inCorso()).map(({ oggetto }) => oggetto)).not.toContain("Da leggere");
  });
});
