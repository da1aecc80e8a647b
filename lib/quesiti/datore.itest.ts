import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWorld, openWorld, read, type World } from "@/db/mondo-di-prova";
import { answerQuesito, sendQuesito } from "@/db/mondo-quesiti-inviati";
import { TIPI_ANOMALIA } from "@/lib/pagamenti/rules";

// What the side of who asks finds: its own drawer, all of it, and nothing of anybody else's.

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let act: typeof import("./mutations");
let bozze: typeof import("./bozze/queries");
let thread: typeof import("./queries");
let ricevute: typeof import("./ricevuta/queries");
let spunti: typeof import("./spunti/rules");
type Who = ReturnType<World["chi"]["anna"]>;

beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  await opened.owner`update deleghe set ambito = 'consultazione'`;
  [act, bozze, thread, ricevute, spunti] = await Promise.all([
    import("./mutations"),
    import("./bozze/queries"),
    import("./queries"),
    import("./ricevuta/queries"),
    import("./spunti/rules"),
  ]);
});
afterAll(() => opened.close());

describe("a thread", () => {
  it("is whole for both who may read it, and not there for anybody else", async () => {
    const anna = world.chi.anna(world.anna);
    const { quesitoId, protocollo } = await sendQuesito(act, anna, { rapporto: world.attivo });
    const see = (chi: Who) =>
      read(chi, async ({ cassetto }) => [
        (await thread.getQuesito(cassetto, quesitoId)).length,
        (await thread.listMessaggi(cassetto, quesitoId)).length,
        (await thread.listEventi(cassetto, quesitoId)).length,
        (await ricevute.getRicevuta(cassetto, protocollo, null)) ? 1 : 0,
      ]);
    expect(await see(anna)).toEqual([1, 1, 1, 1]);
    expect(await see(world.chi.bruno(world.anna))).toEqual([1, 1, 1, 1]);
    const { dario, carla, nora } = world.chi;
    for (const chi of [
      dario(world.anna),
      dario(world.dario),
      carla(world.anna),
      carla(world.dario),
      nora(),
    ]) {
      expect(await see(chi)).toEqual([0, 0, 0, 0]);
    }
  });

  it("promises a mail only to who gets one: the datore and who sent it, if an address is known", async () => {
    const { chi, anna } = world;
    await opened.owner`update deleghe set ambito = 'operazioni'`;
    await opened.owner`update soggetti set email = null`;
    const { quesitoId } = await sendQuesito(act, chi.bruno(anna));
    await opened.owner`update deleghe set ambito = 'consultazione'`;
    const told = async (who: Who) =>
      (await read(who, ({ cassetto }) => thread.getQuesito(cassetto, quesitoId)))[0]?.avvisato;
    expect([await told(chi.anna(anna)), await told(chi.bruno(anna))]).toEqual([false, false]);
    await opened.owner`update soggetti set email = 'bruno@esempio.it' where cognome = 'bruno'`;
    expect([await told(chi.anna(anna)), await told(chi.bruno(anna))]).toEqual([false, true]);
    const diAnna = await sendQuesito(act, chi.anna(anna));
    const seen = await read(chi.bruno(anna), ({ cassetto }) => thread.getQuesito(cassetto, diAnna.quesitoId));
    expect(seen[0]?.avvisato, "not to who did not send it").toBe(false);
    await opened.owner`update soggetti set email = 'anna@esempio.it' where cognome = 'anna'`;
    expect([await told(chi.anna(anna)), await told(chi.bruno(anna))]).toEqual([true, true]);
  });

  it("has a receipt for each messaggio of this side, none for the sede's, and never another thread's", async () => {
    const anna = world.chi.anna(world.anna);
    const { quesitoId, protocollo } = await sendQuesito(act, anna);
    const altro = await sendQuesito(act, anna);
    const risposta = await act.answerQuesito(anna, { id: randomUUID(), quesitoId, testo: "Ancora." });
    if (!risposta.ok) throw new Error(risposta.reason);
    const [sede] =
      await opened.owner`select protocollo from messaggi where id = ${await answerQuesito(opened.owner, quesitoId)}`;
    const of = (quale: string | null) =>
      read(
        anna,
        async ({ cassetto }) => (await ricevute.getRicevuta(cassetto, protocollo, quale))?.protocollo,
      );
    expect(await of(null)).toBe(protocollo);
    expect(await of(risposta.ricevuta)).toBe(risposta.ricevuta);
    expect(await of(sede?.protocollo)).toBeUndefined();
    expect(await of(altro.ricevuta)).toBeUndefined();
  });
});

describe("a bozza", () => {
  it("is its writer's on any device, and nobody else's", async () => {
    const id = randomUUID();
    const anna = world.chi.anna(world.anna);
    const about = { quesitoId: null, rapporto: world.attivo, argomento: "avviso_inesatto", contributo: null };
    expect(await act.openBozza(anna, { id, ...about })).toBe("ok");
    expect(await act.writeBozza(anna, id, "Metà", "Testo a metà.")).toBe("ok");
    const found = (chi: Who) =>
      read(chi, async ({ cassetto }) => (await bozze.getBozza(cassetto, id)).length);
    const { bruno, dario } = world.chi;
    expect(await found(anna)).toBe(1);
    for (const chi of [bruno(world.anna), dario(world.dario), dario(world.anna)])
      expect(await found(chi)).toBe(0);
    expect(await act.writeBozza(bruno(world.anna), id, "x", "x")).toBe("non_consentito");
    expect(await act.writeBozza(dario(world.dario), id, "x", "x")).toBe("non_trovata");
    expect(await act.deleteBozza(dario(world.dario), id)).toBe("non_trovata");

    const inviata = await act.sendBozza(anna, id);
    expect(await found(anna)).toBe(0);
    const sent = await read(anna, ({ cassetto }) => bozze.getInviato(cassetto, id));
    expect(sent).toEqual([inviata.ok && { protocollo: inviata.protocollo, ricevuta: inviata.ricevuta }]);
    expect(await read(dario(world.dario), ({ cassetto }) => bozze.getInviato(cassetto, id))).toEqual([]);
  });

  it("is opened by nobody who only reads, nor in somebody else's drawer", async () => {
    const { bruno, dario, carla } = world.chi;
    for (const chi of [bruno(world.anna), dario(world.anna), carla(world.dario)]) {
      const about = { quesitoId: null, rapporto: null, argomento: "avviso_inesatto", contributo: null };
      expect(await act.openBozza(chi, { id: randomUUID(), ...about })).toBe("non_consentito");
    }
  });

  it("sent again with another text is refused, with the same one leads to the same receipt", async () => {
    const anna = world.chi.anna(world.anna);
    const { quesitoId } = await sendQuesito(act, anna);
    const risposta = { id: randomUUID(), quesitoId, testo: "Ecco il documento." };
    const prima = await act.answerQuesito(anna, risposta);
    expect(prima).toMatchObject({ ok: true });
    expect(await act.answerQuesito(anna, risposta)).toEqual(prima);
    expect(await act.answerQuesito(anna, { ...risposta, testo: "Un altro." })).toEqual({
      ok: false,
      reason: "gia_inviata",
    });
  });

  it("goes to the sede of its rapporto's place of work, else to that of the posizione", async () => {
    await opened.owner`update rapporti set sede_codice = ${world.altraSede} where codice = ${world.cessato}`;
    const sedeOf = (rapporto: string | null, chi = world.chi.anna(world.anna)) =>
      read(chi, async ({ cassetto }) => (await bozze.getSedeCompetente(cassetto, rapporto))[0]?.codice);
    expect(await sedeOf(world.cessato)).toBe(world.altraSede);
    expect(await sedeOf(world.attivo)).toBe(world.sede);
    expect(await sedeOf(null)).toBe(world.sede);
    expect(await sedeOf(null, world.chi.dario(world.anna))).toBeUndefined();
  });
});

it("what is offered to ask about exists", async () => {
  const codici = await read(world.chi.anna(world.anna), async ({ cassetto }) =>
    (await bozze.listArgomenti(cassetto)).map(({ codice }) => codice),
  );
  const contributo = { rapporto: "1", anno: 2026, trimestre: 1, progressivo: 1 };
  const rapporto = { codice: "1", stato: "sospeso_in_definizione" };
  for (const tipo of TIPI_ANOMALIA) {
    const anomalia = { tipo, rapporto, situazione: { contributo } };
    expect(codici).toContain(spunti.spuntoDi(anomalia as never).argomento);
  }
  expect(codici).toContain(spunti.spuntoDiContributo(contributo).argomento);
});

it("the answer times of a sede are those of the categoria asked about", async () => {
  await sendQuesito(act, world.chi.anna(world.anna), { argomento: "anagrafica_da_variare" });
  await opened.owner`update quesiti set inviato_at = now() - interval '10 days',
    prima_risposta_at = now() - interval '3 days' where argomento_codice = 'anagrafica_da_variare'`;
  const tempi = (categoria: string) =>
    read(world.chi.anna(world.anna), ({ cassetto }) => bozze.getTempi(cassetto, world.sede, categoria));
  expect(await tempi("anagrafiche")).toEqual({ risposte: 1, mediana: 7, novanta: 7 });
  expect(await tempi("contributi")).toMatchObject({ risposte: 0, mediana: null });
});
