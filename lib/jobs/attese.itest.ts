import { randomUUID } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { anAppuntamento, anAttesa, anEsperto } from "@/db/mondo-appuntamenti";
import {
  aContributo,
  aVersamento,
  aWorld,
  codiceFiscaleOf,
  IERI,
  OGGI,
  openWorld,
  read,
  type World,
} from "@/db/mondo-di-prova";
import { listOrariPerAttese } from "@/lib/appuntamenti/orari/queries";
import { attese, prenotazioni } from "./appuntamenti";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let act: typeof import("@/lib/appuntamenti/mutations");
let listAttese: typeof import("@/lib/appuntamenti/attese/queries").listAttese;
let olga: string;
let lavori: Sql;
beforeAll(async () => {
  opened = await openWorld();
  const { owner, database } = opened;
  act = await import("@/lib/appuntamenti/mutations");
  ({ listAttese } = await import("@/lib/appuntamenti/attese/queries"));
  lavori = postgres(database.ownerUrl, { max: 1, onnotice: () => undefined });
  world = await aWorld(owner);
  olga = await anEsperto(owner, "olga", world.sede);
  for (const chiave of ["anna", "bruno", "dario"])
    await owner`update soggetti set email = ${`${chiave}@esempio.it`} where codice_fiscale = ${codiceFiscaleOf(chiave)}`;
  for (const anno of [2024, 2025]) await aContributo(owner, world.anna, world.attivo, { anno, trimestre: 1 });
  await aContributo(owner, world.dario, world.diDario, { anno: 2025, trimestre: 1 });
});
afterAll(async () => {
  await lavori.end();
  await opened.close();
});
beforeEach(async () => {
  const { owner } = opened;
  await owner`truncate attese, posta`;
  await owner`alter table eventi_appuntamento disable trigger user`;
  await owner`delete from eventi_appuntamento`;
  await owner`alter table eventi_appuntamento enable trigger user`;
  await owner`delete from bozze`;
  await owner`delete from appuntamenti`;
});

/** For the first quarter of a year that is not paid; of anna's drawer unless it is dario who waits. */
const aspetta = (posizione: string, di: string, creata: string, over = {}) =>
  anAttesa(
    opened.owner,
    { posizione, di, sede: world.sede },
    {
      ...{
        motivo_codice: "trimestre_non_pagato",
        anno: 2025,
        trimestre: 1,
        progressivo: 1,
        creata_at: creata,
      },
      ...{ rapporto: posizione === world.anna ? world.attivo : world.diDario, ...over },
    },
  );
const trimestre = (anno: number) => ({
  ...{ motivo: "trimestre_non_pagato", rapporto: world.attivo, quesitoId: null },
  contributo: { anno, trimestre: 1, progressivo: 1 },
});
const dove = (inizio: string) => ({
  sede: world.sede,
  esperto: olga,
  modo: "in_persona" as const,
  inizio: new Date(inizio),
});
const offerte = async () =>
  (await opened.owner`select destinatario from posta where modello = 'attesa_offerta'`).map(
    (riga) => riga.destinatario,
  );
const nellaCoda = () => opened.owner`select from graphile_worker.jobs where key = 'attese'`;
const stati = async () =>
  (await opened.owner`select stato from attese order by creata_at, anno`).map(({ stato }) => stato);

it("what is free is offered to those who wait, in order, each a time of their own", async () => {
  await aspetta(world.dario, "dario", "2026-10-02T08:00Z");
  await aspetta(world.anna, "anna", "2026-10-01T08:00Z");
  expect(await attese(lavori, OGGI)).toEqual({ offerti: 2 });
  const rows =
    await opened.owner`select posizione_id, inizio_at, stato, scade_at - now() > interval '3 hours' as lungo
    from appuntamenti where stato = 'in_prenotazione' order by inizio_at`;
  expect(rows.map(({ posizione_id }) => posizione_id)).toEqual([world.anna, world.dario]);
  expect(rows.every(({ lungo }) => lungo)).toBe(true);
  expect(await stati()).toEqual(["offerta", "offerta"]);
  expect((await opened.owner`select modello from posta`).map(({ modello }) => modello)).toEqual([
    "attesa_offerta",
    "attesa_offerta",
  ]);
  expect(await attese(lavori, OGGI)).toEqual({ offerti: 0 });
});

/** When it is offered, and until when it then stands, by the clock in Rome. */
const OFFERTE = [
  ["2026-10-08 08:00", "2026-10-08 12:00"],
  ["2026-10-08 07:59:59", "2026-10-08 12:00"],
  ["2026-10-08 00:00", "2026-10-08 12:00"],
  ["2026-10-08 11:30", "2026-10-08 15:30"],
  ["2026-10-08 16:00", "2026-10-08 20:00"],
  ["2026-10-08 16:00:01", "2026-10-09 08:00:01"],
  ["2026-10-08 19:59:59", "2026-10-09 11:59:59"],
  ["2026-10-08 20:00", "2026-10-09 12:00"],
  ["2026-10-08 23:30", "2026-10-09 12:00"],
  // The nights in which the clocks change, the year, February.
  ["2026-10-24 18:00", "2026-10-25 10:00"],
  ["2026-03-28 18:00", "2026-03-29 10:00"],
  ["2026-12-31 21:00", "2027-01-01 12:00"],
  ["2028-02-28 19:00", "2028-02-29 11:00"],
] as const;

it.each(OFFERTE)("what is offered at %s stands until %s", async (da, fino) => {
  const [row] = await opened.owner`
    select fine_offerta(${da}::timestamp at time zone 'Europe/Rome') at time zone 'Europe/Rome' = ${fino}::timestamp as si`;
  expect(row).toEqual({ si: true });
});

it("what is offered stands no longer than until it begins", async () => {
  await aspetta(world.anna, "anna", "2026-10-01T08:00Z");
  const undone = new Error("undone");
  const offer = opened.owner.begin(async (tx) => {
    await tx`create or replace function adesso() returns timestamptz language sql stable
      return timestamptz '2026-10-08T06:30Z'`;
    const [row] =
      await tx`select offri_orario(id, ${world.sede}, ${olga}, 'in_persona', '2026-10-08T07:00Z') as offerto
      from attese`;
    expect(row).toEqual({ offerto: true });
    expect(await tx`select scade_at - now() = interval '30 minutes' as si from appuntamenti`).toEqual([
      { si: true },
    ]);
    throw undone;
  });
  await expect(offer).rejects.toBe(undone);
});

it("an offer that was not taken goes, and its place with it", async () => {
  await aspetta(world.anna, "anna", "2026-10-01T08:00Z");
  await attese(lavori, OGGI);
  expect(await prenotazioni(opened.owner, OGGI)).toEqual({ scadute: 0 });
  await opened.owner`update appuntamenti set scade_at = now() where stato = 'in_prenotazione'`;
  expect(await prenotazioni(opened.owner, OGGI)).toEqual({ scadute: 1 });
  expect(await stati()).toEqual(["scaduta"]);
});

it("an offer that ran out and made room for somebody else takes its place with it", async () => {
  await aspetta(world.anna, "anna", "2026-10-01T08:00Z");
  await attese(lavori, OGGI);
  await opened.owner`delete from appuntamenti where stato = 'in_prenotazione'`;
  expect(await prenotazioni(opened.owner, OGGI)).toEqual({ scadute: 0 });
  expect(await stati()).toEqual(["scaduta"]);
});

it("nobody waits for what is not there", async () => {
  await aspetta(world.anna, "anna", "2026-10-01T08:00Z");
  await opened.owner`insert into assenze (sede_codice, esperto, inizio_at, fine_at)
    values (${world.sede}, null, '2026-10-01T00:00Z', '2027-01-01T00:00Z')`;
  expect(await attese(lavori, OGGI)).toEqual({ offerti: 0 });
  expect(await stati()).toEqual(["attiva"]);
  await opened.owner`delete from assenze`;
});

it("who came after more than a handful is looked after in the same run: one after five hundred, too", async () => {
  const { owner } = opened;
  const codici = await owner`
    insert into soggetti (codice_fiscale, cognome, nome) select 'ATTESA' || lpad(n::text, 10, '0'), 'Molti', 'Nome'
    from generate_series(1, 501) n returning codice_fiscale`;
  await owner`insert into posizioni (codice_fiscale, sede_codice)
    select codice_fiscale, ${world.sede} from soggetti where cognome = 'Molti'`;
  await owner`insert into attese (posizione_id, id, utente_id, profilo, chi, motivo_codice, sedi, modi, creata_at)
    select p.id, gen_random_uuid(), u.id, 'datore', 'Molti', 'rapporto_sospeso', array[${world.sede}], array['video'],
      '2026-09-01T08:00Z'
    from posizioni p join soggetti s using (codice_fiscale)
    cross join (select id from utenti where codice_fiscale = ${codiceFiscaleOf("anna")}) u where s.cognome = 'Molti'`;
  expect(codici).toHaveLength(501);
  await aspetta(world.anna, "anna", "2026-10-01T08:00Z");
  expect(await attese(lavori, OGGI)).toEqual({ offerti: 1 });
  expect(await offerte()).toEqual(["anna@esempio.it"]);
});

it("times that are refused, though they look free, starve nobody", async () => {
  const { owner } = opened;
  await aspetta(world.anna, "anna", "2026-10-01T08:00Z");
  // What was held ran out, and is still in the way until it is swept: the first ten times of each way.
  const suo = { posizione: world.dario, sede: world.sede, esperto: olga, di: "dario" };
  const primi = await listOrariPerAttese(drizzle(lavori) as never, {
    ...{ sedi: [world.sede], motivo: "trimestre_non_pagato", modo: "telefono", oggi: OGGI },
    adesso: new Date("2026-10-06T06:00:00Z"),
  });
  for (const [n, { inizio }] of primi.slice(0, 10).entries()) {
    await anAppuntamento(owner, suo, {
      ...{ inizio_at: new Date(inizio * 60_000).toISOString(), stato: "in_prenotazione", anno: 1990 + n },
      ...{ rapporto: world.diDario, scade_at: new Date(Date.now() - 1_000) },
    });
  }
  expect(await attese(lavori, OGGI)).toEqual({ offerti: 1 });
});

it("what is booked the ordinary way ends the wait for it, and no other", async () => {
  const anna = world.chi.anna(world.anna);
  await aspetta(world.anna, "anna", "2026-10-01T08:00Z");
  await aspetta(world.anna, "anna", "2026-10-02T08:00Z", { anno: 2024 });
  const id = randomUUID();
  await act.holdOrario(anna, id, trimestre(2025), dove("2026-10-08T07:00:00Z"));
  expect(await stati()).toEqual(["attiva", "attiva"]);
  expect((await act.confirmAppuntamento(anna, id, "", null)).esito).toBe("ok");
  expect(await stati()).toEqual(["accettata", "attiva"]);
  const entra = { sedi: [world.sede], modi: ["video" as const], telefono: null };
  expect(await act.enterAttesa(anna, randomUUID(), trimestre(2025), entra)).toBe("gia_prenotato");
});

it("nothing is offered for what is booked, paid or no reason any more: the wait ends", async () => {
  const { owner } = opened;
  const anno = 2023;
  await aContributo(owner, world.anna, world.attivo, { anno, trimestre: 1 });
  await aspetta(world.anna, "anna", "2026-10-01T08:00Z", { anno });
  await aspetta(world.anna, "anna", "2026-10-02T08:00Z", {
    motivo_codice: "rapporto_sospeso",
    anno: null,
    trimestre: null,
    progressivo: null,
  });
  await aspetta(world.anna, "anna", "2026-10-03T08:00Z");
  const suo = { posizione: world.anna, sede: world.sede, esperto: olga, di: "anna" };
  const cosa = {
    motivo_codice: "trimestre_non_pagato",
    rapporto: world.attivo,
    anno: 2025,
    trimestre: 1,
    progressivo: 1,
  };
  await anAppuntamento(owner, suo, cosa);
  await aspetta(world.anna, "anna", "2026-10-04T08:00Z", { anno: 2024 });
  await aVersamento(owner, world.anna, world.attivo, { anno, trimestre: 1 });
  expect(await attese(lavori, OGGI)).toEqual({ offerti: 1 });
  expect(await stati()).toEqual(["scaduta", "scaduta", "scaduta", "offerta"]);
});

it("two quarters are two waits, each with its time and what is written for it", async () => {
  const anna = world.chi.anna(world.anna);
  const entra = { sedi: [world.sede], modi: ["in_persona" as const], telefono: null };
  for (const anno of [2025, 2024, 2025]) {
    expect(await act.enterAttesa(anna, randomUUID(), trimestre(anno), entra)).toBe("ok");
  }
  expect(await attese(lavori, OGGI)).toEqual({ offerti: 2 });
  const trovate = await read(anna, ({ cassetto }) => listAttese(cassetto));
  expect(
    trovate.map(({ anno, offerta, lavoratore }) => [anno, offerta !== null, lavoratore?.cognome]),
  ).toEqual([
    [2025, true, "maria"],
    [2024, true, "maria"],
  ]);
  const bozze = await opened.owner`select id from bozze order by id`;
  expect(bozze.map(({ id }) => id)).toEqual(trovate.map(({ offerta }) => offerta?.id).sort());
});

it("an offer is for who waits: to them the mail goes, and to nobody else the time", async () => {
  await aspetta(world.anna, "bruno", "2026-10-01T08:00Z", { profilo: "delegato", chi: "Bruno Bianchi" });
  expect(await attese(lavori, OGGI)).toEqual({ offerti: 1 });
  expect(await offerte()).toEqual(["bruno@esempio.it"]);
  const [sua] = await read(world.chi.bruno(world.anna), ({ cassetto }) => listAttese(cassetto));
  const [altrui] = await read(world.chi.anna(world.anna), ({ cassetto }) => listAttese(cassetto));
  expect(altrui).toMatchObject({ stato: "offerta", offerta: null, chi: "Bruno Bianchi" });
  expect(
    (await act.confirmAppuntamento(world.chi.anna(world.anna), sua?.offerta?.id ?? "", "", "06 1234567"))
      .esito,
  ).toBe("scaduto");
  expect(
    (await act.confirmAppuntamento(world.chi.bruno(world.anna), sua?.offerta?.id ?? "", "", "06 1234567"))
      .esito,
  ).toBe("ok");
  expect(await stati()).toEqual(["accettata"]);
  expect(await opened.owner`select profilo, chi from appuntamenti`).toEqual([
    { profilo: "delegato", chi: "Bruno Bianchi" },
  ]);
});

it("whose delega is revoked is passed over, and loses what is held for them", async () => {
  const { owner } = opened;
  const revocata = { stato: "revocata", data_fine: IERI };
  for (const over of [revocata, { ambito: "consultazione" }]) {
    await aspetta(world.anna, "bruno", "2026-10-01T08:00Z");
    await attese(lavori, OGGI);
    expect(await prenotazioni(owner, OGGI)).toEqual({ scadute: 0 });
    await owner`select graphile_worker.remove_job('attese')`;
    await owner`update deleghe set ${owner(over)} where posizione_id = ${world.anna}`;
    await aspetta(world.anna, "bruno", "2026-10-01T07:00Z", { anno: 2024 });
    await aspetta(world.dario, "dario", "2026-10-02T08:00Z");
    expect(await attese(lavori, OGGI)).toEqual({ offerti: 1 });
    expect(await stati()).toEqual(["scaduta", "offerta", "offerta"]);
    expect(await prenotazioni(owner, OGGI)).toEqual({ scadute: 1 });
    expect(await stati()).toEqual(["scaduta", "scaduta", "offerta"]);
    expect(await nellaCoda()).toHaveLength(1);
    await owner`update deleghe set stato = 'attiva', data_fine = null, ambito = 'operazioni'
      where posizione_id = ${world.anna}`;
    await owner`truncate attese`;
    await owner`delete from appuntamenti`;
  }
});

it("what runs out wakes those who wait; where nothing did they sleep", async () => {
  await opened.owner`select graphile_worker.remove_job('attese')`;
  expect(await prenotazioni(opened.owner, OGGI)).toEqual({ scadute: 0 });
  expect(await nellaCoda()).toHaveLength(0);
  const suo = { posizione: world.anna, sede: world.sede, esperto: olga, di: "anna" };
  await anAppuntamento(opened.owner, suo, { stato: "in_prenotazione", scade_at: new Date() });
  expect(await prenotazioni(opened.owner, OGGI)).toEqual({ scadute: 1 });
  expect(await nellaCoda()).toHaveLength(1);
});
