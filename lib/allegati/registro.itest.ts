import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Contesto } from "@/db/client";
import { aWorld, openWorld, read, type World } from "@/db/mondo-di-prova";
import { anAllegato, aParere, aQuesito, aSedeAtWork, type QuesitoFatto } from "@/db/mondo-quesiti";
import { listAccessi } from "@/lib/accessi/queries";
import { openAllegato, openQuesito } from "@/lib/auth/opening";

// What somebody of a sede opens of a family's stands in its register.

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let altri: Awaited<ReturnType<typeof aSedeAtWork>>;
let quesito: QuesitoFatto;
let file: string;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  altri = await aSedeAtWork(opened.owner, world);
});
afterAll(() => opened.close());
beforeEach(async () => {
  const { anna, sede } = world;
  quesito = await aQuesito(opened.owner, { posizione: anna, aperto: "anna", sede, assegnato: "olga" });
  file = await anAllegato(opened.owner, anna, { messaggio: quesito.id });
});

const opens = (chi: Contesto, id: string, pagina = false) =>
  read(chi, async ({ viewer }) => (await openAllegato(viewer.tx, id, pagina))?.posizioneId ?? null);
/** What the datore reads of this quesito. */
const register = () =>
  read(world.chi.anna(world.anna), async ({ cassetto }) =>
    (await listAccessi(cassetto, null))
      .filter(({ motivo }) => motivo === `Quesito ${quesito.protocollo}`)
      .map(({ cosa, profilo }) => `${cosa} ${profilo}`),
  );

it("each file that is handed out is a row with whose and why, which the datore reads", async () => {
  expect(await opens(world.chi.olga(), file)).toBe(world.anna);
  expect(await opens(world.chi.renzo(), file)).toBe(world.anna);
  expect(await register()).toEqual(["allegato responsabile", "allegato operatore"]);
});

it("the pages of an image are read with the thread: entered once, by who has not had that before them", async () => {
  expect(await opens(world.chi.olga(), file, true)).toBe(world.anna);
  expect(await opens(world.chi.olga(), file, true)).toBe(world.anna);
  expect(await register()).toEqual(["allegato operatore"]);
  await read(world.chi.renzo(), ({ viewer }) => openQuesito(viewer.tx, quesito.protocollo));
  expect(await opens(world.chi.renzo(), file, true)).toBe(world.anna);
  expect(await register()).toEqual(["quesito responsabile", "allegato operatore"]);
});

it("an esperto opens the files of what they are asked about, and it is written down", async () => {
  expect(await opens(altri.elsa(), file)).toBeNull();
  await aParere(opened.owner, quesito, "olga", "elsa");
  expect(await opens(altri.elsa(), file)).toBe(world.anna);
  expect(await register()).toEqual(["allegato operatore"]);
});

it("nobody else opens any, nor anybody what was not let through, and nothing is written down", async () => {
  const strangers = [
    altri.omar(),
    world.chi.anna(world.anna),
    world.chi.bruno(world.anna),
    world.chi.carla(),
    world.chi.nora(),
  ];
  for (const chi of [...strangers, { sessione: null, posizione: null }])
    expect(await opens(chi, file)).toBeNull();
  expect(await opens(world.chi.olga(), randomUUID())).toBeNull();
  const waiting = await anAllegato(
    opened.owner,
    world.anna,
    { messaggio: quesito.id },
    { scansione: "in_attesa" },
  );
  expect(await opens(world.chi.olga(), waiting)).toBeNull();
  expect(await register()).toEqual([]);
});
