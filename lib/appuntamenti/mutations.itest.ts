import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { anAppuntamento, anEsperto } from "@/db/mondo-appuntamenti";
import { aPosizione, aWorld, openWorld, type World } from "@/db/mondo-di-prova";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let act: typeof import("./mutations");
let olga: string;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  act = await import("./mutations");
  olga = await anEsperto(opened.owner, "olga", world.sede);
  await opened.owner`update soggetti set email = 'casella@esempio.it'
    where codice_fiscale = (select codice_fiscale from posizioni where id = ${world.anna})`;
});
afterAll(() => opened.close());

const oggetto = (trimestre = 3) => ({
  motivo: "trimestre_non_pagato",
  rapporto: world.attivo,
  quesitoId: null,
  contributo: { anno: 2026, trimestre, progressivo: 1 },
});
const at = (istante: string) => ({
  sede: world.sede,
  esperto: olga,
  modo: "in_persona" as const,
  inizio: new Date(istante),
});

it("a time is held, confirmed, moved and cancelled, each step once", async () => {
  const anna = world.chi.anna(world.anna);
  const id = randomUUID();
  expect(await act.holdOrario(anna, id, oggetto(), at("2026-10-08T07:00:00Z"))).toMatchObject({
    esito: "ok",
  });
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => act.confirmAppuntamento(anna, id, "Vengo con mia figlia", null)),
  );
  const [{ numero } = { numero: "" }] = await opened.owner`select numero from appuntamenti where id = ${id}`;
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ esito: "ok", numero })]),
  );
  expect(await act.holdOrario(anna, randomUUID(), oggetto(), at("2026-10-09T07:00:00Z"))).toMatchObject({
    esito: "gia_prenotato",
  });

  const mossa = randomUUID();
  expect(await act.holdOrario(anna, mossa, { sposta: id }, at("2026-10-09T07:00:00Z"))).toMatchObject({
    esito: "ok",
  });
  expect(await act.confirmAppuntamento(anna, mossa, "", null)).toEqual({ esito: "ok", numero });
  expect(await act.confirmAppuntamento(anna, mossa, "", null)).toEqual({ esito: "ok", numero });
  const rows = await opened.owner`select inizio_at, spostamenti, sequenza, stato from appuntamenti`;
  expect(rows).toEqual([
    { inizio_at: new Date("2026-10-09T07:00:00Z"), spostamenti: 1, sequenza: 1, stato: "confermato" },
  ]);
  expect(await act.cancelAppuntamento(anna, id, "Ho risolto")).toBe("ok");
  const eventi = await opened.owner`select evento, dettaglio from eventi_appuntamento order by id`;
  expect(eventi.map(({ evento, dettaglio }) => [evento, dettaglio])).toEqual([
    ["confermato", null],
    ["avvisato", "appuntamento_confermato"],
    ["spostato", "2026-10-08 09:00"],
    ["avvisato", "appuntamento_spostato"],
    ["annullato", null],
    ["avvisato", "appuntamento_annullato"],
  ]);
});

it("a reminder is of the time it was moved to, and none of one that is nearer than two days", async () => {
  const anna = world.chi.anna(world.anna);
  const [id, via, vicino] = [randomUUID(), randomUUID(), randomUUID()];
  const promemoria = async () =>
    (await opened.owner`select run_at from graphile_worker.jobs where key = ${`promemoria ${id}`}`).map(
      ({ run_at }) => run_at.toISOString(),
    );
  const about = { motivo: "rapporto_sospeso", rapporto: world.attivo, quesitoId: null, contributo: null };
  const sposta = async (mossa: string, istante: string) => {
    expect((await act.holdOrario(anna, mossa, { sposta: id }, at(istante))).esito).toBe("ok");
    expect((await act.confirmAppuntamento(anna, mossa, "", null)).esito).toBe("ok");
  };
  await act.holdOrario(anna, id, about, at("2026-10-14T07:00:00Z"));
  expect((await act.confirmAppuntamento(anna, id, "", null)).esito).toBe("ok");
  expect(await promemoria()).toEqual(["2026-10-12T07:00:00.000Z"]);
  await sposta(via, "2026-10-15T07:00:00Z");
  expect(await promemoria()).toEqual(["2026-10-13T07:00:00.000Z"]);
  // Past the notice of a day, within the two.
  await opened.owner`update motivi_appuntamento set preavviso_ore = 0`;
  await sposta(vicino, "2026-10-06T10:00:00Z");
  await opened.owner`update motivi_appuntamento set preavviso_ore = 24`;
  expect(await promemoria()).toEqual([]);
  await act.cancelAppuntamento(anna, id, "");
  await opened.owner`update appuntamenti set stato = 'annullato', annullato_da = 'sede' where id = ${id}`;
});

it("who has five times to confirm gets no sixth, until one runs out", async () => {
  const tenuti = { stato: "in_prenotazione", scade_at: new Date(Date.now() + 60_000) };
  for (let ora = 8; ora < 13; ora += 1) {
    const posizione = await aPosizione(opened.owner, `cliente${"abcde"[ora - 8]}`, world.sede);
    await anAppuntamento(
      opened.owner,
      { posizione, di: "anna", sede: world.sede, esperto: olga },
      { ...tenuti, inizio_at: `2026-10-20T${String(ora).padStart(2, "0")}:00:00Z` },
    );
  }
  const hold = () =>
    act.holdOrario(world.chi.anna(world.anna), randomUUID(), oggetto(), at("2026-10-21T07:00:00Z"));
  expect(await hold()).toEqual({ esito: "troppe_prenotazioni", scade: null });
  await opened.owner`update appuntamenti set scade_at = now() where inizio_at = '2026-10-20T12:00:00Z'`;
  expect(await hold()).toMatchObject({ esito: "ok" });
});

it("twenty requests of one person at once leave one hold in a drawer", async () => {
  const anna = world.chi.anna(world.anna);
  const about = { motivo: "rapporto_sospeso", rapporto: world.attivo, quesitoId: null, contributo: null };
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => {
      const inizio = new Date(Date.UTC(2026, 10, 2 + n, 8));
      return act.holdOrario(anna, randomUUID(), about, { ...at(""), inizio });
    }),
  );
  const tenuti = await opened.owner`
    select from appuntamenti where posizione_id = ${world.anna} and stato = 'in_prenotazione' and scade_at > now()`;
  expect(tenuti).toHaveLength(1);
});
