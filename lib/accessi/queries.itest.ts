import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aPosizione,
  aViewer,
  aWorld,
  codiceFiscaleOf,
  OGGI,
  openWorld,
  read,
  type World,
} from "@/db/mondo-di-prova";
import { decideProposta, proposeToDatore } from "@/lib/deleghe/mutations";
import { ACCESSI_PER_PAGINA, listAccessi, listPersone } from "./queries";

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

const of = async (chiave: string) =>
  (await opened.owner`select id from utenti where codice_fiscale = ${codiceFiscaleOf(chiave)}`)[0]
    ?.id as string;
const page = (contesto: Parameters<typeof read>[0], primaDi: string | null = null) =>
  read(contesto, ({ cassetto }) => listAccessi(cassetto, primaDi));

describe("listAccessi", () => {
  it("shows the datore each visit of their drawer once, latest first, page after page", async () => {
    const seen: string[] = [];
    let primaDi: string | null = null;
    for (let pages = 0; pages < 10; pages += 1) {
      const rows = await page(world.chi.anna(world.anna), primaDi);
      const shown = rows.slice(0, ACCESSI_PER_PAGINA);
      seen.push(...shown.map((row) => row.chi));
      if (rows.length <= ACCESSI_PER_PAGINA) break;
      primaDi = shown.at(-1)?.cursore ?? null;
    }
    const wanted = Array.from({ length: VISITE - 1 }, (_, n) => `n. ${VISITE - n}`);
    expect(seen).toEqual([...wanted, "bruno"]);
  });

  it("shows nothing to whoever else may open the drawer, nor to a stranger", async () => {
    const { chi, anna } = world;
    for (const other of [chi.bruno(anna), chi.carla(anna), chi.dario(anna), chi.olga(anna), chi.nora(anna)]) {
      expect(await page(other)).toEqual([]);
    }
    expect(await page({ sessione: null, posizione: anna })).toEqual([]);
  });

  it("shows the titolare of a studio the visits in its name, and no others of the drawer", async () => {
    const { chi, dario } = world;
    expect((await page(chi.carla(dario))).map((row) => row.chi)).toEqual(["carla"]);
    expect((await page(chi.dario(dario))).length).toBe(ACCESSI_PER_PAGINA + 1);
  });

  it("shows the datore one person's visits, and lists who has been there", async () => {
    const { chi, anna, dario } = world;
    const bruno = await of("bruno");
    const visits = (contesto: Parameters<typeof read>[0], persona: string) =>
      read(contesto, async ({ cassetto }) =>
        (await listAccessi(cassetto, null, persona)).map((row) => row.chi),
      );
    expect(await visits(chi.anna(anna), bruno)).toEqual(["bruno"]);
    expect(await visits(chi.anna(anna), await of("carla"))).toEqual([]);
    expect(await visits(chi.dario(dario), bruno)).toEqual([]);
    const people = (contesto: Parameters<typeof read>[0]) =>
      read(contesto, async ({ cassetto }) => (await listPersone(cassetto)).map((row) => row.id).sort());
    const [first] = await opened.owner`select utente_id as id from accessi where chi = 'n. 2' limit 1`;
    expect(await people(chi.anna(anna))).toEqual([first?.id, bruno].sort());
    expect(await people(chi.bruno(anna))).toEqual([]);
    expect(await people(chi.carla(anna))).toEqual([]);
  });

  it("lists everybody of whom the register has a row, also who only asked for a delega or wrote, and however many", async () => {
    const { owner } = opened;
    const posizione = await aPosizione(owner, "tante", world.sede);
    const tante = (await aViewer(owner, "tante", { tipo: "datore" }))(posizione);
    const seen = () =>
      read(tante, async ({ cassetto }) => ({
        people: (await listPersone(cassetto)).map(({ id }) => id).sort(),
        rows: (await listAccessi(cassetto, null)).length,
      }));
    expect(await seen()).toEqual({ people: [], rows: 0 });
    const delega = { datore: codiceFiscaleOf("tante"), ambito: "operazioni", dal: OGGI, al: null } as const;
    expect(await proposeToDatore(world.chi.carla(), delega)).toBe("ok");
    expect(await seen()).toEqual({ people: [await of("carla")], rows: 1 });
    // Their own acts are no visit.
    const [sua] =
      await owner`select id from proposte where datore_codice_fiscale = ${codiceFiscaleOf("tante")}`;
    expect(await decideProposta(tante, sua?.id, true)).toBe("ok");
    expect(await seen()).toEqual({ people: [await of("carla")], rows: 1 });
    const ids = await owner`insert into utenti (codice_fiscale, pin_hash)
      select 'TANTE' || n, 'x' from generate_series(1, 60) n returning id`;
    await owner`insert into accessi (posizione_id, utente_id, profilo, chi, cosa)
      select ${posizione}, unnest(${ids.map(({ id }) => id)}::uuid[]), 'delegato', 'x', 'pagamenti'`;
    expect((await seen()).people).toHaveLength(61);
  });
});
