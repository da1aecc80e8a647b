import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Contesto, inTransaction } from "@/db/client";
import { anUtente, aSessione, aWorld, codiceFiscaleOf, openWorld, type World } from "@/db/mondo-di-prova";
import { utenteDi } from "@/db/mondo-quesiti";

// Who may act upon users, with what reason, and upon whom not: themselves.

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let act: typeof import("./mutations");
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  act = await import("./mutations");
});
afterAll(() => opened.close());

const DATORE = { tipo: "datore" } as const;
const PIN = "PROVA123";

/** Every act upon a user, with that reason. */
const acts = (contesto: Contesto, utente: string, profilo: string, motivo: string) => ({
  dai: () => act.giveProfilo(contesto, utente, { tipo: "amministratore" }, motivo),
  togli: () => act.takeProfilo(contesto, utente, profilo, motivo),
  sospendi: () => act.suspendUtente(contesto, utente, motivo),
  riammetti: () => act.readmitUtente(contesto, utente, motivo),
  pin: async () => (await act.givePin(contesto, utente, PIN, 0, motivo)).esito,
});

/** What any of it could change. */
const everything = () =>
  opened.owner`select
    (select string_agg(u::text, '' order by id) from utenti u) as utenti,
    (select string_agg(p::text, '' order by id) from profili p) as profili,
    (select string_agg(s.id::text || coalesce(chiusa_at::text, ''), '' order by id) from sessioni s) as sessioni,
    (select count(*)::int from eventi_amministrazione) as eventi, (select count(*)::int from posta) as posta`;

async function anAmministratore(chiave: string, over = {}) {
  const { utente, profili } = await anUtente(opened.owner, chiave, [{ tipo: "amministratore" }], over);
  const contesto = (await aSessione(opened.owner, utente, profili[0])).contesto();
  return { utente, profilo: profili[0] ?? "", contesto };
}

describe("strangers", () => {
  it("do nothing, whatever they are: every other profilo, none, a suspended or new amministratore", async () => {
    const { chi, anna, dario } = world;
    const vittima = await utenteDi(opened.owner, "dario");
    const [profilo] = await opened.owner`select id from profili where utente_id = ${vittima}`;
    const sospesa = await anAmministratore("sospesa", { disabilitato_at: new Date() });
    const nuova = await anAmministratore("nuova", { pin_iniziale: true });
    const due = await anUtente(opened.owner, "due", [{ tipo: "amministratore" }, DATORE]);
    const strangers: Record<string, Contesto> = {
      ...{ nobody: { sessione: null, posizione: null }, sospesa: sospesa.contesto, nuova: nuova.contesto },
      ...{ anna: chi.anna(anna), bruno: chi.bruno(anna), carla: chi.carla(dario), dario: chi.dario() },
      ...{ olga: chi.olga(), renzo: chi.renzo() },
      "an amministratore as datore": (await aSessione(opened.owner, due.utente, due.profili[1])).contesto(),
      "an amministratore who has not chosen": (await aSessione(opened.owner, due.utente)).contesto(),
    };
    const before = await everything();
    for (const [who, contesto] of Object.entries(strangers)) {
      for (const [what, ask] of Object.entries(acts(contesto, vittima, profilo?.id, "Motivo")))
        expect(await ask(), `${what} by ${who}`).toBe("non_trovata");
      const made = await act.enrolUtente(contesto, codiceFiscaleOf("mai"), DATORE, PIN);
      expect(made, `crea by ${who}`).toEqual({ esito: "non_trovata", utente: null });
    }
    expect(await everything()).toEqual(before);
  });

  it("have no other way: the application writes none of these tables and calls none of the helpers", async () => {
    for (const statement of [
      "update utenti set disabilitato_at = now()",
      "update utenti set pin_hash = 'x'",
      "insert into profili (utente_id, tipo) select id, 'amministratore' from utenti",
      "delete from profili",
      "insert into eventi_amministrazione (evento) values ('pin_dato')",
      "select registra_utente('X', 'x', false, 'amministratore', null, null, false)",
      "select nuovo_profilo(utente_corrente(), 'amministratore', null, null, false)",
      "select annota_amministrazione('pin_dato', null, null, null)",
    ]) {
      const run = inTransaction(world.chi.nora(), (tx) => tx.execute(sql.raw(statement)));
      await expect(run, statement).rejects.toMatchObject({ cause: { code: "42501" } });
    }
  });
});

describe("an amministratore", () => {
  it("does nothing to themselves", async () => {
    const nora = world.chi.nora();
    const io = await utenteDi(opened.owner, "nora");
    const [profilo] = await opened.owner`select id from profili where utente_id = ${io}`;
    const before = await everything();
    for (const [what, ask] of Object.entries(acts(nora, io, profilo?.id, "Motivo")))
      expect(await ask(), what).toBe("te_stesso");
    expect(await everything()).toEqual(before);
  });

  it("does nothing to nobody, and nothing without a reason of 1 to 300 characters", async () => {
    const nora = world.chi.nora();
    const { utente, profilo } = await anAmministratore("collega");
    const before = await everything();
    const ignoto = "018f3c3e-0000-7000-8000-000000000001";
    for (const [what, ask] of Object.entries(acts(nora, ignoto, ignoto, "Motivo")))
      expect(await ask(), what).toBe("non_trovata");
    for (const motivo of ["", "   ", "x".repeat(301)]) {
      for (const [what, ask] of Object.entries(acts(nora, utente, profilo, motivo)))
        expect(await ask(), what).toBe("senza_motivo");
    }
    expect(await everything()).toEqual(before);
    expect(await act.suspendUtente(nora, utente, "x")).toBe("ok");
    expect(await act.readmitUtente(nora, utente, "x".repeat(300))).toBe("ok");
  });

  it("is always left: of two who shut each other out at once one is", async () => {
    for (let round = 0; round < 12; round += 1) {
      const nome = "abcdefghijkl"[round];
      const [uno, due] = [await anAmministratore(`uno${nome}`), await anAmministratore(`due${nome}`)];
      const ways = [
        [
          () => act.suspendUtente(uno.contesto, due.utente, "A"),
          () => act.suspendUtente(due.contesto, uno.utente, "B"),
        ],
        [
          () => act.takeProfilo(uno.contesto, due.utente, due.profilo, "A"),
          () => act.takeProfilo(due.contesto, uno.utente, uno.profilo, "B"),
        ],
        [
          async () => (await act.givePin(uno.contesto, due.utente, PIN, 0, "A")).esito,
          () => act.suspendUtente(due.contesto, uno.utente, "B"),
        ],
      ];
      const [first, second] = ways[round % ways.length] ?? [];
      const esiti = await Promise.all([first?.(), second?.()]);
      expect(esiti.sort(), `round ${round}`).toEqual(["non_trovata", "ok"]);
    }
  });
});
