import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Contesto, inTransaction } from "./client";
import {
  aDelega,
  anIntermediario,
  aPosizione,
  aSede,
  aSoggetto,
  aViewer,
  aWorld,
  DOMANI,
  IERI,
  OGGI,
  openWorld,
  type World,
} from "./mondo-di-prova";

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
});
afterAll(() => opened.close());

const ids = async (contesto: Contesto, oggi?: string) =>
  inTransaction(contesto, async (tx) => {
    if (oggi) await tx.execute(sql`select set_config('app.oggi', ${oggi}, true)`);
    const rows = await tx.execute<{ id: string }>(sql`select id from posizioni`);
    return rows.map((row) => row.id);
  });

/** The drawers one may choose from. */
const desk = (contesto: Contesto) =>
  inTransaction(contesto, async (tx) => {
    const rows = await tx.execute<{ id: string }>(sql`select posizione_id as id from deleganti`);
    return rows.map((row) => row.id);
  });

describe("a delega opens a drawer", () => {
  const PERIODI = [
    ["without an end", { data_inizio: OGGI }, true],
    ["on its first day", { data_inizio: OGGI, data_fine: DOMANI }, true],
    ["on its last day", { data_inizio: IERI, data_fine: OGGI }, true],
    ["expired yesterday", { data_inizio: "2026-01-01", data_fine: IERI }, false],
    ["beginning tomorrow", { data_inizio: DOMANI }, false],
    ["revoked", { stato: "revocata" }, false],
    ["revoked, its time not over", { stato: "revocata", data_fine: DOMANI }, false],
  ] as const;
  let visitors: Record<"personale" | "professionale", (posizione?: string) => Contesto>;
  const drawers: Record<string, string> = {};
  beforeAll(async () => {
    const { owner } = opened;
    await aSede(owner, "000001");
    await anIntermediario(owner, "S9");
    await aSoggetto(owner, "delegata");
    visitors = {
      personale: await aViewer(owner, "delegata", { tipo: "delegato" }),
      professionale: await aViewer(owner, "consulente", { tipo: "intermediario", studio: "S9" }),
    };
    for (const [index, [name, over]] of PERIODI.entries()) {
      const posizione = await aPosizione(owner, `datore${"abcdefgh"[index]}`, "000001");
      await aDelega(owner, posizione, { personaDi: "delegata" }, over);
      await aDelega(owner, posizione, { studio: "S9" }, over);
      drawers[name] = posizione;
    }
  });

  it.each(PERIODI)("%s (%j): %s", async (name, _, opens) => {
    const drawer = drawers[name] ?? "";
    for (const visitor of Object.values(visitors)) {
      expect(await ids(visitor(drawer))).toEqual(opens ? [drawer] : []);
      expect((await desk(visitor())).includes(drawer)).toBe(opens);
    }
    expect((await ids(visitors.personale())).includes(drawer)).toBe(opens);
  });

  it("by the civil date the application was started with", async () => {
    const expired = drawers["expired yesterday"] ?? "";
    const future = drawers["beginning tomorrow"] ?? "";
    expect(await ids(visitors.personale(expired), IERI)).toEqual([expired]);
    expect(await ids(visitors.personale(future), DOMANI)).toEqual([future]);
    expect(await ids(visitors.personale(drawers["on its last day"]), DOMANI)).toEqual([]);
  });

  it("not to the other kind of profile of the same person", async () => {
    const datore = await aViewer(opened.owner, "solodatore", { tipo: "datore" });
    expect(await ids(datore())).toEqual([]);
  });

  it("and closes it to the very next query when revoked", async () => {
    const drawer = drawers["without an end"] ?? "";
    expect(await ids(visitors.personale(drawer))).toEqual([drawer]);
    await opened.owner`
      update deleghe set stato = 'revocata' where posizione_id = ${drawer} and tipo = 'personale'`;
    expect(await ids(visitors.personale(drawer))).toEqual([]);
    expect(await ids(visitors.professionale(drawer))).toEqual([drawer]);
  });
});

it("without OGGI today is the civil date in Rome", async () => {
  const [row] = await inTransaction({ sessione: null, posizione: null }, async (tx) => {
    await tx.execute(sql`select set_config('app.oggi', '', true)`);
    return tx.execute(
      sql`select oggi()::text as oggi, (now() at time zone 'Europe/Rome')::date::text as rome`,
    );
  });
  expect(row?.oggi).toBe(row?.rome);
});

describe("apri_cassetto", () => {
  const open = async (contesto: Contesto, rapporto: string | null = null, registra = true) =>
    inTransaction(contesto, (tx) =>
      tx.execute(sql`select posizione from apri_cassetto('rapporto', ${rapporto}, ${registra})`),
    );
  const registered =
    () => opened.owner`select posizione_id, profilo, chi, per_conto, cosa, rapporto from accessi
    where id > ${before} order by id`;
  let before = 0;
  beforeEach(async () => {
    before = (await opened.owner`select coalesce(max(id), 0)::int as id from accessi`)[0]?.id;
  });

  it("enters one visit of a delegato, with the name and the rapporto", async () => {
    const { chi, anna, attivo } = world;
    expect(await open(chi.bruno(anna), attivo)).toHaveLength(1);
    expect(await registered()).toEqual([
      {
        posizione_id: anna,
        profilo: "delegato",
        chi: "Prova bruno",
        per_conto: null,
        cosa: "rapporto",
        rapporto: attivo,
      },
    ]);
  });

  it("enters one visit of an intermediario, with the studio", async () => {
    expect(await open(world.chi.carla(world.dario))).toHaveLength(1);
    expect(await registered()).toMatchObject([
      { profilo: "intermediario", chi: "Prova carla", per_conto: "Studio S1", rapporto: null },
    ]);
  });

  it.each([
    ["the datore in their own drawer", true, () => open(world.chi.anna(world.anna))],
    ["a page fetched ahead", true, () => open(world.chi.bruno(world.anna), null, false)],
    ["somebody else's drawer", false, () => open(world.chi.bruno(world.dario))],
    ["a drawer that does not exist", false, () => open(world.chi.bruno(crypto.randomUUID()))],
    ["no drawer", false, () => open(world.chi.bruno())],
    ["a rapporto of another drawer", false, () => open(world.chi.bruno(world.anna), world.diDario)],
    ["a rapporto that does not exist", false, () => open(world.chi.bruno(world.anna), "0000000000")],
    ["an operatore", false, () => open(world.chi.olga(world.anna))],
    ["nobody", false, () => open({ sessione: null, posizione: world.anna })],
  ])("enters nothing for %s (opened: %s)", async (_, opens, visit) => {
    expect((await visit()).length === 1).toBe(opens);
    expect(await registered()).toEqual([]);
  });

  it("says by what right one is there: as a delegato, or by what a court decided", async () => {
    const { owner } = opened;
    const titolo = async (contesto: Contesto) =>
      (
        await inTransaction(contesto, (tx) =>
          tx.execute(sql`select titolo from apri_cassetto('panoramica', null, false)`),
        )
      )[0]?.titolo;
    expect(await titolo(world.chi.anna(world.anna))).toBeNull();
    expect(await titolo(world.chi.carla(world.dario))).toBe("volontaria");
    expect(await titolo(world.chi.bruno(world.anna))).toBe("volontaria");
    const id = await aDelega(
      owner,
      world.anna,
      { personaDi: "bruno" },
      { titolo: "amministratore_di_sostegno" },
    );
    expect(await titolo(world.chi.bruno(world.anna))).toBe("amministratore_di_sostegno");
    await owner`update deleghe set stato = 'revocata' where id = ${id}`;
  });

  it("enters each of many visits at once", async () => {
    await Promise.all(Array.from({ length: 25 }, () => open(world.chi.bruno(world.anna))));
    expect(await registered()).toHaveLength(25);
  });
});

describe("the access register", () => {
  it.each(["update accessi set chi = 'altri'", "delete from accessi", "truncate accessi"])(
    "refuses even the owner: %s",
    async (statement) => {
      await expect(opened.owner.unsafe(statement)).rejects.toMatchObject({ code: "42501" });
    },
  );
});
