import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Contesto, DatabaseNonDisponibile } from "@/db/client";
import { aCrowd, aPersona, aProposta, onDay } from "@/db/mondo-deleghe";
import {
  aDelega,
  anIntermediario,
  aPosizione,
  aSede,
  aViewer,
  codiceFiscaleOf,
  OGGI,
  openWorld,
} from "@/db/mondo-di-prova";
import { concludeMerge, deferExclusivity } from "@/lib/archivi/unione/mutations";
import { decideProposta, type Esito, renounceDelega, revokeDelega, withdrawProposta } from "./mutations";

const QUANTI = 20;

let opened: Awaited<ReturnType<typeof openWorld>>;
let studi: string[];
let titolari: Awaited<ReturnType<typeof aViewer>>[];
let crowd: Awaited<ReturnType<typeof aCrowd>>;
beforeAll(async () => {
  opened = await openWorld();
  const { owner } = opened;
  await aSede(owner, "000001");
  studi = [];
  titolari = [];
  for (let n = 0; n < QUANTI; n += 1) {
    studi.push(await anIntermediario(owner, `S${n}`));
    titolari.push(
      await aPersona(owner, `titolare${"abcdefghijklmnopqrst"[n]}`, {
        tipo: "intermediario",
        studio: `S${n}`,
      }),
    );
  }
  crowd = await aCrowd(opened.database.ownerUrl, QUANTI);
});
afterAll(() => crowd.end({ timeout: 5 }).then(() => opened.close()));

/** On a connection of its own: the application has ten for twenty. */
const accept = async (contesto: Contesto, id: string) => {
  const [row] = await onDay(crowd, contesto, OGGI, (tx) => tx`select decidi_proposta(${id}, true) as esito`);
  return row?.esito as string;
};

let made = 0;
/** A datore with a drawer, whom no other test knows. */
async function aDatore() {
  const chiave = [...`d${made++}`].map((c) => (c === "d" ? "dat" : "zyxwvutsrq"[Number(c)])).join("");
  const posizione = await aPosizione(opened.owner, chiave, "000001");
  const viewer = await aViewer(opened.owner, chiave, { tipo: "datore" });
  return { chiave, posizione, contesto: viewer(posizione), codiceFiscale: codiceFiscaleOf(chiave) };
}
const times = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));
const attive = async (posizione: string) => {
  const rows =
    await opened.owner`select id from deleghe where posizione_id = ${posizione} and stato = 'attiva'`;
  return rows.map((row) => row.id as string);
};
const eventi = async (codiceFiscale: string) => {
  const rows = await opened.owner`
    select evento from eventi_delega where datore_codice_fiscale = ${codiceFiscale} order by evento`;
  return rows.map((row) => row.evento as string);
};
const count = (words: readonly string[]) =>
  Object.fromEntries(
    [...new Set(words)].map((word) => [word, words.filter((other) => other === word).length]),
  );

it("twenty acceptances of one proposta at once are one outcome and one event", async () => {
  const datore = await aDatore();
  const id = await aProposta(opened.owner, { datore: datore.chiave, studio: "S0" });
  const said = await times(QUANTI, () => accept(titolari[0]?.() as never, id));
  expect(count(said)).toEqual({ ok: QUANTI });
  expect(await attive(datore.posizione)).toEqual([id]);
  expect(await eventi(datore.codiceFiscale)).toEqual(["accettata", "proposta"]);
});

it("twenty studios that accept one drawer's exclusive delega at once leave one with it, and each a true story", async () => {
  const datore = await aDatore();
  const ids = await times(QUANTI, (n) =>
    aProposta(opened.owner, { datore: datore.chiave, studio: studi[n] ?? "" }),
  );
  const said = await times(QUANTI, (n) => accept(titolari[n]?.() as never, ids[n] ?? ""));
  expect(count(said)).toEqual({ ok: QUANTI });
  const [last, ...others] = await attive(datore.posizione);
  expect(others).toEqual([]);
  expect(count(await eventi(datore.codiceFiscale))).toEqual({
    proposta: QUANTI,
    accettata: QUANTI,
    sostituita: QUANTI - 1,
  });
  const stories = await opened.owner`
    select delega_id, array_agg(evento order by id) as story from eventi_delega
    where datore_codice_fiscale = ${datore.codiceFiscale} group by 1`;
  for (const { delega_id, story } of stories) {
    expect(story).toEqual(["proposta", "accettata", ...(delega_id === last ? [] : ["sostituita"])]);
  }
  const desk = await opened.owner`select delega_id from deleganti where posizione_id = ${datore.posizione}`;
  expect(desk.map((row) => row.delega_id)).toEqual([last]);
});

describe("two who decide at once", () => {
  it.each(Array.from({ length: 10 }, (_, n) => n))("acceptance and withdrawal, %i: one is done", async () => {
    const datore = await aDatore();
    const id = await aProposta(opened.owner, { datore: datore.chiave, studio: "S1" });
    const said = await Promise.all([
      decideProposta(titolari[1]?.() as never, id, true),
      withdrawProposta(datore.contesto, id),
      decideProposta(titolari[1]?.() as never, id, false),
    ]);
    expect(count(said)).toEqual({ ok: 1, gia_decisa: 2 });
    const accepted = said[0] === "ok";
    expect(await attive(datore.posizione)).toHaveLength(accepted ? 1 : 0);
    expect(await eventi(datore.codiceFiscale)).toHaveLength(2);
  });

  it.each(Array.from({ length: 10 }, (_, n) => n))(
    "acceptance and the end of the one before, %i: it ends once",
    async (n) => {
      const datore = await aDatore();
      const prima = await aDelega(opened.owner, datore.posizione, { studio: "S2" });
      const id = await aProposta(opened.owner, { datore: datore.chiave, studio: "S3" });
      const [accepted, ended] = await Promise.all([
        decideProposta(titolari[3]?.() as never, id, true),
        n % 2 === 0
          ? revokeDelega(datore.contesto, prima, "")
          : renounceDelega(titolari[2]?.(datore.posizione) as never, prima, ""),
      ]);
      expect(accepted).toBe("ok");
      expect(await attive(datore.posizione)).toEqual([id]);
      const end = ended === "ok" ? (n % 2 === 0 ? "revocata" : "rinunciata") : "sostituita";
      expect(["ok", "gia_chiusa"]).toContain(ended);
      expect(await eventi(datore.codiceFiscale)).toEqual(["accettata", "proposta", end].sort());
    },
  );
});

it("a person who accepts twenty datori at once holds three", async () => {
  const persona = await aPersona(opened.owner, "persona", { tipo: "datore" });
  const datori: Awaited<ReturnType<typeof aDatore>>[] = [];
  for (let n = 0; n < QUANTI; n += 1) datori.push(await aDatore());
  const ids = await times(QUANTI, (n) =>
    aProposta(opened.owner, { datore: datori[n]?.chiave ?? "", persona: "persona" }),
  );
  const said = await times(QUANTI, (n) => accept(persona(), ids[n] ?? ""));
  expect(count(said)).toEqual({ ok: 3, limite_deleghe: QUANTI - 3 });
  const held = await opened.owner`
    select from deleghe where delegato_codice_fiscale = ${codiceFiscaleOf("persona")} and stato = 'attiva'`;
  expect(held).toHaveLength(3);
  const profili = await opened.owner`select from profili where tipo = 'delegato'`;
  expect(profili).toHaveLength(1);
});

describe("an archive being merged while people decide", () => {
  /** As importaArchivio does it: what it changes stays locked until the end, which comes after `pause` ms. */
  async function merge(touch: string, pause: number): Promise<void> {
    const session = await opened.owner.reserve();
    const connessione = { run: (text: string) => session.unsafe(text) } as never;
    try {
      await session`begin`;
      await deferExclusivity(connessione);
      await session.unsafe(touch);
      await new Promise((resolve) => setTimeout(resolve, pause));
      await concludeMerge(connessione);
      await session`commit`;
    } catch (error) {
      await session`rollback`;
      throw error;
    } finally {
      session.release();
    }
  }
  const said = (act: Promise<Esito>) =>
    act.catch((error) => {
      if (error instanceof DatabaseNonDisponibile) return "riprova";
      throw error;
    });

  it("neither fails: who comes in the way is told to try again, and what is left is in order", async () => {
    const datori: Awaited<ReturnType<typeof aDatore>>[] = [];
    const ids: string[] = [];
    for (let n = 0; n < QUANTI; n += 1) {
      const datore = await aDatore();
      datori.push(datore);
      const over = { identificativo: `A${n}`, stato_archivio: "attiva" };
      await aDelega(opened.owner, datore.posizione, { studio: "S4" }, over);
      ids.push(await aProposta(opened.owner, { datore: datore.chiave, studio: "S5" }));
    }
    // Half of them change hands in the archive; of all, some are accepted, some revoked, before, during and after.
    const touch = `update deleghe set intermediario_codice = 'S6', data_inizio = '2026-02-01'
      where identificativo like 'A%' and right(identificativo, 1) in ('0', '2', '4', '6', '8')`;
    const merging = merge(touch, 900);
    const outcomes = await times(QUANTI, async (n) => {
      await new Promise((resolve) => setTimeout(resolve, (n % 10) * 120));
      return said(decideProposta(titolari[5]?.() as never, ids[n] ?? "", true));
    });
    await merging;
    for (const outcome of outcomes) expect(["ok", "riprova"]).toContain(outcome);
    expect(outcomes).toContain("ok");
    for (const [n, datore] of datori.entries()) {
      if (outcomes[n] !== "ok")
        expect(await decideProposta(titolari[5]?.() as never, ids[n] ?? "", true)).toBe("ok");
      expect(await attive(datore.posizione)).toEqual([ids[n]]);
      expect(count(await eventi(datore.codiceFiscale))).toMatchObject({ accettata: 1, sostituita: 1 });
    }
    const off = await opened.owner`
      select from deleganti g full join deleghe d on d.posizione_id = g.posizione_id and d.id = g.delega_id
      where (g.delega_id is not null) <> (d.stato = 'attiva') or g.delegato <> coalesce('i:' || d.intermediario_codice,
        'p:' || d.delegato_codice_fiscale)`;
    expect(off).toHaveLength(0);
  }, 60_000);

  it("a revocation that meets the row an archive is changing gives up before either waits for ever", async () => {
    const datore = await aDatore();
    const over = { identificativo: "B1", stato_archivio: "attiva" };
    const delega = await aDelega(opened.owner, datore.posizione, { studio: "S7" }, over);
    const merging = merge(`update deleghe set data_fine = '2027-01-01' where identificativo = 'B1'`, 1_500);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const started = performance.now();
    expect(await revokeDelega(datore.contesto, delega, "")).toBe("riprova");
    expect(performance.now() - started).toBeLessThan(1_400);
    await merging;
    expect(await revokeDelega(datore.contesto, delega, "")).toBe("ok");
    await merge(
      `update deleghe set data_fine = '2028-01-01', stato_archivio = 'attiva' where identificativo = 'B1'`,
      0,
    );
    expect(await attive(datore.posizione)).toEqual([]);
  });

  it("the calendar's turn passes over what the archive holds, and neither waits for the other", async () => {
    const datore = await aDatore();
    const over = { identificativo: "C1", stato_archivio: "attiva", data_fine: OGGI };
    await aDelega(opened.owner, datore.posizione, { studio: "S8" }, over);
    const merging = merge(`update deleghe set data_inizio = '2026-02-02' where identificativo = 'C1'`, 500);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const [row] = await opened.owner`select deleghe from scadi_deleghe('2026-10-06')`;
    expect(row?.deleghe).toBe(0);
    await merging;
    const [after] = await opened.owner`select deleghe from scadi_deleghe('2026-10-06')`;
    expect(after?.deleghe).toBe(1);
    expect(await eventi(datore.codiceFiscale)).toEqual(["scaduta"]);
  });
});
