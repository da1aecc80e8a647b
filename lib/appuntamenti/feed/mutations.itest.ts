import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anAppuntamento, anEsperto } from "@/db/mondo-appuntamenti";
import { aViewer, aWorld, openWorld, read, type World } from "@/db/mondo-di-prova";
import { getRinnovo, readCalendario } from "./queries";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let feed: typeof import("./mutations");
let olga: string;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  feed = await import("./mutations");
  olga = await anEsperto(opened.owner, "olga", world.sede);
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.owner`delete from calendari`;
  await opened.owner`delete from appuntamenti`;
});

const renewed = async () => {
  const segreto = await feed.renewCalendario(world.chi.olga());
  if (segreto === null) throw new Error("olga is an esperta");
  return segreto;
};
const presa = (over = {}) =>
  anAppuntamento(opened.owner, { posizione: world.anna, di: "anna", sede: world.sede, esperto: olga }, over);

describe("an esperto's calendar", () => {
  it("is opened by the secret of its address, of which only the hash is kept", async () => {
    const segreto = await renewed();
    expect(Buffer.from(segreto, "base64url")).toHaveLength(24);
    const [row] = await opened.owner`select segreto from calendari`;
    expect(row?.segreto).toBe(createHash("sha256").update(segreto).digest("hex"));
    expect(await readCalendario(segreto)).toEqual([]);
    const id = await presa();
    const annullato = await presa({
      ...{ inizio_at: "2026-10-09T07:00:00Z", motivo_codice: "pagamento_doppio" },
      ...{ stato: "annullato", annullato_da: "cittadino" },
    });
    await presa({
      ...{ inizio_at: "2026-10-10T07:00:00Z", motivo_codice: "trimestre_non_pagato" },
      ...{ stato: "in_prenotazione", scade_at: new Date(Date.now() + 60_000) },
    });
    await presa({ inizio_at: "2026-08-01T07:00:00Z", stato: "tenuto" });
    const found = await readCalendario(segreto);
    expect(found?.map((riga) => [riga.id, riga.stato])).toEqual([
      [id, "confermato"],
      [annullato, "annullato"],
    ]);
    expect(Object.keys(found?.[0] ?? {}).sort()).toEqual([
      ...["fine", "id", "inizio", "modo", "motivo", "numero", "sequenza", "stato"],
    ]);
    expect(found?.[0]?.inizio).toEqual(new Date("2026-10-08T07:00:00Z"));
  });

  it("is closed to the secret before, and to all once it is removed", async () => {
    const [vecchio, nuovo] = [await renewed(), await renewed()];
    expect(vecchio).not.toBe(nuovo);
    expect([await readCalendario(vecchio), await readCalendario(nuovo)]).toEqual([null, []]);
    expect(await read(world.chi.olga(), ({ viewer }) => getRinnovo(viewer))).toBeInstanceOf(Date);
    expect(await feed.deleteCalendario(world.chi.olga())).toBe(true);
    expect(await readCalendario(nuovo)).toBeNull();
    expect(await feed.deleteCalendario(world.chi.olga())).toBe(false);
    expect(await read(world.chi.olga(), ({ viewer }) => getRinnovo(viewer))).toBeNull();
  });

  it("is nobody else's to make, see, renew or remove", async () => {
    const segreto = await renewed();
    const piero = await aViewer(opened.owner, "piero", { tipo: "operatore", sede: world.sede });
    const { chi, anna } = world;
    for (const other of [
      piero(),
      chi.renzo(),
      chi.anna(anna),
      chi.nora(),
      { sessione: null, posizione: null },
    ]) {
      expect(await feed.renewCalendario(other)).toBeNull();
      expect(await feed.deleteCalendario(other)).toBe(false);
      expect(await read(other, ({ viewer }) => getRinnovo(viewer))).toBeNull();
    }
    expect(await readCalendario(segreto)).toEqual([]);
  });

  it("closes when they are an esperto no longer, or no longer log in", async () => {
    const segreto = await renewed();
    await opened.owner`update profili set esperto = false where utente_id = ${olga}`;
    expect(await readCalendario(segreto)).toBeNull();
    await opened.owner`update profili set esperto = true where utente_id = ${olga}`;
    await opened.owner`update utenti set disabilitato_at = now() where id = ${olga}`;
    expect(await readCalendario(segreto)).toBeNull();
    await opened.owner`update utenti set disabilitato_at = null where id = ${olga}`;
    expect(await readCalendario(segreto)).toEqual([]);
  });

  it("is not opened by its hash, by nothing, or by chance", async () => {
    const impronta = createHash("sha256")
      .update(await renewed())
      .digest("hex");
    for (const wrong of [impronta, "", "a".repeat(32), `${"a".repeat(31)}\0`]) {
      expect(await readCalendario(wrong)).toBeNull();
    }
  });
});
