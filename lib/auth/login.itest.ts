import { createHash, createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anUtente, codiceFiscaleOf, openWorld } from "@/db/mondo-di-prova";

const PIN = "PROVA123";
const CASA = "198.51.100.1";
const ALTROVE = "203.0.113.9";

let opened: Awaited<ReturnType<typeof openWorld>>;
let login: typeof import("./login");
let pinHash: string;
beforeAll(async () => {
  opened = await openWorld();
  login = await import("./login");
  pinHash = await (await import("./pin-hash")).hashPin(PIN);
});
afterAll(() => opened.close());

/** A user of the test's own: what one test tries must not lock another one out. */
let chiave = "";
let codiceFiscale = "";
let utente = "";
let count = 0;
beforeEach(async () => {
  await opened.owner`truncate tentativi`;
  count += 1;
  chiave = `persona${String.fromCharCode(96 + count)}`;
  codiceFiscale = codiceFiscaleOf(chiave);
  utente = (await anUtente(opened.owner, chiave, [{ tipo: "datore" }], { pin_hash: pinHash })).utente;
});

const check = (pin: string, indirizzo = CASA, chi = codiceFiscale) =>
  login.checkPin({ codiceFiscale: chi, pin, indirizzo });
const checkMany = (times: number, pin: string, indirizzo = CASA) =>
  Promise.all(Array.from({ length: times }, () => check(pin, indirizzo)));
const enter = (pin: string, chi = codiceFiscale) =>
  login.logIn({ codiceFiscale: chi, pin, indirizzo: CASA, dispositivo: "prova" });

const keyOf = (what: string) =>
  createHmac("sha256", process.env.PIN_PEPPER ?? "")
    .update(what)
    .digest();
/** How many tries stand against a key; how long a block still lasts, in minutes. */
async function standing(what: string) {
  const [row] = await opened.owner`
    select cardinality(istanti) as tries, round(extract(epoch from bloccato_fino_at - now()) / 60)::int as blocked
    from tentativi where chiave = ${keyOf(what)}`;
  return { tries: row?.tries ?? 0, blocked: row?.blocked ?? null };
}
const ofUtente = async () => (await standing(`u:${codiceFiscale}`)).tries;
const ofPair = (indirizzo: string) => standing(`c:${codiceFiscale}|${indirizzo}`);

/** Lets time go by: everything that was counted moves into the past. */
const wait = (interval: string) => opened.owner`
  update tentativi set bloccato_fino_at = bloccato_fino_at - ${interval}::interval,
    istanti = (select coalesce(array_agg(t - ${interval}::interval), '{}') from unnest(istanti) t)`;

describe("logIn", () => {
  it("takes the PIN in capitals and in small letters", async () => {
    expect(await enter(PIN)).toMatch(/^[\w-]{43}$/);
    expect(await enter(PIN.toLowerCase())).toMatch(/^[\w-]{43}$/);
  });

  it("keeps of the session's secret only its hash, and chooses the only profile", async () => {
    const secret = (await enter(PIN)) ?? "";
    const [sessione] = await opened.owner`
      select chiave, utente_id, profilo_id is not null as chosen, dispositivo from sessioni where utente_id = ${utente}`;
    expect(sessione).toEqual({
      chiave: createHash("sha256").update(secret).digest(),
      utente_id: utente,
      chosen: true,
      dispositivo: "prova",
    });
    const kept = await opened.owner`select s::text || t::text as line from sessioni s, tentativi t`;
    expect(JSON.stringify(kept)).not.toContain(secret);
    expect(JSON.stringify(kept)).not.toContain(codiceFiscale);
  });

  it("chooses no profile for whoever has two", async () => {
    const { utente: leo } = await anUtente(opened.owner, "leo", [{ tipo: "datore" }, { tipo: "delegato" }], {
      pin_hash: pinHash,
    });
    await enter(PIN, codiceFiscaleOf("leo"));
    const rows = await opened.owner`select profilo_id from sessioni where utente_id = ${leo}`;
    expect(rows.map((row) => row.profilo_id)).toEqual([null]);
  });

  it("refuses a wrong PIN, an unknown and a disabled user alike, and begins nothing", async () => {
    expect(await enter("PROVA124")).toBeNull();
    expect(await enter(PIN, codiceFiscaleOf("ignota"))).toBeNull();
    await opened.owner`update utenti set disabilitato_at = now() where id = ${utente}`;
    expect(await enter(PIN)).toBeNull();
    expect(await opened.owner`select from sessioni where utente_id = ${utente}`).toHaveLength(0);
  });

  it("takes as long to refuse an unknown user, a wrong PIN and a locked one", { retry: 2 }, async () => {
    const median = async (work: () => Promise<unknown>) => {
      const times: number[] = [];
      for (let n = 0; n < 3; n += 1) {
        const started = performance.now();
        expect(await work()).toBeNull();
        times.push(performance.now() - started);
      }
      return times.sort((a, b) => a - b)[1] ?? 0;
    };
    const times = [
      await median(() => enter(PIN, codiceFiscaleOf("ignota"))),
      await median(() => enter("NO")),
    ];
    await checkMany(5, "NO");
    times.push(await median(() => enter(PIN)));
    expect(Math.max(...times) / Math.min(...times)).toBeLessThan(1.1);
  });
});

describe("the count of tries", () => {
  it("lets 5 of 10 wrong ones at once be looked at, then refuses the right PIN for 15 minutes", async () => {
    expect(await checkMany(10, "SBAGLIO1")).toEqual(Array(10).fill(null));
    expect(await ofUtente()).toBe(5);
    expect(await check(PIN)).toBeNull();
    expect(await check(PIN, ALTROVE)).toBeNull();
    expect(await ofUtente()).toBe(5);

    await wait("14 minutes 50 seconds");
    expect(await check(PIN)).toBeNull();
    expect(await check(PIN, ALTROVE)).toBeNull();
    await wait("10 seconds");
    expect(await check(PIN)).toBe(utente);
  });

  it("counts the same for somebody who does not exist", async () => {
    const unknown = codiceFiscaleOf("ignota");
    await Promise.all(Array.from({ length: 10 }, () => check(PIN, CASA, unknown)));
    expect((await standing(`u:${unknown}`)).tries).toBe(5);
  });

  it("lets the fifth try be the right one", async () => {
    await checkMany(4, "SBAGLIO1");
    expect(await check(PIN)).toBe(utente);
    expect(await ofUtente()).toBe(4);
    expect((await ofPair(CASA)).blocked).toBeNull();
  });

  it("takes back a right try only, not the wrong ones before it", async () => {
    await checkMany(3, "SBAGLIO1", ALTROVE);
    for (let n = 0; n < 6; n += 1) expect(await check(PIN)).toBe(utente);
    expect(await ofUtente()).toBe(3);
    expect((await ofPair(ALTROVE)).tries).toBe(3);
    expect((await ofPair(CASA)).tries).toBe(0);
    await checkMany(2, "SBAGLIO1", ALTROVE);
    expect(await check(PIN)).toBeNull();
  });

  it("keeps a stranger out longer each time, so that they cannot keep the person out", async () => {
    for (const minutes of [15, 30, 60, 120, 240, 480, 480]) {
      await checkMany(5, "SBAGLIO1", ALTROVE);
      expect((await ofPair(ALTROVE)).blocked).toBe(minutes);
      await wait("15 minutes");
      // From here to the end of the stranger's block the person is alone at the door.
      if (minutes > 15) expect(await check(PIN, ALTROVE)).toBeNull();
      expect(await check(PIN)).toBe(utente);
      await wait(`${minutes - 15} minutes`);
    }
  });

  it("lets one address fail 30 times a minute, whoever it tries to be", async () => {
    const strangers = Array.from({ length: 40 }, (_, n) => codiceFiscaleOf(`x${"abcdefgh"[n % 8]}${n}`));
    await Promise.all(strangers.map((chi) => check("NO", ALTROVE, chi)));
    const [row] = await opened.owner`
      select count(*)::int as looked from tentativi where cardinality(istanti) = 1`;
    // Each of the 30 stands against a user and a pair; the address itself stands at 30.
    expect(row?.looked).toBe(60);
    expect((await standing(`i:${ALTROVE}`)).tries).toBe(30);
    expect(await check(PIN, ALTROVE)).toBeNull();
    expect(await check(PIN, CASA)).toBe(utente);
    await wait("1 minute");
    expect(await check(PIN, ALTROVE)).toBe(utente);
  });

  it("does not run against the address of people who get in", async () => {
    for (let n = 0; n < 35; n += 1) expect(await check(PIN)).toBe(utente);
  });
});
