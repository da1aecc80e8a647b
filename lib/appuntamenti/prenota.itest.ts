import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Contesto } from "@/db/client";
import { anEsperto } from "@/db/mondo-appuntamenti";
import { onDay } from "@/db/mondo-deleghe";
import {
  aContributo,
  aPosizione,
  aRapporto,
  aViewer,
  aWorld,
  OGGI,
  openWorld,
  read,
  type World,
} from "@/db/mondo-di-prova";
import { listAttese } from "./attese/queries";
import { getBozzaDiPrenotazione, getSpostato } from "./bozze/queries";
import { listOfferti, listSediPossibili } from "./motivi/queries";
import { getAppuntamento, getPrenotazione } from "./queries";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let act: typeof import("./mutations");
let olga: string;
let anna: Contesto;
let bruno: Contesto;
let dario: Contesto;
/** Of the sede, with anna's drawer open. */
let ufficio: Contesto;
let vicino: { contesto: Contesto; rapporto: string };
beforeAll(async () => {
  opened = await openWorld();
  const { owner } = opened;
  world = await aWorld(owner);
  act = await import("./mutations");
  olga = await anEsperto(owner, "olga", world.sede);
  anna = world.chi.anna(world.anna);
  bruno = world.chi.bruno(world.anna);
  dario = world.chi.dario(world.dario);
  ufficio = world.chi.renzo(world.anna);
  await onDay(owner, ufficio, OGGI, (tx) => tx`select apri_da_sede(${world.anna}, 'Allo sportello')`);
  const posizione = await aPosizione(owner, "vicino", world.sede);
  const rapporto = await aRapporto(owner, posizione, world.maria);
  vicino = { contesto: (await aViewer(owner, "vicino", { tipo: "datore" }))(posizione), rapporto };
  for (const anno of [2025, 2024]) await aContributo(owner, world.anna, world.attivo, { anno, trimestre: 1 });
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.owner`truncate attese`;
  await opened.owner`alter table eventi_appuntamento disable trigger user`;
  await opened.owner`delete from eventi_appuntamento`;
  await opened.owner`alter table eventi_appuntamento enable trigger user`;
  await opened.owner`delete from appuntamenti`;
  await opened.owner`delete from bozze`;
  await opened.owner`delete from assenze`;
});

const trimestre = (anno = 2025) => ({
  motivo: "trimestre_non_pagato",
  rapporto: world.attivo,
  quesitoId: null,
  contributo: { anno, trimestre: 1, progressivo: 1 },
});
const at = (istante: string, over = {}) => ({
  sede: world.sede,
  esperto: olga,
  modo: "in_persona" as const,
  inizio: new Date(istante),
  ...over,
});
const hold = (chi: Contesto, id: string, istante: string, oggetto = trimestre()) =>
  act.holdOrario(chi, id, oggetto, at(istante)).then(({ esito }) => esito);
const confirm = (chi: Contesto, id: string) => act.confirmAppuntamento(chi, id, "", null);
const stati = () => opened.owner`select id, stato, inizio_at from appuntamenti order by inizio_at`;

it("a time chosen twenty times by one form is held once", async () => {
  const id = randomUUID();
  const answers = await Promise.all(Array.from({ length: 20 }, () => hold(anna, id, "2026-10-08T07:00:00Z")));
  expect(new Set(answers)).toEqual(new Set(["ok"]));
  expect(await stati()).toMatchObject([{ id, stato: "in_prenotazione" }]);
  const { numero } = await confirm(anna, id);
  expect(numero).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
});

it("two tabs hold two times: the first is let go, and cannot be confirmed", async () => {
  const [prima, seconda] = [randomUUID(), randomUUID()];
  expect(await hold(anna, prima, "2026-10-08T07:00:00Z")).toBe("ok");
  expect(await hold(anna, seconda, "2026-10-09T07:00:00Z")).toBe("ok");
  expect(await confirm(anna, prima)).toEqual({ esito: "scaduto", numero: null });
  expect((await confirm(anna, seconda)).esito).toBe("ok");
  expect(await hold(vicino.contesto, randomUUID(), "2026-10-08T07:00:00Z", oggettoDelVicino())).toBe("ok");
});

const oggettoDelVicino = () => ({
  motivo: "rapporto_sospeso",
  rapporto: vicino.rapporto,
  quesitoId: null,
  contributo: null as never,
});

it("what ran out cannot be confirmed; held anew under its id, the note is still there", async () => {
  const id = randomUUID();
  await hold(anna, id, "2026-10-08T07:00:00Z");
  expect(await act.writeNota(anna, id, "Vengo con mia figlia")).toBe("ok");
  await opened.owner`update appuntamenti set scade_at = now() where id = ${id}`;
  expect(await confirm(anna, id)).toEqual({ esito: "scaduto", numero: null });
  expect(await hold(vicino.contesto, randomUUID(), "2026-10-08T07:00:00Z", oggettoDelVicino())).toBe("ok");
  expect(await hold(anna, id, "2026-10-08T07:00:00Z")).toBe("occupato");
  expect(await hold(anna, id, "2026-10-08T07:40:00Z")).toBe("ok");
  const [bozza] = await read(anna, ({ cassetto }) => getBozzaDiPrenotazione(cassetto, id));
  expect(bozza).toMatchObject({ testo: "Vengo con mia figlia", modo: "in_persona", anno: 2025 });
  expect((await confirm(anna, id)).esito).toBe("ok");
});

it("an officer and a citizen want one time: one has it, the other is told", async () => {
  for (let round = 0; round < 15; round += 1) {
    const istante = new Date(Date.UTC(2026, 9, 10 + round, 8)).toISOString();
    const answers = await Promise.all([
      hold(ufficio, randomUUID(), istante),
      hold(vicino.contesto, randomUUID(), istante, oggettoDelVicino()),
    ]);
    expect(answers.sort()).toEqual(["occupato", "ok"]);
    await opened.owner`delete from appuntamenti`;
  }
});

it("a time is held or the esperta is away: whoever comes first, and nobody waits for ever", async () => {
  for (let round = 0; round < 15; round += 1) {
    const day = new Date(Date.UTC(2026, 9, 10 + round));
    const inizio = new Date(day.getTime() + 8 * 3_600_000).toISOString();
    const [esito] = await Promise.all([
      hold(anna, randomUUID(), inizio),
      opened.owner`insert into assenze (sede_codice, esperto, inizio_at, fine_at)
        values (${world.sede}, ${olga}, ${day}, ${new Date(day.getTime() + 86_400_000)})`,
    ]);
    expect(["ok", "non_riceve"]).toContain(esito);
    expect(await stati()).toHaveLength(esito === "ok" ? 1 : 0);
    expect(await hold(vicino.contesto, randomUUID(), inizio, oggettoDelVicino())).toBe("non_riceve");
    await opened.owner`delete from appuntamenti`;
  }
});

it("a sede books for who is before it, without notice, also at the sede next door, and sees it", async () => {
  const { owner } = opened;
  await owner`update sedi set provincia = 'TO' where codice in (${world.sede}, ${world.altraSede})`;
  await aViewer(owner, "elio", { tipo: "operatore", sede: world.altraSede });
  const elio = await anEsperto(owner, "elio", world.altraSede);
  const sedi = await read(anna, ({ cassetto }) => listSediPossibili(cassetto, world.attivo));
  expect(sedi.map(({ codice }) => codice)).toEqual([world.sede, world.altraSede]);
  const [{ adesso }] = (await onDay(owner, anna, OGGI, (tx) => tx`select adesso() as adesso`)) as never as [
    { adesso: Date },
  ];
  const domani = new Date(adesso.getTime() + 86_400_000).toISOString().slice(0, 10);
  const presto = new Date(`${domani}T07:00:00Z`);
  const qui = { sede: world.altraSede, esperto: elio, modo: "in_persona" as const, inizio: presto };
  // Two days' notice: at whatever hour this runs, tomorrow is sooner.
  await owner`update motivi_appuntamento set preavviso_ore = 48`;
  expect((await act.holdOrario(anna, randomUUID(), trimestre(), qui)).esito).toBe("troppo_presto");
  const id = randomUUID();
  expect((await act.holdOrario(ufficio, id, trimestre(), qui)).esito).toBe("ok");
  expect(await read(ufficio, ({ cassetto }) => getPrenotazione(cassetto, id))).toHaveLength(1);
  expect(await owner`select from bozze`).toHaveLength(0);
  const { esito, numero } = await confirm(ufficio, id);
  expect(esito).toBe("ok");
  for (const chi of [ufficio, anna, bruno]) {
    const found = await read(chi, ({ cassetto }) => getAppuntamento(cassetto, numero ?? ""));
    expect(found.map(({ sede }) => sede.codice)).toEqual([world.altraSede]);
  }
  await owner`update sedi set provincia = null`;
  await owner`update motivi_appuntamento set preavviso_ore = 24`;
});

it("what somebody holds is theirs alone: no other confirms, sees or lets go of it", async () => {
  const id = randomUUID();
  await hold(anna, id, "2026-10-08T07:00:00Z");
  for (const chi of [bruno, dario, ufficio, vicino.contesto]) {
    expect(await confirm(chi, id)).toEqual({ esito: "scaduto", numero: null });
    expect(await act.releaseOrario(chi, id)).toBe("non_trovata");
    expect(await act.writeNota(chi, id, "Non mia")).not.toBe("ok");
    expect(await read(chi, ({ cassetto }) => getBozzaDiPrenotazione(cassetto, id))).toEqual([]);
  }
  expect(await read(dario, ({ cassetto }) => getPrenotazione(cassetto, id))).toEqual([]);
  expect(await hold(bruno, randomUUID(), "2026-10-09T07:00:00Z")).toBe("gia_prenotato");
  expect((await confirm(anna, id)).esito).toBe("ok");
});

it("a drawer's reasons say which has its appuntamento, and whose hold it is", async () => {
  const offerti = (chi: Contesto) =>
    read(chi, ({ cassetto }) => listOfferti(cassetto, OGGI)).then((trovati) =>
      trovati.map(({ perche, vivo, lavoratore }) => [
        perche.contributo?.anno,
        vivo?.stato ?? null,
        lavoratore?.cognome,
      ]),
    );
  const liberi = [
    [2025, null, "maria"],
    [2024, null, "maria"],
  ];
  expect((await offerti(anna)).sort().reverse()).toEqual(liberi);
  const id = randomUUID();
  await hold(anna, id, "2026-10-08T07:00:00Z");
  expect(await offerti(anna)).toContainEqual([2025, "in_prenotazione", "maria"]);
  expect(await offerti(bruno)).toContainEqual([2025, null, "maria"]);
  await opened.owner`update appuntamenti set scade_at = now()`;
  expect((await offerti(anna)).sort().reverse()).toEqual(liberi);
  await hold(anna, id, "2026-10-08T07:00:00Z");
  await confirm(anna, id);
  for (const chi of [anna, bruno, ufficio])
    expect(await offerti(chi)).toContainEqual([2025, "confermato", "maria"]);
  expect(await offerti(dario)).toEqual([]);
  expect(await offerti({ ...dario, posizione: world.anna })).toEqual([]);
});

it("a move that was confirmed is found by its hold, by who may see the drawer", async () => {
  const [id, mossa] = [randomUUID(), randomUUID()];
  await hold(anna, id, "2026-10-08T07:00:00Z");
  const { numero } = await confirm(anna, id);
  await act.holdOrario(anna, mossa, { sposta: id }, at("2026-10-09T07:00:00Z"));
  const spostato = (chi: Contesto) => read(chi, ({ cassetto }) => getSpostato(cassetto, mossa));
  expect(await spostato(anna)).toEqual([]);
  const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(anna, mossa)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ esito: "ok", numero })]),
  );
  expect(await spostato(anna)).toEqual([{ numero }]);
  expect(await spostato(dario)).toEqual([]);
  expect(await stati()).toMatchObject([{ id, inizio_at: new Date("2026-10-09T07:00:00Z") }]);
});

it("moved, a call by video has no link until the sede gives one", async () => {
  const [id, mossa] = [randomUUID(), randomUUID()];
  await opened.owner`update disponibilita set modi = array['in_persona', 'video']`;
  await hold(anna, id, "2026-10-08T07:00:00Z");
  await confirm(anna, id);
  await opened.owner`update appuntamenti set modo = 'video', collegamento = 'https://video.example/1'`;
  await act.holdOrario(anna, mossa, { sposta: id }, at("2026-10-09T07:00:00Z", { modo: "video" }));
  expect(await confirm(anna, mossa)).toMatchObject({ esito: "ok" });
  expect(await opened.owner`select id, modo, collegamento from appuntamenti`).toEqual([
    { id, modo: "video", collegamento: null },
  ]);
  await opened.owner`update disponibilita set modi = array['in_persona']`;
});

it("a place on the waiting list is one however often it is asked for, and the drawer's alone", async () => {
  const id = randomUUID();
  const dove = { sedi: [world.sede], modi: ["video" as const], telefono: null };
  const entra = (chi: Contesto, chiave = id) => act.enterAttesa(chi, chiave, trimestre(), dove);
  await Promise.all(Array.from({ length: 10 }, () => entra(anna)));
  expect(await entra(anna, randomUUID())).toBe("ok");
  const attese = (chi: Contesto) => read(chi, ({ cassetto }) => listAttese(cassetto));
  expect(await attese(bruno)).toMatchObject([{ id, stato: "attiva", modi: ["video"], offerta: null }]);
  for (const chi of [dario, ufficio, vicino.contesto]) {
    expect(await attese(chi)).toEqual([]);
    expect(await act.leaveAttesa(chi, id)).toBe("non_trovata");
  }
  expect(await entra(ufficio, randomUUID())).toBe("non_consentito");
  expect(await act.leaveAttesa(anna, id)).toBe("ok");
  expect(await attese(anna)).toEqual([]);
});
