import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWorld, openWorld, read, type World } from "@/db/mondo-di-prova";
import { ACCESSI_PER_PAGINA, listAccessi } from "./queries";

const VISITE = 2 * ACCESSI_PER_PAGINA + 1;

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  // aWorld has entered one visit in each drawer; here they come mixed with the other drawer's.
  await opened.owner`
    insert into accessi (posizione_id, utente_id, profilo, chi, cosa)
    select unnest(array[${world.anna}, ${world.dario}]::uuid[]), (select id from utenti limit 1), 'delegato', 'n. ' || n,
      'pagamenti'
    from generate_series(2, ${VISITE}) n`;
});
afterAll(() => opened.close());

const page = (contesto: Parameters<typeof read>[0], primaDi: number | null = null) =>
  read(contesto, ({ cassetto }) => listAccessi(cassetto, primaDi));

describe("listAccessi", () => {
  it("shows the datore each visit of their drawer once, latest first, page after page", async () => {
    const seen: string[] = [];
    let primaDi: number | null = null;
    for (let pages = 0; pages < 10; pages += 1) {
      const rows = await page(world.chi.anna(world.anna), primaDi);
      const shown = rows.slice(0, ACCESSI_PER_PAGINA);
      seen.push(...shown.map((row) => row.chi));
      if (rows.length <= ACCESSI_PER_PAGINA) break;
      primaDi = shown.at(-1)?.id ?? 0;
    }
    const wanted = Array.from({ length: VISITE - 1 }, (_, n) => `n. ${VISITE - n}`);
    expect(seen).toEqual([...wanted, "bruno"]);
  });

  it("shows nothing to whoever else may open the drawer, nor to a stranger", async () => {
    const { chi, anna, dario } = world;
    for (const other of [
      chi.bruno(anna),
      chi.carla(dario),
      chi.dario(anna),
      chi.olga(anna),
      chi.nora(anna),
    ]) {
      expect(await page(other)).toEqual([]);
    }
    expect(await page({ sessione: null, posizione: anna })).toEqual([]);
  });
});
