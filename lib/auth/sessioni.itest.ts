import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Contesto, inTransaction } from "@/db/client";
import {
  aDelega,
  anUtente,
  aPosizione,
  aSede,
  aSessione,
  aSoggetto,
  openWorld,
  read,
} from "@/db/mondo-di-prova";
import { posizioni } from "@/db/schema/posizioni";
import { changePin, chooseProfilo, closeOtherSessioni } from "@/lib/utenti/mutations";
import { listProfili, listSessioniAperte } from "@/lib/utenti/queries";
import { DURATA_MASSIMA_ORE, INATTIVITA_MASSIMA_MINUTI } from "./rules";

let opened: Awaited<ReturnType<typeof openWorld>>;
let posizione: string;
let utente: string;
let datore: string;
let delegato: string;
let sessione: Awaited<ReturnType<typeof aSessione>>;
let count = 0;

beforeAll(async () => {
  opened = await openWorld();
  await aSede(opened.owner, "700100");
});
afterAll(() => opened.close());
beforeEach(async () => {
  const { owner } = opened;
  count += 1;
  const chiave = `titolare${String.fromCharCode(96 + count)}`;
  posizione = await aPosizione(owner, chiave, "700100");
  const made = await anUtente(owner, chiave, [{ tipo: "datore" }, { tipo: "delegato" }]);
  utente = made.utente;
  [datore = "", delegato = ""] = made.profili;
  sessione = await aSessione(owner, utente, datore);
});

const open = async (contesto: Contesto) =>
  (await inTransaction(contesto, (tx) => tx.execute(sql`select * from apri_sessione()`)))[0];
const drawers = (contesto: Contesto) =>
  read(contesto, ({ viewer }) => viewer.tx.select({ id: posizioni.id }).from(posizioni));
const lives = async (id: string) =>
  (await opened.owner`select from sessioni where id = ${id} and chiusa_at is null`).length === 1;

describe("the two limits of a session", () => {
  it("stand in the code as in the database", async () => {
    const [row] = await opened.owner`select pg_get_functiondef('sessione_corrente'::regproc) as text`;
    const limits = [...String(row?.text).matchAll(/s\.(\w+) > pg_catalog\.now\(\) - interval '([^']+)'/g)];
    expect(limits.map(([, column, limit]) => `${column} ${limit}`)).toEqual([
      `vista_at ${INATTIVITA_MASSIMA_MINUTI} minutes`,
      `creata_at ${DURATA_MASSIMA_ORE} hours`,
    ]);
  });

  it.each([
    ["unused for 14:59", { vista: "14 minutes 59 seconds", creata: "1 hour" }, true],
    ["unused for 15:01", { vista: "15 minutes 1 second", creata: "1 hour" }, false],
    ["11:59 old", { vista: "0", creata: "11 hours 59 minutes" }, true],
    ["12:01 old", { vista: "0", creata: "12 hours 1 minute" }, false],
  ])("%s: %j, it lives: %s", async (_, { vista, creata }, alive) => {
    await opened.owner`update sessioni set vista_at = now() - ${vista}::interval,
      creata_at = now() - ${creata}::interval where id = ${sessione.id}`;
    expect(await drawers(sessione.contesto())).toHaveLength(alive ? 1 : 0);
    const listed = await read(sessione.contesto(), ({ viewer }) => listSessioniAperte(viewer));
    expect(listed).toHaveLength(alive ? 1 : 0);
    expect((await open(sessione.contesto())) !== undefined).toBe(alive);
  });

  it("use puts off the first, at most every 30 seconds, and never the second", async () => {
    const age = async () => {
      const [row] = await opened.owner`select extract(epoch from now() - vista_at)::int as vista,
        extract(epoch from now() - creata_at)::int as creata from sessioni where id = ${sessione.id}`;
      return row;
    };
    const past = (seconds: number) => opened.owner`update sessioni set creata_at = now() - interval '2 hours',
      vista_at = now() - make_interval(secs => ${seconds}) where id = ${sessione.id}`;
    await past(25);
    await open(sessione.contesto());
    expect((await age())?.vista).toBeGreaterThanOrEqual(25);
    await past(800);
    await open(sessione.contesto());
    expect((await age())?.vista).toBeLessThan(5);
    expect((await age())?.creata).toBeGreaterThanOrEqual(7_200);
  });

  it("an ended session is not brought back by using it", async () => {
    await opened.owner`update sessioni set vista_at = now() - interval '16 minutes' where id = ${sessione.id}`;
    expect(await open(sessione.contesto())).toBeUndefined();
    expect(await open(sessione.contesto())).toBeUndefined();
  });
});

describe("on the very next query there is nothing for", () => {
  it.each<[string, () => Promise<unknown>]>([
    ["a closed session", () => opened.owner`update sessioni set chiusa_at = now() where id = ${sessione.id}`],
    ["a disabled user", () => opened.owner`update utenti set disabilitato_at = now() where id = ${utente}`],
    ["a removed profile", () => opened.owner`delete from profili where id = ${datore}`],
    ["a PIN to be replaced", () => opened.owner`update utenti set pin_iniziale = true where id = ${utente}`],
  ])("%s", async (_, act) => {
    expect(await drawers(sessione.contesto())).toEqual([{ id: posizione }]);
    await act();
    expect(await drawers(sessione.contesto())).toEqual([]);
    expect(await drawers(sessione.contesto(posizione))).toEqual([]);
  });

  it("a revoked delega", async () => {
    await aSoggetto(opened.owner, "terza");
    const terza = await anUtente(opened.owner, "terza", [{ tipo: "delegato" }]);
    const visit = await aSessione(opened.owner, terza.utente, terza.profili[0]);
    const delega = await aDelega(opened.owner, posizione, { personaDi: "terza" });
    expect(await drawers(visit.contesto())).toEqual([{ id: posizione }]);
    await opened.owner`update deleghe set stato = 'revocata' where id = ${delega}`;
    expect(await drawers(visit.contesto())).toEqual([]);
  });

  it("a session nobody ever began, whatever stands in its place", async () => {
    for (const key of ["", "00", "ab".repeat(32)]) {
      expect(await open({ sessione: key, posizione: null })).toBeUndefined();
    }
  });
});

describe("a new PIN", () => {
  it("opens the drawers an initial one kept shut, and closes the other sessions", async () => {
    const other = await aSessione(opened.owner, utente, datore);
    await opened.owner`update utenti set pin_iniziale = true, pin_hash = 'vecchio' where id = ${utente}`;
    expect(await drawers(sessione.contesto())).toEqual([]);

    await changePin(sessione.contesto(), "NUOVO123");
    expect(await drawers(sessione.contesto())).toEqual([{ id: posizione }]);
    expect(await lives(other.id)).toBe(false);
    expect(await open(other.contesto())).toBeUndefined();
    const [row] = await opened.owner`select pin_hash, pin_iniziale from utenti where id = ${utente}`;
    expect(row?.pin_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(row?.pin_iniziale).toBe(false);
  });

  it("cannot be given by nobody, nor in an ended session", async () => {
    await opened.owner`update sessioni set chiusa_at = now() where id = ${sessione.id}`;
    for (const contesto of [sessione.contesto(), { sessione: null, posizione: null }]) {
      await expect(changePin(contesto, "NUOVO123")).rejects.toThrow();
    }
    const [row] = await opened.owner`select pin_hash from utenti where id = ${utente}`;
    expect(row?.pin_hash).toBe("nessuno");
  });
});

describe("closing one's other sessions", () => {
  it("leaves the present one and everybody else's", async () => {
    const [old, stranger] = [
      await aSessione(opened.owner, utente),
      await anUtente(opened.owner, "estraneo", []),
    ];
    const foreign = await aSessione(opened.owner, stranger.utente);
    await closeOtherSessioni(sessione.contesto(), sessione.id);
    expect(await Promise.all([sessione, old, foreign].map(({ id }) => lives(id)))).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe("choosing a profile", () => {
  it("takes one of one's own, for this session only", async () => {
    const other = await aSessione(opened.owner, utente, datore);
    expect(await chooseProfilo(sessione.contesto(), sessione.id, delegato)).toBe(true);
    expect((await open(sessione.contesto()))?.tipo).toBe("delegato");
    expect((await open(other.contesto()))?.tipo).toBe("datore");
    expect(await drawers(sessione.contesto())).toEqual([]);
  });

  it("refuses somebody else's, one that does not exist, and somebody else's session", async () => {
    const other = await anUtente(opened.owner, `altra${count}`, [{ tipo: "amministratore" }]);
    const foreign = await aSessione(opened.owner, other.utente);
    for (const profilo of [other.profili[0] ?? "", crypto.randomUUID()]) {
      expect(await chooseProfilo(sessione.contesto(), sessione.id, profilo)).toBe(false);
    }
    expect(await chooseProfilo(sessione.contesto(), foreign.id, delegato)).toBe(false);
    expect((await open(sessione.contesto()))?.profilo).toBe(datore);
    expect((await open(foreign.contesto()))?.profilo).toBeNull();
  });

  it("offers one's own profiles and nobody else's", async () => {
    const offered = await read(sessione.contesto(), ({ viewer }) => listProfili(viewer));
    expect(offered.map(({ id }) => id).sort()).toEqual([datore, delegato].sort());
  });
});
