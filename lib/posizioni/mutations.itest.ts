import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aStudioAtWork, type Studio } from "@/db/mondo-deleghe";
import { aWorld, openWorld, read, type World } from "@/db/mondo-di-prova";
import { setPreferenze } from "./mutations";
import { getPreferenze, getPromemoria } from "./queries";

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
const all = () =>
  opened.owner`select posizione_id, avvisa_se_aperto, promemoria_scadenze from preferenze order by 2`;

describe("whether the datore is told of visits", () => {
  it("is theirs to say, and to say otherwise", async () => {
    const contesto = { ...world.chi.dario(), posizione: world.dario };
    expect(await wanted(contesto)).toEqual([]);
    for (const avvisaSeAperto of [true, false, true]) {
      await setPreferenze(contesto, { avvisaSeAperto });
      expect(await wanted(contesto)).toEqual([{ avvisaSeAperto }]);
    }
    expect(await all()).toHaveLength(2);
  });

  it("is said apart from whether they are reminded of due dates", async () => {
    const contesto = { ...world.chi.anna(), posizione: world.anna };
    const reminded = () => read(contesto, ({ cassetto }) => getPromemoria(cassetto));
    const before = await wanted(contesto);
    for (const attivo of [true, false, true]) {
      await setPreferenze(contesto, { promemoriaScadenze: attivo });
      expect(await reminded()).toMatchObject([{ attivo }]);
    }
    expect(await wanted(contesto)).toEqual([{ avvisaSeAperto: before[0]?.avvisaSeAperto ?? false }]);
    await setPreferenze(contesto, { avvisaSeAperto: true });
    expect(await reminded()).toMatchObject([{ attivo: true }]);
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
      for (const nuove of [{ avvisaSeAperto: false }, { promemoriaScadenze: true }]) {
        const attempt = setPreferenze({ ...stranger, posizione: stranger.posizione ?? "" }, nuove);
        await expect(attempt).rejects.toMatchObject({ cause: { code: "42501" } });
      }
      expect(await wanted(stranger)).toEqual([]);
    }
    expect(await all()).toEqual(before);
  });
});
