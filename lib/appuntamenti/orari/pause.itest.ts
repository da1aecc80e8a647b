import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { anAppuntamento, anEsperto } from "@/db/mondo-appuntamenti";
import { aWorld, OGGI, openWorld, read, type World } from "@/db/mondo-di-prova";
import { listOrariLiberi } from "./queries";

// A reason after which the esperto keeps a pause: what the pages offer beside what is booked, the database holds.

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let act: typeof import("../mutations");
let olga: string;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  act = await import("../mutations");
  olga = await anEsperto(opened.owner, "olga", world.sede);
  await opened.owner`update motivi_appuntamento set durata_minuti = 20, pausa_minuti = 10`;
  const altrui = { posizione: world.dario, di: "dario", sede: world.sede, esperto: olga };
  const alle = (ora: string, fino: string) => ({
    inizio_at: `2026-10-08T${ora}:00Z`,
    impegno: `[2026-10-08T${ora}:00Z,2026-10-08T${fino}:00Z)`,
    motivo_codice: `${ora < "09" ? "rapporto_sospeso" : "pagamento_doppio"}`,
  });
  await anAppuntamento(opened.owner, altrui, alle("08:00", "08:30"));
  // Booked when there was no pause yet.
  await anAppuntamento(opened.owner, altrui, alle("09:45", "10:05"));
  await opened.owner`insert into assenze (sede_codice, esperto, inizio_at, fine_at)
    values (${world.sede}, ${olga}, '2026-10-08T10:40Z', '2026-10-08T10:45Z')`;
});
afterAll(() => opened.close());

it("every time that is offered can be had", async () => {
  const anna = world.chi.anna(world.anna);
  const liberi = await read(anna, ({ viewer }) =>
    listOrariLiberi(viewer, {
      ...{ sedi: [world.sede], motivo: "trimestre_non_pagato", modo: "in_persona" },
      ...{ oggi: OGGI, adesso: new Date("2026-10-05T08:00:00Z") },
    }),
  );
  const istanti = liberi.map(({ inizio }) => new Date(inizio * 60_000).toISOString().slice(0, 16));
  const quelGiorno = istanti.filter((istante) => istante.startsWith("2026-10-08"));
  // Nine to one in Rome; taken from ten to half past, and from a quarter to twelve to five past.
  expect(quelGiorno.map((istante) => istante.slice(11))).toEqual([
    ...["07:00", "07:30", "08:30", "09:00", "09:15", "10:05", "10:20"],
  ]);
  const oggetto = {
    motivo: "trimestre_non_pagato",
    rapporto: world.attivo,
    quesitoId: null,
    contributo: null,
  };
  for (const istante of quelGiorno) {
    const scelta = {
      sede: world.sede,
      esperto: olga,
      modo: "in_persona",
      inizio: new Date(`${istante}Z`),
    } as const;
    expect((await act.holdOrario(anna, randomUUID(), oggetto, scelta)).esito, istante).toBe("ok");
  }
  const troppoVicino = {
    sede: world.sede,
    esperto: olga,
    modo: "in_persona",
    inizio: new Date("2026-10-08T07:31Z"),
  } as const;
  expect((await act.holdOrario(anna, randomUUID(), oggetto, troppoVicino)).esito).toBe("occupato");
});
