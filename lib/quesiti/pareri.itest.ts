import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { aWorld, openWorld, read, type World } from "@/db/mondo-di-prova";
import {
  aParere,
  aQuesito,
  aRisposta,
  aSedeAtWork,
  chiede,
  type QuesitoFatto,
  utenteDi,
} from "@/db/mondo-quesiti";
import { openQuesito } from "@/lib/auth/opening";
import { askParere, giveParere, transferQuesito } from "./lavorazione/mutations";
import { closeQuesito } from "./mutations";

// What an esperto of another sede sees of a family: the one thread, as long as they are asked, and never the drawer.

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let altri: Awaited<ReturnType<typeof aSedeAtWork>>;
let quesito: QuesitoFatto;
let parere: string;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  altri = await aSedeAtWork(opened.owner, world);
});
afterAll(() => opened.close());
beforeEach(async () => {
  const { anna, sede } = world;
  quesito = await aQuesito(opened.owner, { posizione: anna, aperto: "anna", sede, assegnato: "olga" });
  parere = await aParere(opened.owner, quesito, "olga", "elsa");
});

const reads = () =>
  read(altri.elsa(), async ({ viewer }) => Boolean(await openQuesito(viewer.tx, quesito.protocollo)));
const opensDrawer = () =>
  chiede<boolean>(opened.owner, altri.elsa(), `apri_da_sede('${world.anna}', 'Verifica delle ore')`);
const drawer = () =>
  chiede<string>(
    opened.owner,
    altri.elsa(world.anna),
    "(select count(*)::text from apri_cassetto('panoramica', null, false))",
  );
const finds = () =>
  chiede<string>(
    opened.owner,
    altri.elsa(),
    "(select count(*)::text from cerca_posizioni('anna', 'Chiamata'))",
  );
/** What is left to her: the thread, the drawer by a reason, the drawer by having read, the drawer by a search. */
const sees = async () => [await reads(), await opensDrawer(), await drawer(), await finds()];
const lapsed = async () =>
  (await opened.owner`select testo is null and reso_at is not null as si from pareri where id = ${parere}`)[0]
    ?.si;

it("who is asked reads the thread, and nothing behind it", async () => {
  expect(await sees()).toEqual([true, false, "0", "0"]);
  expect(await lapsed()).toBe(false);
});

it("closed by who asked, it is asked no more, and opening it again asks nothing", async () => {
  expect(await closeQuesito(world.chi.anna(world.anna), quesito.id)).toBe("ok");
  expect(await sees()).toEqual([false, false, "0", "0"]);
  expect(await lapsed()).toBe(true);
  expect(await giveParere(altri.elsa(), parere, "Sì.")).toBe("non_trovata");
  await opened.owner`update quesiti set stato = 'in_carico', chiuso_at = null, chiuso_da = null where id = ${quesito.id}`;
  expect(await reads()).toBe(false);
  const elsa = await utenteDi(opened.owner, "elsa");
  expect(await askParere(world.chi.olga(), quesito.id, elsa, "E adesso?"), "but may be asked anew").toBe(
    "ok",
  );
  expect(await reads()).toBe(true);
});

it("closed by the sede, it is asked no more", async () => {
  const risposta = await aRisposta(opened.owner, quesito, "olga", {
    azione: "chiusura",
    esito: "positivo",
    parte: -1,
  });
  expect(
    await chiede(opened.owner, { sessione: null, posizione: null }, `parti_risposta('${risposta}')`),
  ).toBe("partita");
  expect(await sees()).toEqual([false, false, "0", "0"]);
  expect(await lapsed()).toBe(true);
});

it("answered without closing, it is still asked", async () => {
  const risposta = await aRisposta(opened.owner, quesito, "olga", { parte: -1 });
  expect(
    await chiede(opened.owner, { sessione: null, posizione: null }, `parti_risposta('${risposta}')`),
  ).toBe("partita");
  expect(await reads()).toBe(true);
  expect(await giveParere(altri.elsa(), parere, "Sì.")).toBe("ok");
  expect(await reads()).toBe(false);
});

it("passed on to a third sede, it is asked no more: who has it now asks anew", async () => {
  await opened.owner`insert into sedi (codice, denominazione, tipo) values ('099900', 'Terza', 'agenzia') on conflict do nothing`;
  expect(await transferQuesito(world.chi.olga(), quesito.id, "099900", "è di competenza loro")).toBe("ok");
  expect(await sees()).toEqual([false, false, "0", "0"]);
  expect(await lapsed()).toBe(true);
});

it("passing it on and giving the parere at once wait for each other", async () => {
  await Promise.all(
    Array.from({ length: 10 }, async () => {
      const { anna, sede } = world;
      const one = await aQuesito(opened.owner, { posizione: anna, aperto: "anna", sede, assegnato: "olga" });
      const asked = await aParere(opened.owner, one, "olga", "elsa");
      const both = await Promise.all([
        giveParere(altri.elsa(), asked, "Sì."),
        closeQuesito(world.chi.anna(anna), one.id),
      ]);
      expect(["ok ok", "non_trovata ok"]).toContain(both.join(" "));
    }),
  );
});
