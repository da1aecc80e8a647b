import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Contesto } from "@/db/client";
import { anAppuntamento, anEsperto } from "@/db/mondo-appuntamenti";
import { onDay } from "@/db/mondo-deleghe";
import {
  aPosizione,
  aRapporto,
  aViewer,
  aWorld,
  OGGI,
  openWorld,
  read,
  type World,
} from "@/db/mondo-di-prova";
import { listTenuti } from "./bozze/queries";

// What becomes of a hold when another time is chosen, when somebody goes back, and when a sede moves an appuntamento.

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let act: typeof import("./mutations");
let olga: string;
let elio: string;
let anna: Contesto;
/** Of the sede, with anna's drawer open. */
let ufficio: Contesto;
let vicino: { contesto: Contesto; rapporto: string };
beforeAll(async () => {
  opened = await openWorld();
  const { owner } = opened;
  world = await aWorld(owner);
  act = await import("./mutations");
  await owner`update sedi set provincia = 'TO' where codice in (${world.sede}, ${world.altraSede})`;
  olga = await anEsperto(owner, "olga", world.sede);
  await aViewer(owner, "elio", { tipo: "operatore", sede: world.altraSede });
  elio = await anEsperto(owner, "elio", world.altraSede);
  anna = world.chi.anna(world.anna);
  ufficio = world.chi.renzo(world.anna);
  await onDay(owner, ufficio, OGGI, (tx) => tx`select apri_da_sede(${world.anna}, 'Allo sportello')`);
  const posizione = await aPosizione(owner, "vicino", world.sede);
  const rapporto = await aRapporto(owner, posizione, world.maria);
  vicino = { contesto: (await aViewer(owner, "vicino", { tipo: "datore" }))(posizione), rapporto };
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.owner`truncate attese`;
  await opened.owner`alter table eventi_appuntamento disable trigger user`;
  await opened.owner`delete from eventi_appuntamento`;
  await opened.owner`alter table eventi_appuntamento enable trigger user`;
  await opened.owner`delete from appuntamenti`;
});

const PRIMA = "2026-10-08T07:00:00Z";
const POI = "2026-10-09T07:00:00Z";
const about = (rapporto: string) => ({
  ...{ motivo: "rapporto_sospeso", rapporto, quesitoId: null, contributo: null },
});
const at = (istante: string, over = {}) => ({
  ...{ sede: world.sede, esperto: olga, modo: "in_persona" as const, inizio: new Date(istante), ...over },
});
const hold = (istante: string, id: string = randomUUID()) =>
  act.holdOrario(anna, id, about(world.attivo), at(istante));
const sua = () => ({ posizione: world.anna, di: "anna", sede: world.sede, esperto: olga });
const tenuti = () => opened.owner`select id, inizio_at from appuntamenti where stato = 'in_prenotazione'`;

/** Until somebody waits for what another transaction has not finished. */
async function someoneWaits(): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const [row] = await opened.owner`select from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where a.datname = current_database() and not l.granted`;
    if (row) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error("nobody waits");
}

it("who chooses a time that somebody takes in that moment keeps the one they held", async () => {
  const id = randomUUID();
  expect((await hold(PRIMA, id)).esito).toBe("ok");
  // The other is a moment ahead: not to be seen yet, but in the way.
  const answer = await opened.owner.begin(async (tx) => {
    const suo = { ...sua(), posizione: vicino.contesto.posizione as string, di: "vicino" };
    await anAppuntamento(tx as unknown as Sql, suo, { inizio_at: POI });
    const waiting = hold(POI);
    await someoneWaits();
    return { waiting };
  });
  expect(await answer.waiting).toEqual({ esito: "occupato", scade: null });
  expect(await tenuti()).toMatchObject([{ id, inizio_at: new Date(PRIMA) }]);
  expect((await act.confirmAppuntamento(anna, id, "", null)).esito).toBe("ok");
});

it("who chooses one that was taken before keeps theirs too, also under the same id", async () => {
  const id = randomUUID();
  await hold(PRIMA, id);
  await act.holdOrario(vicino.contesto, randomUUID(), about(vicino.rapporto), at(POI));
  for (const nuovo of [id, randomUUID()]) expect((await hold(POI, nuovo)).esito).toBe("occupato");
  expect(await tenuti()).toContainEqual({ id, inizio_at: new Date(PRIMA) });
});

it("who goes back lets go of what the page showed, and of nothing that was held since or offered", async () => {
  const id = randomUUID();
  const { scade } = await hold(PRIMA, id);
  await opened.owner`update appuntamenti set scade_at = scade_at + interval '1 second'`;
  expect(await act.releaseOrario(anna, id, scade)).toBe("non_trovata");
  await opened.owner`update appuntamenti set scade_at = scade_at - interval '1 second'`;
  expect(await act.releaseOrario(vicino.contesto, id, scade)).toBe("non_trovata");
  expect(await act.releaseOrario(anna, id, scade)).toBe("ok");
  expect(await tenuti()).toEqual([]);

  const attesa = randomUUID();
  await act.enterAttesa(anna, attesa, about(world.attivo), {
    ...{ sedi: [world.sede], modi: ["in_persona" as const], telefono: null },
  });
  await onDay(
    opened.owner,
    anna,
    OGGI,
    (tx) => tx`select offri_orario(${attesa}, ${world.sede}, ${olga}, 'in_persona', ${new Date(PRIMA)})`,
  );
  const [offerto] = await opened.owner`select id, scade_at from appuntamenti`;
  expect(await act.releaseOrario(anna, offerto?.id, offerto?.scade_at)).toBe("non_trovata");
  expect(await tenuti()).toHaveLength(1);
  expect(await act.releaseOrario(anna, offerto?.id)).toBe("ok");
});

it("what is held to move one there is known to who holds it, while it lasts", async () => {
  const id = await anAppuntamento(opened.owner, sua(), { inizio_at: PRIMA, rapporto: world.attivo });
  const tenuto = (chi: Contesto) => read(chi, ({ cassetto }) => listTenuti(cassetto, id));
  expect(await tenuto(anna)).toEqual([]);
  expect((await act.holdOrario(anna, randomUUID(), { sposta: id }, at(POI))).esito).toBe("ok");
  expect(await tenuto(anna)).toEqual([{ sedeCodice: world.sede, inizioAt: new Date(POI) }]);
  for (const chi of [world.chi.bruno(world.anna), ufficio]) expect(await tenuto(chi)).toEqual([]);
  await opened.owner`update appuntamenti set scade_at = now() where stato = 'in_prenotazione'`;
  expect(await tenuto(anna)).toEqual([]);
});

it("a sede moves its own, also to the sede next door, and there nothing any more", async () => {
  const id = await anAppuntamento(opened.owner, sua(), { inizio_at: PRIMA, rapporto: world.attivo });
  const via = { sede: world.altraSede, esperto: elio };
  const muove = async (chi: Contesto, dove: ReturnType<typeof at>) => {
    const mossa = randomUUID();
    const { esito } = await act.holdOrario(chi, mossa, { sposta: id }, dove);
    return esito === "ok" ? (await act.confirmAppuntamento(chi, mossa, "", null)).esito : esito;
  };
  expect(await muove(ufficio, at(POI))).toBe("ok");
  // Held while it was its own, confirmed when it is no more.
  const tardi = randomUUID();
  expect((await act.holdOrario(ufficio, tardi, { sposta: id }, at(PRIMA))).esito).toBe("ok");
  expect(await muove(anna, at(POI, via))).toBe("ok");
  expect(await act.confirmAppuntamento(ufficio, tardi, "", null)).toEqual({
    ...{ esito: "altra_sede", numero: null },
  });
  for (const dove of [at(PRIMA), at(PRIMA, via)]) expect(await muove(ufficio, dove)).toBe("altra_sede");
  await act.releaseOrario(ufficio, tardi);
  expect(await muove(anna, at(PRIMA))).toBe("ok");
  expect(await muove(ufficio, at(POI, via))).toBe("ok");
  expect(await opened.owner`select sede_codice, spostamenti from appuntamenti where id = ${id}`).toEqual([
    { sede_codice: world.altraSede, spostamenti: 2 },
  ]);
});
