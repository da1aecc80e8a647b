import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anAppuntamento, anEsperto } from "@/db/mondo-appuntamenti";
import { aWorld, openWorld, read, type Scopes, type World } from "@/db/mondo-di-prova";
import { utenteDi } from "@/db/mondo-quesiti";
import { encodeCursore, filtroAppuntamentiInput } from "./input";

// Today is 5 October 2026. anna has four: one to come tomorrow, one in a week booked by bruno, one that was, one cancelled.

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let list: typeof import("./queries");
let get: typeof import("../queries");
const id: Record<string, string> = {};
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  list = await import("./queries");
  get = await import("../queries");
  const { owner } = opened;
  const olga = await anEsperto(owner, "olga", world.sede);
  const di = (chiave: string, over = {}) =>
    anAppuntamento(owner, { posizione: world.anna, di: chiave, sede: world.sede, esperto: olga }, over);
  const chiuso = { chiuso_at: new Date() };
  id.domani = await di("anna", { inizio_at: "2026-10-06T07:00:00Z", rapporto: world.attivo });
  id.poi = await di("bruno", { inizio_at: "2026-10-13T07:00:00Z", motivo_codice: "pagamento_doppio" });
  id.passato = await di("anna", { inizio_at: "2026-09-01T07:00:00Z", stato: "tenuto", ...chiuso });
  const annullato = { stato: "annullato", annullato_da: "cittadino", ...chiuso };
  id.annullato = await di("anna", {
    inizio_at: "2026-10-08T07:00:00Z",
    rapporto: world.cessato,
    ...annullato,
  });
  id.altrui = await anAppuntamento(owner, {
    posizione: world.dario,
    di: "dario",
    sede: world.altraSede,
    esperto: await utenteDi(owner, "olga"),
  });
});
afterAll(() => opened.close());

const names = (rows: { id: string }[]) =>
  rows.map((row) => Object.keys(id).find((name) => id[name] === row.id) ?? "?");
async function listed(contesto: Parameters<typeof read>[0], given: Record<string, string> = {}) {
  const filtro = filtroAppuntamentiInput.parse(given);
  return read(contesto, ({ cassetto }) => list.listAppuntamenti(cassetto, filtro));
}

describe("the list of a drawer", () => {
  it("has what is to come first, the next on top, then what was, the last on top", async () => {
    const rows = await listed(world.chi.anna(world.anna));
    expect(names(rows)).toEqual(["domani", "poi", "annullato", "passato"]);
    expect(rows.map(({ passato }) => passato)).toEqual([false, false, true, true]);
  });

  it.each([
    [{ stato: "annullato" }, ["annullato"]],
    [{ chi: "io" }, ["domani", "annullato", "passato"]],
    [{ chi: "altri" }, ["poi"]],
    [{ dal: "2026-10-06", al: "2026-10-06" }, ["domani"]],
    [{ dal: "2026-10-07" }, ["poi", "annullato"]],
    [{ al: "2026-09-01" }, ["passato"]],
    [{ rapporto: "nessuno" }, ["poi", "passato"]],
    [{ stato: "tenuto", chi: "altri" }, []],
  ])("by %j", async (filtro, expected) => {
    expect(names(await listed(world.chi.anna(world.anna), filtro))).toEqual(expected);
  });

  it("by rapporto", async () => {
    expect(names(await listed(world.chi.anna(world.anna), { rapporto: world.attivo }))).toEqual(["domani"]);
    expect(await listed(world.chi.anna(world.anna), { rapporto: world.diDario })).toEqual([]);
  });

  it("who booked is seen from each side", async () => {
    expect(names(await listed(world.chi.bruno(world.anna), { chi: "io" }))).toEqual(["poi"]);
  });

  it("goes on after any row, through both parts, and misses none", async () => {
    const all = await listed(world.chi.anna(world.anna));
    for (const [index, row] of all.entries()) {
      const dopo = encodeCursore(row);
      expect(names(await listed(world.chi.anna(world.anna), { dopo }))).toEqual(names(all.slice(index + 1)));
    }
  });

  it("what was booked and is past its end has passed, to the minute", async () => {
    const [clock] = await read(world.chi.anna(world.anna), ({ cassetto }) =>
      cassetto.tx.execute<{ adesso: string }>("select adesso() as adesso"),
    );
    const adesso = new Date(clock?.adesso ?? "").getTime();
    const { owner } = opened;
    const move = (fine: number) => owner`
      update appuntamenti set inizio_at = ${new Date(fine - 1_200_000)}, fine_at = ${new Date(fine)},
        impegno = tstzrange(${new Date(fine - 1_200_000)}, ${new Date(fine)}) where id = ${id.domani as string}`;
    await move(adesso - 1_000);
    expect(
      names(await read(world.chi.anna(world.anna), (s) => list.listAppuntamentiInArrivo(s.cassetto))),
    ).toEqual(["poi"]);
    await move(adesso + 60_000);
    expect(
      names(await read(world.chi.anna(world.anna), (s) => list.listAppuntamentiInArrivo(s.cassetto))),
    ).toEqual(["domani", "poi"]);
    await move(new Date("2026-10-06T07:20:00Z").getTime());
  });

  it("a hold is in it while it lasts, for who holds it; one to move another there never", async () => {
    const [base] =
      await opened.owner`select sede_codice, esperto from appuntamenti where id = ${id.domani as string}`;
    const dove = { posizione: world.anna, di: "anna", sede: base?.sede_codice, esperto: base?.esperto };
    const tenuto = { stato: "in_prenotazione", motivo_codice: "trimestre_non_pagato" };
    const fra = (minuti: number) => new Date(Date.now() + minuti * 60_000);
    id.tenuto = await anAppuntamento(opened.owner, dove, {
      ...tenuto,
      inizio_at: "2026-10-20T07:00:00Z",
      scade_at: fra(5),
    });
    id.mossa = await anAppuntamento(opened.owner, dove, {
      ...tenuto,
      inizio_at: "2026-10-21T07:00:00Z",
      scade_at: fra(5),
      sposta_id: id.domani,
    });
    expect(names(await listed(world.chi.anna(world.anna), { stato: "in_prenotazione" }))).toEqual(["tenuto"]);
    for (const altro of [world.chi.bruno(world.anna), world.chi.olga(world.anna)]) {
      expect(names(await listed(altro, { stato: "in_prenotazione" }))).toEqual([]);
    }
    await opened.owner`update appuntamenti set scade_at = now() where id = ${id.tenuto}`;
    expect(names(await listed(world.chi.anna(world.anna), { stato: "in_prenotazione" }))).toEqual([]);
    await opened.owner`delete from appuntamenti where stato = 'in_prenotazione'`;
  });
});

describe("a stranger", () => {
  const QUERIES: Record<string, (s: Scopes) => PromiseLike<unknown[]>> = {
    list: (s) => list.listAppuntamenti(s.cassetto, filtroAppuntamentiInput.parse({})),
    "to come": (s) => list.listAppuntamentiInArrivo(s.cassetto),
    one: async (s) => {
      const [row] = await opened.owner`select numero from appuntamenti where id = ${id.domani as string}`;
      return get.getAppuntamento(s.cassetto, row?.numero);
    },
    events: (s) => get.listEventiDiAppuntamento(s.cassetto, id.domani as string),
  };

  it.each(Object.entries(QUERIES))("finds nothing: %s", async (_, query) => {
    await opened.owner`insert into eventi_appuntamento (posizione_id, appuntamento_id, evento)
      values (${world.anna}, ${id.domani as string}, 'confermato')`;
    expect(await read(world.chi.anna(world.anna), async (s) => query(s))).not.toEqual([]);
    const nessuno = { sessione: null, posizione: world.anna };
    const { dario, carla, nora } = world.chi;
    for (const chi of [dario(world.anna), carla(world.anna), nora(world.anna), nessuno]) {
      expect(await read(chi, async (s) => query(s))).toEqual([]);
    }
  });

  it("is told that there is none", async () => {
    const has = (contesto: Parameters<typeof read>[0]) =>
      read(contesto, ({ cassetto }) => list.hasAppuntamenti(cassetto));
    expect(await has(world.chi.anna(world.anna))).toBe(true);
    expect(await has(world.chi.dario(world.anna))).toBe(false);
  });

  it("cancels nothing, nor does a delegato who only reads", async () => {
    const { cancelAppuntamento } = await import("../mutations");
    await opened.owner`update deleghe set ambito = 'consultazione' where posizione_id = ${world.anna}`;
    for (const chi of [
      world.chi.dario(world.dario),
      world.chi.dario(world.anna),
      world.chi.bruno(world.anna),
    ]) {
      expect(await cancelAppuntamento(chi, id.poi as string, "")).toBe("non_trovata");
    }
    expect(await cancelAppuntamento(world.chi.anna(world.anna), randomUUID(), "")).toBe("non_trovata");
    await opened.owner`update deleghe set ambito = 'operazioni' where posizione_id = ${world.anna}`;
    expect(await cancelAppuntamento(world.chi.bruno(world.anna), id.poi as string, "")).toBe("ok");
  });
});
