import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Contesto, inTransaction } from "@/db/client";
import { anAppuntamento, anEsperto } from "@/db/mondo-appuntamenti";
import { aContributo, aWorld, openWorld, scopesOf, type World } from "@/db/mondo-di-prova";

// What a form may say of a time, booked or moved: when an esperto receives and is free.

const porta = vi.hoisted(() => ({ contesto: null as Contesto | null }));
// The gate, with the viewer of the test; the rest of the way is that of every request.
vi.mock("@/lib/auth/session", () => ({
  requirePosizione: async () => porta.contesto,
  readPosizione: (contesto: Contesto, query: (scope: unknown) => Promise<unknown>) =>
    inTransaction(contesto, (tx) => query(scopesOf(tx, contesto).cassetto)),
}));
vi.mock("next/navigation", () => ({
  redirect: (verso: string) => {
    throw new Error(verso);
  },
}));

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let act: typeof import("./actions");
let olga: string;
let preso: string;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  act = await import("./actions");
  olga = await anEsperto(opened.owner, "olga", world.sede);
  await aContributo(opened.owner, world.anna, world.attivo, { anno: 2025, trimestre: 1 });
  porta.contesto = world.chi.anna(world.anna);
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.owner`delete from appuntamenti`;
  const about = { motivo_codice: "trimestre_non_pagato", rapporto: world.attivo, anno: 2025, trimestre: 1 };
  preso = await anAppuntamento(
    opened.owner,
    { posizione: world.anna, di: "anna", sede: world.sede, esperto: olga },
    { ...about, progressivo: 2, inizio_at: "2026-10-20T07:00:00Z" },
  );
});

type Orario = { istante: string; esperti?: string[] };

/** As the buttons of the pages send it. @returns where it leads */
async function sends(cosa: "prenota" | "sposta", { istante, esperti = [olga] }: Orario): Promise<string> {
  const orario = `${world.sede}/${Date.parse(istante) / 60_000}/${esperti.join(",")}`;
  const comuni = { posizione: world.anna, prenotazione: randomUUID(), modo: "in_persona", orario };
  const perche = { motivo: "trimestre_non_pagato", rapporto: world.attivo, anno: "2025", trimestre: "1" };
  const campi =
    cosa === "prenota"
      ? { ...comuni, ...perche, progressivo: "1", quesitoId: "" }
      : { ...comuni, appuntamento: preso, numero: "0A1B-2C3D" };
  const form = new FormData();
  for (const [name, value] of Object.entries(campi)) form.set(name, value);
  const action = cosa === "prenota" ? act.bloccaOrarioAction : act.bloccaSpostamentoAction;
  return action(form).then(
    () => "nowhere",
    ({ message }: Error) => message,
  );
}
const tenuti = () =>
  opened.owner`select esperto, inizio_at from appuntamenti where stato = 'in_prenotazione'`;

describe.each(["prenota", "sposta"] as const)("%s", (cosa) => {
  it("has a time that the pages offer", async () => {
    expect(await sends(cosa, { istante: "2026-10-08T07:20:00Z" })).not.toContain("esito=");
    expect(await tenuti()).toEqual([{ esperto: olga, inizio_at: new Date("2026-10-08T07:20:00Z") }]);
  });

  // Booked by others meanwhile, or a minute later, the pages would offer others: those that were read are still free.
  it.each([
    ["a minute between two times that the pages offer now", "2026-10-08T07:07:00Z"],
    ["the last that ends with the opening", "2026-10-08T10:40:00Z"],
  ])("has %s", async (_, istante) => {
    expect(await sends(cosa, { istante })).not.toContain("esito=");
    expect(await tenuti()).toEqual([{ esperto: olga, inizio_at: new Date(istante) }]);
  });

  it.each([
    ["a time that is over", "2026-10-01T07:00:00Z", "troppo_presto"],
    ["one within the notice", "2026-10-05T07:00:00Z", "troppo_presto"],
    ["the first day after the horizon", "2026-12-05T08:00:00Z", "troppo_avanti"],
    ["a holiday of another century", "2126-12-25T08:00:00Z", "troppo_avanti"],
    ["a holiday, of which the database knows nothing", "2026-11-01T08:00:00Z", "non_riceve"],
    ["the first minute that is past the end", "2026-10-08T10:41:00Z", "non_riceve"],
    ["one that is taken", "2026-10-20T07:00:00Z", "occupato"],
    ["one that reaches into another", "2026-10-20T07:19:00Z", "occupato"],
  ])("refuses %s, and says why", async (_, istante, esito) => {
    expect(await sends(cosa, { istante })).toContain(`esito=${esito}`);
    expect(await tenuti()).toEqual([]);
  });

  it("holds nothing with an esperto whose time it is not, though another's it is", async () => {
    const bruno = randomUUID();
    expect(await sends(cosa, { istante: "2026-10-08T07:20:00Z", esperti: [bruno] })).toContain("esito=");
    expect(await sends(cosa, { istante: "2026-10-08T07:20:00Z", esperti: [bruno, olga] })).not.toContain(
      "esito=",
    );
    expect(await tenuti()).toMatchObject([{ esperto: olga }]);
  });
});

it("moves nothing of another drawer", async () => {
  porta.contesto = world.chi.dario(world.dario);
  expect(await sends("sposta", { istante: "2026-10-08T07:20:00Z" })).toContain("esito=non_trovata");
  expect(await tenuti()).toEqual([]);
});
