import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWorld, openWorld, read, type World } from "@/db/mondo-di-prova";
import { listImportazioni } from "./queries";

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
});
afterAll(() => opened.close());

const runs = (contesto: Parameters<typeof read>[0]) =>
  read(contesto, ({ viewer }) => listImportazioni(viewer));

describe("listImportazioni", () => {
  it("shows an amministratore the last 100 runs, latest first, with what each came to", async () => {
    const riepilogo = [{ file: "sedi.csv", lette: 3, nuove: 1, cambiate: 1, uguali: 0, scartate: 1 }];
    await opened.owner`
      insert into importazioni (cartella, esito, riepilogo)
      select 'corsa ' || n, 'caricato_con_scarti', ${opened.owner.json(riepilogo)} from generate_series(1, 105) n`;
    const found = await runs(world.chi.nora());
    expect(found).toHaveLength(100);
    expect(found[0]).toMatchObject({ cartella: "corsa 105", riepilogo, finitaAt: null });
    expect(found[0]?.iniziataAt).toBeInstanceOf(Date);
    expect(found.at(-1)?.cartella).toBe("corsa 6");
  });

  it("shows nobody else any", async () => {
    const { chi } = world;
    for (const other of [chi.anna(), chi.bruno(), chi.carla(), chi.olga(), chi.renzo()]) {
      expect(await runs(other)).toEqual([]);
    }
    expect(await runs({ sessione: null, posizione: null })).toEqual([]);
  });
});
