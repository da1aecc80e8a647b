import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aStudioAtWork, type Studio } from "@/db/mondo-deleghe";
import { aWorld, openWorld, read, type World } from "@/db/mondo-di-prova";
import { setAvvisaSeAperto } from "./mutations";
import { getPreferenze } from "./queries";

let world: World;
let studio: Studio;
let opened: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  studio = await aStudioAtWork(opened.owner, world);
});
afterAll(() => opened.close());

const wanted = (contesto: Parameters<typeof read>[0]) =>
  read(contesto, ({ cassetto }) => getPreferenze(cassetto));
const all = () => opened.owner`select posizione_id, avvisa_se_aperto from preferenze order by 2`;

describe("whether the datore is told of visits", () => {
  it("is theirs to say, and to say otherwise", async () => {
    const contesto = { ...world.chi.dario(), posizione: world.dario };
    expect(await wanted(contesto)).toEqual([]);
    for (const avvisaSeAperto of [true, false, true]) {
      await setAvvisaSeAperto(contesto, avvisaSeAperto);
      expect(await wanted(contesto)).toEqual([{ avvisaSeAperto }]);
    }
    expect(await all()).toHaveLength(2);
  });

  it("is nobody else's to say or to see", async () => {
    const before = await all();
    const { chi, anna, dario } = world;
    const strangers = [
      chi.bruno(anna),
      chi.dario(anna),
      chi.carla(dario),
      studio.silvia(dario),
      chi.nora(anna),
    ];
    for (const stranger of [...strangers, { sessione: null, posizione: anna }]) {
      const attempt = setAvvisaSeAperto({ ...stranger, posizione: stranger.posizione ?? "" }, false);
      await expect(attempt).rejects.toMatchObject({ cause: { code: "42501" } });
      expect(await wanted(stranger)).toEqual([]);
    }
    expect(await all()).toEqual(before);
  });
});
