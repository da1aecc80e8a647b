import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Contesto } from "@/db/client";
import {
  aDelega,
  anUtente,
  aSessione,
  aSoggetto,
  aWorld,
  codiceFiscaleOf,
  type NuovoProfilo,
  openWorld,
  type World,
} from "@/db/mondo-di-prova";
import { utenteDi } from "@/db/mondo-quesiti";

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let act: typeof import("./mutations");
let pinHash: typeof import("@/lib/auth/pin-hash");
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  await aSoggetto(opened.owner, "nora", { nome: "Nora", cognome: "Verdi" });
  act = await import("./mutations");
  pinHash = await import("@/lib/auth/pin-hash");
});
afterAll(() => opened.close());

const nora = () => world.chi.nora();
const MOTIVO = "Richiesta del 5 ottobre";
const IGNOTO = "018f3c3e-0000-7000-8000-000000000001";

/** Somebody with a session as each of their profili. */
async function someone(chiave: string, profili: NuovoProfilo[], over = {}) {
  await aSoggetto(opened.owner, chiave, over);
  const made = await anUtente(opened.owner, chiave, profili);
  const sessioni = [];
  for (const profilo of made.profili)
    sessioni.push((await aSessione(opened.owner, made.utente, profilo)).contesto());
  return { ...made, sessioni, cf: codiceFiscaleOf(chiave) };
}

/** Whether the database still knows whose session this is. */
async function isOpen(contesto: Contesto): Promise<boolean> {
  const { inTransaction } = await import("@/db/client");
  const { sql } = await import("drizzle-orm");
  return (await inTransaction(contesto, (tx) => tx.execute(sql`select from sessione_corrente()`))).length > 0;
}
const profiliOf = async (utente: string) =>
  (
    await opened.owner`select concat_ws(' ', tipo, sede_codice, intermediario_codice, ruolo,
    case when esperto then 'esperto' end) as p from profili where utente_id = ${utente} order by 1`
  ).map(({ p }) => p);
const storiaOf = (utente: string) =>
  opened.owner`select evento, chi, oggetto, motivo from eventi_amministrazione where utente_id = ${utente} order by id`;

describe("a new user", () => {
  it("enters with the PIN that was made, once, and the register says who made them", async () => {
    const profilo = { tipo: "operatore", sede: world.sede, esperto: true } as const;
    const { esito, utente } = await act.enrolUtente(nora(), codiceFiscaleOf("piera"), profilo, "PROVA123");
    expect(esito).toBe("ok");
    const [row] = await opened.owner`select pin_hash, pin_iniziale from utenti where id = ${utente}`;
    expect(row?.pin_iniziale).toBe(true);
    expect(row?.pin_hash).toMatch(/^\$argon2id\$/);
    expect(await pinHash.verifyPin(row?.pin_hash, "prova123")).toBe(true);
    expect(await profiliOf(utente ?? "")).toEqual([`operatore ${world.sede} esperto`]);
    const autore = await utenteDi(opened.owner, "nora");
    expect(
      await opened.owner`select evento, autore_id, chi, oggetto, motivo from eventi_amministrazione where utente_id = ${utente}`,
    ).toEqual([
      {
        evento: "utente_creato",
        autore_id: autore,
        chi: "Nora Verdi",
        oggetto: `operatore ${world.sede} esperto`,
        motivo: null,
      },
    ]);
    const rest =
      await opened.owner`select e::text || u::text as line from eventi_amministrazione e, utenti u`;
    expect(JSON.stringify(rest)).not.toContain("PROVA123");
  });

  it("is not made twice, and leaves the PIN of who is one as it is", async () => {
    const before = await opened.owner`select * from utenti order by id`;
    const chi = codiceFiscaleOf("anna");
    expect(await act.enrolUtente(nora(), chi, { tipo: "datore" }, "PROVA123")).toMatchObject({
      esito: "gia_utente",
      utente: await utenteDi(opened.owner, "anna"),
    });
    expect(await opened.owner`select * from utenti order by id`).toEqual(before);
  });

  it("is not made at all where there is no such sede or intermediario", async () => {
    const chi = codiceFiscaleOf("senzaluogo");
    const at = (profilo: Parameters<typeof act.enrolUtente>[2]) =>
      act.enrolUtente(nora(), chi, profilo, "PROVA123");
    expect((await at({ tipo: "operatore", sede: "999999" })).esito).toBe("sede_inesistente");
    expect((await at({ tipo: "intermediario", intermediario: "S9" })).esito).toBe(
      "intermediario_inesistente",
    );
    expect(await opened.owner`select from utenti where codice_fiscale = ${chi}`).toEqual([]);
  });

  it("finds the profilo that deleghe given before open", async () => {
    await aDelega(opened.owner, world.dario, { personaDi: "nipote" }, { titolo: "tutore" });
    const { utente } = await act.enrolUtente(
      nora(),
      codiceFiscaleOf("nipote"),
      { tipo: "datore" },
      "PROVA123",
    );
    expect(await profiliOf(utente ?? "")).toEqual(["datore", "delegato"]);
  });
});

describe("a profilo", () => {
  it("is given with a reason, once, and taken at once from the sessions that use it", async () => {
    const chi = await someone("quinto", [{ tipo: "datore" }]);
    const operatore = { tipo: "operatore", sede: world.sede } as const;
    expect(await act.giveProfilo(nora(), chi.utente, operatore, MOTIVO)).toBe("ok");
    expect(await act.giveProfilo(nora(), chi.utente, operatore, MOTIVO)).toBe("gia_dato");
    expect(await act.giveProfilo(nora(), chi.utente, { ...operatore, sede: "999999" }, MOTIVO)).toBe(
      "sede_inesistente",
    );
    expect(await profiliOf(chi.utente)).toEqual(["datore", `operatore ${world.sede}`]);
    const [profilo] =
      await opened.owner`select id from profili where utente_id = ${chi.utente} and tipo = 'operatore'`;
    const sessione = (await aSessione(opened.owner, chi.utente, profilo?.id)).contesto();
    expect(await isOpen(sessione)).toBe(true);

    expect(await act.takeProfilo(nora(), chi.utente, profilo?.id, MOTIVO)).toBe("ok");
    expect(await isOpen(sessione)).toBe(false);
    expect(await isOpen(chi.sessioni[0] as Contesto), "another profilo goes on").toBe(true);
    expect(await act.takeProfilo(nora(), chi.utente, profilo?.id, MOTIVO)).toBe("senza_profilo");
    expect(await act.takeProfilo(nora(), chi.utente, IGNOTO, MOTIVO)).toBe("senza_profilo");
    expect(await storiaOf(chi.utente)).toMatchObject([
      { evento: "profilo_dato", oggetto: `operatore ${world.sede}`, motivo: MOTIVO },
      { evento: "profilo_tolto", oggetto: `operatore ${world.sede}`, motivo: MOTIVO },
    ]);
  });

  it("of somebody else is not taken by naming another user", async () => {
    const chi = await someone("sesto", [{ tipo: "datore" }]);
    const altro = await someone("settimo", [{ tipo: "datore" }]);
    expect(await act.takeProfilo(nora(), chi.utente, altro.profili[0] ?? "", MOTIVO)).toBe("senza_profilo");
    expect(await profiliOf(altro.utente)).toEqual(["datore"]);
  });

  it("of a delegato stays while a delega says so", async () => {
    const chi = await someone("ottavo", [{ tipo: "delegato" }]);
    const delega = await aDelega(opened.owner, world.dario, { personaDi: "ottavo" }, { titolo: "tutore" });
    expect(await act.takeProfilo(nora(), chi.utente, chi.profili[0] ?? "", MOTIVO)).toBe("con_deleghe");
    await opened.owner`update deleghe set stato = 'revocata' where id = ${delega}`;
    expect(await act.takeProfilo(nora(), chi.utente, chi.profili[0] ?? "", MOTIVO)).toBe("ok");
  });
});

describe("in a studio", () => {
  it("the first is its titolare, the others sub-abilitati whom the titolare finds", async () => {
    const studio = { tipo: "intermediario", intermediario: "S2" } as const;
    const primo = await someone("primo", [{ tipo: "datore" }]);
    const secondo = await someone("secondo", [{ tipo: "datore" }]);
    for (const { utente } of [primo, secondo])
      expect(await act.giveProfilo(nora(), utente, studio, MOTIVO)).toBe("ok");
    expect(await profiliOf(primo.utente)).toContain("intermediario S2 titolare");
    expect(await profiliOf(secondo.utente)).toContain("intermediario S2 sub_abilitato");
    const nomine = () =>
      opened.owner`select codice_fiscale, stato from nomine where intermediario_codice = 'S2' order by 2`;
    expect(await nomine()).toEqual([{ codice_fiscale: secondo.cf, stato: "attiva" }]);

    const del = async (utente: string) => {
      const [p] =
        await opened.owner`select id from profili where utente_id = ${utente} and intermediario_codice = 'S2'`;
      return act.takeProfilo(nora(), utente, p?.id ?? IGNOTO, MOTIVO);
    };
    expect(await del(primo.utente)).toBe("con_sub_abilitati");
    expect(await del(secondo.utente)).toBe("ok");
    expect(await nomine()).toEqual([{ codice_fiscale: secondo.cf, stato: "revocata" }]);
    const terzo = codiceFiscaleOf("terzo");
    await opened.owner`insert into nomine (intermediario_codice, codice_fiscale) values ('S2', ${terzo})`;
    expect(await del(primo.utente), "an offer that nobody has answered ends with its titolare").toBe("ok");
    expect(await nomine()).toEqual([
      { codice_fiscale: expect.any(String), stato: "revocata" },
      { codice_fiscale: expect.any(String), stato: "revocata" },
    ]);
    expect(await act.giveProfilo(nora(), secondo.utente, studio, MOTIVO)).toBe("ok");
    expect(await profiliOf(secondo.utente)).toContain("intermediario S2 titolare");
  });
});

describe("who is suspended", () => {
  it("is out at once, everywhere, and in again with what they had but none of the sessions", async () => {
    const chi = await someone("decima", [{ tipo: "datore" }, { tipo: "operatore", sede: world.sede }]);
    expect(await act.readmitUtente(nora(), chi.utente, MOTIVO)).toBe("non_sospeso");
    expect(await act.suspendUtente(nora(), chi.utente, MOTIVO)).toBe("ok");
    expect(await act.suspendUtente(nora(), chi.utente, MOTIVO)).toBe("gia_sospeso");
    for (const sessione of chi.sessioni) expect(await isOpen(sessione)).toBe(false);
    expect(await opened.owner`select from leggi_credenziali(${chi.cf})`).toEqual([]);
    expect(await act.readmitUtente(nora(), chi.utente, MOTIVO)).toBe("ok");
    for (const sessione of chi.sessioni) expect(await isOpen(sessione)).toBe(false);
    expect(await opened.owner`select from leggi_credenziali(${chi.cf})`).toHaveLength(1);
    expect(await profiliOf(chi.utente)).toEqual(["datore", `operatore ${world.sede}`]);
    expect((await storiaOf(chi.utente)).map(({ evento }) => evento)).toEqual([
      "utente_sospeso",
      "utente_riammesso",
    ]);
  });
});

describe("a new PIN", () => {
  const lettere = () =>
    opened.owner`select destinatario, modello from posta where modello = 'pin_sostituito'`;

  it("serves once, ends all sessions, and is told by a mail in which it does not stand", async () => {
    const chi = await someone("undici", [{ tipo: "datore" }, { tipo: "delegato" }], {
      email: "u@posta.example",
    });
    expect(await act.givePin(nora(), chi.utente, "NUOVO234", 0, MOTIVO)).toEqual({
      esito: "ok",
      avvisata: true,
    });
    const [row] = await opened.owner`select pin_hash, pin_iniziale from utenti where id = ${chi.utente}`;
    expect(row?.pin_iniziale).toBe(true);
    expect(await pinHash.verifyPin(row?.pin_hash, "NUOVO234")).toBe(true);
    for (const sessione of chi.sessioni) expect(await isOpen(sessione)).toBe(false);
    expect(await lettere()).toEqual([{ destinatario: "u@posta.example", modello: "pin_sostituito" }]);
    expect(await storiaOf(chi.utente)).toMatchObject([{ evento: "pin_dato", oggetto: null, motivo: MOTIVO }]);
    const kept = await opened.owner`select p::text || e::text as line from posta p, eventi_amministrazione e`;
    expect(JSON.stringify(kept)).not.toContain("NUOVO234");
  });

  it("is not made anew by a form that is sent again, only from a page that shows the first", async () => {
    const chi = await someone("quindici", [{ tipo: "datore" }]);
    const hash = async () =>
      (await opened.owner`select pin_hash from utenti where id = ${chi.utente}`)[0]?.pin_hash;
    expect((await act.givePin(nora(), chi.utente, "NUOVO234", 0, MOTIVO)).esito).toBe("ok");
    const given = await hash();
    expect((await act.givePin(nora(), chi.utente, "ALTRO567", 0, MOTIVO)).esito).toBe("pin_gia_dato");
    expect(await hash()).toBe(given);
    const [last] =
      await opened.owner`select max(id)::int as id from eventi_amministrazione where utente_id = ${chi.utente}`;
    expect((await act.givePin(nora(), chi.utente, "ALTRO567", last?.id, MOTIVO)).esito).toBe("ok");
    expect(await hash()).not.toBe(given);
  });

  it("is told to nobody who has no address, or one that is none", async () => {
    const before = await lettere();
    for (const [chiave, email] of [
      ["dodici", null],
      ["tredici", "nessuno"],
    ] as const) {
      const chi = await someone(chiave, [{ tipo: "datore" }], { email });
      expect(await act.givePin(nora(), chi.utente, "NUOVO234", 0, MOTIVO)).toEqual({
        esito: "ok",
        avvisata: false,
      });
    }
    expect(await lettere()).toEqual(before);
  });
});
