import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aPersona, aProposta, onDay } from "@/db/mondo-deleghe";
import {
  anIntermediario,
  aPosizione,
  aViewer,
  aWorld,
  codiceFiscaleOf,
  OGGI,
  openWorld,
  read,
  type World,
} from "@/db/mondo-di-prova";
import { addDays } from "@/lib/dates";
import { decideProposta, proposeToDatore } from "../mutations";
import { listEventi } from "../queries";
import { PARTI_PROPOSTE } from "./input";
import { listEventiDelloStudio, listProposteDelDatore, listProposteDelloStudio } from "./queries";

// Whether a codice fiscale is a datore's: whoever asks for a delega learns it from no answer, no list, no work done.

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let vito: Awaited<ReturnType<typeof aViewer>>;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  vito = await aPersona(opened.owner, "vito", { tipo: "intermediario", studio: "S2" });
});
afterAll(() => opened.close());

const listed = (viewer: Parameters<typeof listProposteDelloStudio>[0]) =>
  Promise.all(PARTI_PROPOSTE.map((parte) => listProposteDelloStudio(viewer, parte, null)));

it("what a studio is told of a codice fiscale, and sees afterwards, is the same for a datore, a person and nobody", async () => {
  const { owner } = opened;
  await anIntermediario(owner, "S4");
  const studio = await aPersona(owner, "curioso", { tipo: "intermediario", studio: "S4" });
  const datore = codiceFiscaleOf("anna");
  const [persona, nessuno] = [codiceFiscaleOf("maria"), codiceFiscaleOf("inesistente")];
  const seen: unknown[] = [];
  for (const codiceFiscale of [datore, persona, nessuno]) {
    const ask = () =>
      proposeToDatore(studio(), { datore: codiceFiscale, ambito: "operazioni", dal: OGGI, al: null });
    const said = [await ask(), await ask()];
    const list = await read(studio(), async ({ viewer }) => {
      const rows = (await listed(viewer)).flat();
      const mine = rows.filter(({ proposta }) => proposta.datoreCodiceFiscale === codiceFiscale);
      const events = await viewer.tx.execute(`select evento, chi, per_conto, motivo, intermediario_codice,
        delegato_codice_fiscale from eventi_delega where datore_codice_fiscale = '${codiceFiscale}'`);
      return mine.map(({ proposta: { id: _, propostaAt: __, datoreCodiceFiscale: ___, ...rest } }) => [
        rest,
        [...events],
      ]);
    });
    seen.push([said, list]);
  }
  expect(seen[0]).toMatchObject([["ok", "gia_proposta"], [expect.anything()]]);
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
});

describe("what was refused is to the studio that asked as if nobody had answered", () => {
  const TERMINE = "2026-11-04";
  const lastDay = { termine: TERMINE, proponente: "delegato" };
  let n = 0;
  /** A datore who refused, and a codice fiscale at which nobody is. */
  async function aPair() {
    const [chiave, nessuno] = [`rifiuta${"abcdefgh"[n]}`, `silenzio${"abcdefgh"[n]}`];
    n += 1;
    const posizione = await aPosizione(opened.owner, chiave, world.sede);
    const datore = (await aViewer(opened.owner, chiave, { tipo: "datore" }))(posizione);
    const ids = [
      await aProposta(opened.owner, { datore: chiave, studio: "S2" }, lastDay),
      await aProposta(opened.owner, { datore: nessuno, studio: "S2" }, lastDay),
    ] as const;
    expect(await decideProposta(datore, ids[0], false)).toBe("ok");
    return { datore, ids, codici: [codiceFiscaleOf(chiave), codiceFiscaleOf(nessuno)] as const };
  }
  const story = (id: string) =>
    read(vito(), async ({ viewer }) => (await listEventi(viewer, id)).map(({ evento }) => evento));
  const asks = (codice: string, oggi: string) =>
    onDay(opened.owner, vito(), oggi, async (tx) => {
      const [row] = await tx`select esito from proponi_a_datore(${codice}, 'operazioni', null, null)`;
      return row?.esito as string;
    });
  const withdraws = (id: string, oggi: string) =>
    onDay(opened.owner, vito(), oggi, async (tx) => {
      const [row] = await tx`select ritira_proposta(${id}) as esito`;
      return row?.esito as string;
    });
  const parts = async (id: string) =>
    (await read(vito(), ({ viewer }) => listed(viewer))).map((rows) =>
      rows.filter(({ proposta }) => proposta.id === id).map(({ proposta }) => proposta.stato),
    );

  it("in its lists and its news, and as it is to the datore who refused", async () => {
    const { datore, ids, codici } = await aPair();
    expect(await parts(ids[0])).toEqual([[], ["proposta"], []]);
    expect(await parts(ids[1])).toEqual(await parts(ids[0]));
    for (const id of ids) expect(await story(id)).toEqual(["proposta"]);
    const own = await read(datore, ({ cassetto }) => listProposteDelDatore(cassetto));
    expect(own.map(({ proposta }) => proposta.stato)).toEqual(["rifiutata"]);

    await opened.owner`update proposte set termine = '2026-10-04' where id = any(${[...ids]}::uuid[])`;
    await opened.owner`select scadi_deleghe(${OGGI})`;
    expect(await parts(ids[0])).toEqual([[], [], ["scaduta"]]);
    expect(await parts(ids[1])).toEqual(await parts(ids[0]));
    const news = await read(vito(), ({ viewer }) => listEventiDelloStudio(viewer));
    expect(news.filter(({ codiceFiscale }) => codici.includes(codiceFiscale ?? ""))).toEqual([]);
  });

  it("when it asks again, until the last day and after it", async () => {
    const { codici } = await aPair();
    for (const codice of codici) {
      expect(await asks(codice, OGGI)).toBe("gia_proposta");
      expect(await asks(codice, TERMINE)).toBe("gia_proposta");
    }
    // Whether or not the day's expiry has been there yet.
    for (const codice of codici) expect(await asks(codice, addDays(TERMINE, 1))).toBe("ok");
    for (const codice of codici) expect(await asks(codice, addDays(TERMINE, 1))).toBe("gia_proposta");
  });

  it("when it takes back what it asked, until the last day and after it", async () => {
    const first = await aPair();
    for (const id of first.ids) expect(await withdraws(id, addDays(TERMINE, 1))).toBe("scaduta");
    for (const id of first.ids) expect(await withdraws(id, TERMINE)).toBe("ok");
    for (const id of first.ids) expect(await withdraws(id, TERMINE)).toBe("ok");
    expect(await parts(first.ids[0])).toEqual([[], [], ["annullata"]]);
    expect(await parts(first.ids[1])).toEqual(await parts(first.ids[0]));
    for (const codice of first.codici) expect(await asks(codice, OGGI)).toBe("ok");

    const second = await aPair();
    await opened.owner`select scadi_deleghe(${addDays(TERMINE, 1)})`;
    for (const id of second.ids) expect(await withdraws(id, addDays(TERMINE, 1))).toBe("scaduta");
  });
});

it("a studio that asks costs the same work whether or not the codice fiscale is a datore's", async () => {
  const chiave = "costoso";
  await aPosizione(opened.owner, chiave, world.sede);
  const undone = new Error("undone");
  /** How often each table was read, by an index or without, and written. */
  const counted = async (tx: TransactionSql) => {
    const rows =
      await tx`select relname, array[coalesce(seq_scan, 0), coalesce(idx_scan, 0), n_tup_ins, n_tup_upd]::int[] as n
      from pg_stat_xact_user_tables order by relname`;
    return new Map(rows.map(({ relname, n }) => [relname as string, n as number[]]));
  };
  const work = async (codiceFiscale: string) => {
    const seen: Record<string, unknown> = {};
    await onDay(opened.owner, vito(), OGGI, async (tx) => {
      const before = await counted(tx);
      const [answer] =
        await tx`select esito, proposta is not null as fatta from proponi_a_datore(${codiceFiscale},
        'operazioni', null, null)`;
      for (const [table, counts] of await counted(tx)) {
        const spent = counts.map((count, index) => count - (before.get(table)?.[index] ?? 0));
        if (spent.some((count) => count > 0)) seen[table] = spent;
      }
      Object.assign(seen, answer);
      throw undone;
    }).catch((error) => {
      if (error !== undone) throw error;
    });
    return seen;
  };
  // The first asks for plans, too.
  await work(codiceFiscaleOf(chiave));
  const datore = await work(codiceFiscaleOf(chiave));
  expect(datore).toMatchObject({ esito: "ok", fatta: true });
  expect(datore).toHaveProperty("proposte");
  expect(await work(codiceFiscaleOf("nessunoeccheio"))).toEqual(datore);
});
