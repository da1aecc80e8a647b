import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { anAppuntamento, anEsperto } from "@/db/mondo-appuntamenti";
import { aWorld, openWorld, read, type World } from "@/db/mondo-di-prova";
import { aQuesito } from "@/db/mondo-quesiti";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let olga: string;
let act: typeof import("./mutations");
let queries: typeof import("./queries");
let appuntamenti: typeof import("../../mutations");
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  olga = await anEsperto(opened.owner, "olga", world.sede);
  act = await import("./mutations");
  queries = await import("./queries");
  appuntamenti = await import("../../mutations");
});
afterAll(() => opened.close());

const campi = {
  nome: "Rapporto sospeso",
  daPortare: "Il contratto.",
  durataMinuti: 45,
  pausaMinuti: 5,
  preavvisoOre: 0,
  orizzonteGiorni: 90,
  richiedeQuesito: false,
  categoriaCodice: null,
};
const scelti = { ...campi, ordine: 6, attivo: true };

/** What anna may hold about a quesito or her rapporto, on another day each time. */
let giorno = 7;
async function holds(motivo: string, quesitoId: string | null = null) {
  giorno += 1;
  const inizio = new Date(Date.UTC(2026, 9, giorno, 7));
  const scelta = { sede: world.sede, esperto: olga, modo: "in_persona" as const, inizio };
  const oggetto = { motivo, rapporto: quesitoId ? null : world.attivo, quesitoId, contributo: null };
  const { esito } = await appuntamenti.holdOrario(world.chi.anna(world.anna), randomUUID(), oggetto, scelta);
  return esito;
}

it("a new reason comes last, under a codice of its own, and can be asked for", async () => {
  const nora = world.chi.nora();
  expect(await act.createMotivo(nora, campi)).toBe(true);
  expect(await act.createMotivo(nora, { ...campi, categoriaCodice: "inventata" })).toBe(false);
  const tutti = await read(nora, ({ viewer }) => queries.listMotiviTutti(viewer));
  expect(tutti.at(-1)?.motivo).toMatchObject({ codice: "rapporto_sospeso_b", ordine: 7, durataMinuti: 45 });
  expect(await holds("rapporto_sospeso_b")).toBe("ok");
});

it("a changed duration leaves what is booked as it is", async () => {
  const dove = { posizione: world.anna, di: "anna", sede: world.sede, esperto: olga };
  const id = await anAppuntamento(opened.owner, dove, { inizio_at: "2026-10-30T08:00:00Z" });
  expect(await act.changeMotivo(world.chi.nora(), "rapporto_sospeso", scelti)).toBe(true);
  const [row] = await opened.owner`select fine_at from appuntamenti where id = ${id}`;
  expect(row?.fine_at).toEqual(new Date("2026-10-30T08:20:00Z"));
  const [[motivo]] = [
    await read(world.chi.nora(), ({ viewer }) => queries.getMotivo(viewer, "rapporto_sospeso")),
  ];
  expect(motivo?.motivo.durataMinuti).toBe(45);
});

it("whether a quesito must stand behind it, and of which categoria, is what the row says", async () => {
  const nora = world.chi.nora();
  const over = { termine: "2026-10-01" };
  const { id } = await aQuesito(opened.owner, {
    ...{ posizione: world.anna, aperto: "anna", sede: world.sede, over },
  });
  const motivo = "pagamento_doppio";
  expect(await act.changeMotivo(nora, motivo, { ...scelti, richiedeQuesito: true })).toBe(true);
  expect(await holds(motivo)).toBe("senza_quesito");
  expect(await holds(motivo, id)).toBe("ok");
  const diAltro = { ...scelti, richiedeQuesito: true, categoriaCodice: "rapporti" };
  expect(await act.changeMotivo(nora, motivo, diAltro)).toBe(true);
  expect(await holds(motivo, id)).toBe("senza_quesito");
  expect(await act.changeMotivo(nora, motivo, { ...diAltro, categoriaCodice: "mav" })).toBe(true);
  expect(await holds(motivo, id)).toBe("ok");
});

it("what is offered no more cannot be asked for any more", async () => {
  expect(await act.changeMotivo(world.chi.nora(), "rapporto_sospeso", { ...scelti, attivo: false })).toBe(
    true,
  );
  expect(await holds("rapporto_sospeso")).toBe("non_trovata");
});

it("nobody but an amministratore changes anything", async () => {
  for (const chi of [world.chi.anna(world.anna), world.chi.olga(), world.chi.renzo()]) {
    expect(await act.changeMotivo(chi, "rapporto_sospeso", scelti)).toBe(false);
    await expect(act.createMotivo(chi, campi)).rejects.toMatchObject({ cause: { code: "42501" } });
  }
  expect(await act.changeMotivo(world.chi.nora(), "inventato", scelti)).toBe(false);
});
