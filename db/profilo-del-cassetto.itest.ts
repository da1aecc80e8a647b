import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSessione } from "@/lib/auth/opening";
import { type Contesto, inTransaction } from "./client";
import { aDelega, anUtente, aPosizione, aSessione, aWorld, openWorld, type World } from "./mondo-di-prova";

// As what one acts in a drawer, its address says: leo is a datore, a delegato of anna's, and of carla's studio.

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let propria: string;
let utente: string;
let profili: string[];
const TIPI = ["datore", "delegato", "intermediario", null] as const;
type Scelto = (typeof TIPI)[number];
/** His sessions, by the profilo that each has chosen. */
const sessioni = new Map<Scelto, (posizione?: string) => Contesto>();

beforeAll(async () => {
  opened = await openWorld();
  const { owner } = opened;
  world = await aWorld(owner);
  propria = await aPosizione(owner, "leo", world.sede);
  await owner`update deleghe set stato = 'revocata' where posizione_id = ${world.anna}`;
  await aDelega(owner, world.anna, { personaDi: "leo" });
  const made = await anUtente(owner, "leo", [
    { tipo: "datore" },
    { tipo: "delegato" },
    { tipo: "intermediario", studio: world.studio, ruolo: "sub_abilitato" },
  ]);
  ({ utente, profili } = made);
  for (const [index, tipo] of TIPI.entries()) {
    sessioni.set(tipo, (await aSessione(owner, utente, profili[index] ?? null)).contesto);
  }
});
afterAll(() => opened.close());

/** As what he is in this drawer, and what he sees of it; null: it does not open. */
const seen = async (scelto: Scelto, posizione: string, over: Partial<Contesto> = {}) => {
  const contesto = sessioni.get(scelto)?.(posizione);
  if (!contesto) throw new Error("no such session");
  return inTransaction({ ...contesto, ...over }, async (tx) => {
    const viewer = await openSessione(tx);
    const rows = await tx.execute<{ posizione: string }>(
      sql`select posizione from apri_cassetto('panoramica', null, true)`,
    );
    const visible = await tx.execute<{ id: string }>(sql`select id from posizioni`);
    expect(visible.map(({ id }) => id)).toEqual(rows.map((row) => row.posizione));
    return rows[0] ? viewer?.tipo : null;
  });
};

describe.each(TIPI)("whatever was chosen: %s", (scelto) => {
  it.each([
    ["the own drawer", "datore"],
    ["a drawer with a personal delega", "delegato"],
    ["a drawer of the studio's", "intermediario"],
    ["a drawer that is not there", null],
  ] as const)("%s opens as: %s", async (which, expected) => {
    const posizione = {
      "the own drawer": propria,
      "a drawer with a personal delega": world.anna,
      "a drawer of the studio's": world.dario,
      "a drawer that is not there": crypto.randomUUID(),
    }[which];
    expect(await seen(scelto, posizione)).toBe(expected);
  });

  it("the session still says what was chosen, and which lists there are, the chosen one first", async () => {
    const row = await inTransaction(sessioni.get(scelto)?.(world.dario) as Contesto, openSessione);
    expect(row).toMatchObject({ scelto, propria, altrui: 2 });
    const lists = row?.scrivanie.map(({ tipo }) => tipo);
    expect(lists).toEqual(
      scelto === "intermediario" ? ["intermediario", "delegato"] : ["delegato", "intermediario"],
    );
  });
});

it("the register names the profilo that opened the drawer, and nothing of one's own", async () => {
  const { owner } = opened;
  const visits = async () =>
    (
      await owner`select profilo, per_conto from accessi where utente_id = ${utente} order by id desc limit 2`
    ).map((row) => [row.profilo, row.per_conto]);
  await seen("datore", world.dario);
  await seen("intermediario", world.anna);
  expect(await visits()).toEqual([
    ["delegato", null],
    ["intermediario", "Studio S1"],
  ]);
  await seen("intermediario", propria);
  expect(await visits()).toEqual([
    ["delegato", null],
    ["intermediario", "Studio S1"],
  ]);
});

it("who may open it in two ways does so as they have chosen", async () => {
  await aDelega(opened.owner, world.dario, { personaDi: "leo" });
  expect(await seen("delegato", world.dario)).toBe("delegato");
  expect(await seen("intermediario", world.dario)).toBe("intermediario");
  expect(await seen("datore", world.dario)).toBe("delegato");
  const row = await inTransaction(sessioni.get("datore")?.() as Contesto, openSessione);
  expect(row?.altrui, "one drawer is one, by whatever way").toBe(2);
});

it.each([null, "drawer"])("a profilo of somebody else's is none, at the door or in a %s", async (where) => {
  const [row] = await opened.owner`
    select p.id from profili p join utenti u on u.id = p.utente_id
    where p.tipo = 'intermediario' and u.id <> ${utente}`;
  const contesto = { ...(sessioni.get("datore")?.() as Contesto), profilo: row?.id as string };
  const viewer = await inTransaction(contesto, openSessione);
  expect(viewer).toMatchObject({ profilo: null, tipo: null, intermediario: null });
  if (where) expect(await seen("datore", world.dario, { profilo: row?.id })).toBeNull();
});

it("what was settled before stays, whatever else would open the drawer", async () => {
  const [, delegato, intermediario] = profili;
  expect(await seen("datore", world.anna, { profilo: delegato })).toBe("delegato");
  expect(await seen("delegato", world.anna, { profilo: intermediario })).toBeNull();
});

it("a profilo that is taken away, a delega that ends and the initial PIN shut the drawer at once", async () => {
  const { owner } = opened;
  await owner`update deleghe set stato = 'revocata' where posizione_id = ${world.anna}`;
  for (const scelto of TIPI) expect(await seen(scelto, world.anna)).toBeNull();
  await owner`update utenti set pin_iniziale = true where id = ${utente}`;
  for (const scelto of TIPI) expect(await seen(scelto, propria)).toBeNull();
  await owner`update utenti set pin_iniziale = false where id = ${utente}`;
  await owner`update sessioni set profilo_id = null where profilo_id = ${profili[0] ?? ""}`;
  await owner`delete from profili where id = ${profili[0] ?? ""}`;
  for (const scelto of TIPI) expect(await seen(scelto, propria)).toBeNull();
});
