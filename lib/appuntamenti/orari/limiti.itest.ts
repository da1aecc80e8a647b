import { afterAll, beforeAll, expect, it } from "vitest";
import { anEsperto } from "@/db/mondo-appuntamenti";
import { aWorld, openWorld, read, type World } from "@/db/mondo-di-prova";
import { listOrariLiberi } from "./queries";

// The days on which clocks and calendars turn: what the rules offer, SQL holds too, and the other way round.

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let olga: string;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  olga = await anEsperto(opened.owner, "olga", world.sede);
  await opened.owner`
    insert into disponibilita (sede_codice, esperto, giorno, dalle, alle, dal, modi)
    select ${world.sede}, ${olga}, giorno, '00:00', '05:00', '2026-01-01', array['video'] from generate_series(1, 7) giorno`;
});
afterAll(() => opened.close());

it.each([
  ["2026-10-25", 12, "the hour that comes twice"],
  ["2028-03-26", 8, "the hour that is skipped"],
  ["2026-12-31", 10, "the last day of a year"],
  ["2027-01-02", 10, "the first that is no holiday of the next"],
  ["2027-02-28", 10, "the last of a short February"],
  ["2028-02-29", 10, "29 February"],
  ["2027-03-01", 10, "the day after the 28th"],
])("on %s there are %i half hours, %s", async (giorno, quanti) => {
  const prima = new Date(Date.parse(giorno) - 5 * 86_400_000);
  const chiesto = { sedi: [world.sede], motivo: "rapporto_sospeso", modo: "video" as const };
  const liberi = await read(world.chi.anna(world.anna), ({ viewer }) =>
    listOrariLiberi(viewer, { ...chiesto, oggi: prima.toISOString().slice(0, 10), adesso: prima }),
  );
  const quelGiorno = liberi.filter(
    ({ inizio }) =>
      new Date(inizio * 60_000).toLocaleDateString("sv-SE", { timeZone: "Europe/Rome" }) === giorno,
  );
  expect(quelGiorno).toHaveLength(quanti);
  expect(new Set(quelGiorno.map(({ inizio }) => inizio)).size).toBe(quanti);
  for (const { inizio, fine } of quelGiorno) {
    const [riga] = await opened.owner`select perche_non_riceve(${world.sede}, ${olga}, 'video',
      ${new Date(inizio * 60_000)}, ${new Date(fine * 60_000)}) as perche`;
    expect(riga?.perche, new Date(inizio * 60_000).toISOString()).toBeNull();
  }
});

it("nothing is offered on a holiday at the turn of the year", async () => {
  const chiesto = { sedi: [world.sede], motivo: "rapporto_sospeso", modo: "video" as const };
  const liberi = await read(world.chi.anna(world.anna), ({ viewer }) =>
    listOrariLiberi(viewer, { ...chiesto, oggi: "2026-12-20", adesso: new Date("2026-12-20T08:00Z") }),
  );
  const giorni = new Set(
    liberi.map(({ inizio }) =>
      new Date(inizio * 60_000).toLocaleDateString("sv-SE", { timeZone: "Europe/Rome" }),
    ),
  );
  for (const festa of ["2026-12-25", "2026-12-26", "2027-01-01", "2027-01-06"])
    expect(giorni).not.toContain(festa);
  for (const giorno of ["2026-12-24", "2026-12-31", "2027-01-02"]) expect(giorni).toContain(giorno);
});
