import { afterAll, beforeAll, expect, it } from "vitest";
import type { Contesto } from "@/db/client";
import { aViewer, aWorld, openWorld, read, type World } from "@/db/mondo-di-prova";
import { listModelli } from "../lavorazione/queries";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let gigi: (posizione?: string | null) => Contesto;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  gigi = await aViewer(opened.owner, "gigi", { tipo: "responsabile", sede: world.altraSede });
});
afterAll(() => opened.close());

it("modelli are the sede's: its people read them, its responsabile writes them", async () => {
  const modelli = await import("./mutations");
  const { chi } = world;
  const texts = { titolo: "Ricevuta", testo: "Ci serve la ricevuta." };
  expect(await modelli.createModello(chi.renzo(), texts)).toBe("ok");
  expect(await modelli.createModello(chi.renzo(), texts)).toBe("titolo_doppio");
  await expect(modelli.createModello(chi.olga(), { ...texts, titolo: "Altro" })).rejects.toThrow();
  const list = (contesto: Contesto) => read(contesto, ({ viewer }) => listModelli(viewer));
  const [modello] = await list(chi.olga());
  expect(modello).toMatchObject(texts);
  for (const stranger of [gigi(), chi.anna(world.anna), chi.nora()]) expect(await list(stranger)).toEqual([]);
  const id = modello?.id ?? "";
  expect(await modelli.changeModello(chi.olga(), id, { ...texts, testo: "Altro" })).toBe("non_trovata");
  expect(await modelli.deleteModello(gigi(), id)).toBe("non_trovata");
  expect(await modelli.changeModello(chi.renzo(), id, { ...texts, testo: "Altro" })).toBe("ok");
  expect(await modelli.deleteModello(chi.renzo(), id)).toBe("ok");
  expect(await list(chi.olga())).toEqual([]);
});
