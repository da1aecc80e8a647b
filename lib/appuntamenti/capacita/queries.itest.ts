import { afterAll, beforeAll, expect, it } from "vitest";
import { anAppuntamento, anEsperto } from "@/db/mondo-appuntamenti";
import { aWorld, OGGI, openWorld, read, type World } from "@/db/mondo-di-prova";
import { utenteDi } from "@/db/mondo-quesiti";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let queries: typeof import("./queries");
beforeAll(async () => {
  opened = await openWorld();
  const { owner } = opened;
  world = await aWorld(owner);
  const { anna, dario, sede, altraSede } = world;
  const olga = await anEsperto(owner, "olga", sede);
  const sua = { posizione: anna, di: "anna", sede, esperto: olga };
  const at = (inizio_at: string, over = {}) => anAppuntamento(owner, sua, { inizio_at, ...over });
  await at("2026-10-05T07:00:00Z", { stato: "tenuto" });
  await at("2026-10-05T08:00:00Z", { stato: "non_presentato", motivo_codice: "pagamento_doppio" });
  // The last minute of that week in Rome, and the first of the next.
  await at("2026-10-11T21:59:00Z");
  await at("2026-10-11T22:00:00Z", { stato: "annullato", annullato_da: "sede" });
  await at("2026-10-06T07:00:00Z", {
    stato: "in_prenotazione",
    scade_at: "2100-01-01",
    motivo_codice: "quesito_negativo",
  });
  // The first minute that is shown, the last that is, and one too late.
  await at("2026-08-09T22:00:00Z", { stato: "tenuto" });
  await at("2026-11-29T22:59:00Z", { stato: "tenuto" });
  await at("2026-11-29T23:00:00Z", { stato: "tenuto" });
  const altrove = { posizione: dario, di: "dario", sede: altraSede, esperto: await utenteDi(owner, "olga") };
  await anAppuntamento(owner, altrove, { inizio_at: "2026-10-07T07:00:00Z", stato: "tenuto" });
  await owner`insert into assenze (sede_codice, esperto, inizio_at, fine_at)
    values (${sede}, ${olga}, '2026-10-12T00:00Z', '2026-10-14T00:00Z')`;
  await owner`insert into patroni (sede_codice, mese, giorno, nome) values (${sede}, 10, 8, 'Santa Brigida')`;
  queries = await import("./queries");
});
afterAll(() => opened.close());

const MOTIVO = { codice: "trimestre_non_pagato", preavvisoOre: 24 };
const DALLE_9_ALLE_13 = 4 * 60;

it("the responsabile reads the weeks of their own sede", async () => {
  const { settimane, motivi } = await read(world.chi.renzo(), ({ viewer }) =>
    queries.readCapacita(viewer, OGGI),
  );
  expect(settimane[8]).toEqual({
    // Seven mornings less that of the patron saint.
    ...{ lunedi: OGGI, previsti: 6 * DALLE_9_ALLE_13, quanti: 3, tenuti: 1, nonPresentati: 1, annullati: 0 },
    ...{ prenotati: 60, usati: 20 },
  });
  expect(settimane[9]).toMatchObject({ previsti: 5 * DALLE_9_ALLE_13, quanti: 0, annullati: 1 });
  expect([settimane[0], settimane[15]].map((settimana) => settimana?.tenuti)).toEqual([1, 1]);
  expect(motivi.map(({ motivo, quanti, annullati }) => [motivo, quanti, annullati])).toEqual([
    ["rapporto_sospeso", 4, 1],
    ["pagamento_doppio", 1, 0],
  ]);
});

it("who is an esperto no more has received so far, and is planned for no more", async () => {
  const { owner } = opened;
  const leggi = () => read(world.chi.renzo(), ({ viewer }) => queries.readCapacita(viewer, "2026-10-07"));
  const prima = await leggi();
  await owner`update profili set esperto = false where sede_codice = ${world.sede} and esperto`;
  const { settimane } = await leggi();
  await owner`update profili set esperto = true where sede_codice = ${world.sede} and tipo = 'operatore'`;
  expect(settimane.slice(0, 8)).toEqual(prima.settimane.slice(0, 8));
  // Monday and Tuesday; today is Wednesday.
  expect(settimane[8]?.previsti).toBe(2 * DALLE_9_ALLE_13);
  expect(settimane.slice(9).every(({ previsti }) => previsti === 0)).toBe(true);
  expect(prima.settimane[9]?.previsti).toBeGreaterThan(0);
});

it("the first free time of each way, or that there is none", async () => {
  const adesso = new Date("2026-10-05T08:00:00Z");
  const primi = await read(world.chi.renzo(), ({ viewer }) =>
    queries.listPrimiPerCittadini(viewer, MOTIVO, OGGI, adesso),
  );
  // A day of notice from ten on; nobody receives by video.
  const primo = new Date("2026-10-06T08:00:00Z");
  expect(primi.map(({ modo, primo }) => [modo, primo && new Date(primo.inizio * 60_000)])).toEqual([
    ["in_persona", primo],
    ["telefono", primo],
    ["video", null],
  ]);
});

it("whoever is of no sede, or of another, reads none of it", async () => {
  for (const chi of [world.chi.anna(world.anna), world.chi.carla(), world.chi.nora()]) {
    const { settimane, motivi } = await read(chi, ({ viewer }) => queries.readCapacita(viewer, OGGI));
    expect(settimane.every(({ previsti, quanti }) => previsti === 0 && quanti === 0)).toBe(true);
    expect(motivi).toEqual([]);
    const primi = await read(chi, ({ viewer }) =>
      queries.listPrimiPerCittadini(viewer, MOTIVO, OGGI, new Date("2026-10-05T08:00:00Z")),
    );
    expect(primi.every(({ primo }) => primo === null)).toBe(true);
  }
});
