import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aRapporto, aWorld, openWorld, read, type World } from "@/db/mondo-di-prova";
import { getRapporto, listRapporti, listVariazioni } from "./queries";

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
});
afterAll(() => opened.close());

type Contesto = Parameters<typeof read>[0];
const codici = (contesto: Contesto) =>
  read(contesto, async ({ cassetto }) => (await listRapporti(cassetto)).map((row) => row.codice));
const one = (contesto: Contesto, codice: string) =>
  read(contesto, ({ cassetto }) => getRapporto(cassetto, codice));

describe("listRapporti", () => {
  it("shows the active ones first, then the others, each the latest begun first", async () => {
    const { owner } = opened;
    const { anna, maria, attivo, cessato } = world;
    const later = await aRapporto(owner, anna, maria, { data_inizio: "2026-03-01" });
    const annullato = await aRapporto(owner, anna, maria, { stato: "annullato", data_inizio: "2026-05-01" });
    const ended = { stato: "cessato", data_inizio: "2019-01-01", data_fine: "2020-01-01" };
    const older = await aRapporto(owner, anna, maria, ended);
    const sospeso = { stato: "sospeso_in_definizione", data_inizio: "2026-06-01" };
    const pending = await aRapporto(owner, anna, maria, sospeso);
    const found = await codici(world.chi.anna(anna));
    expect(found.slice(0, 2)).toEqual([later, attivo]);
    expect(new Set(found.slice(2))).toEqual(new Set([annullato, cessato, older, pending]));
    expect(found.indexOf(cessato)).toBeLessThan(found.indexOf(older));
  });

  it("shows a drawer's own rapporti to whoever may open it, and to no stranger", async () => {
    const { chi, anna, dario, diDario } = world;
    expect(await codici(chi.bruno(anna))).toEqual(await codici(chi.anna(anna)));
    expect(await codici(chi.carla(dario))).toEqual([diDario]);
    for (const stranger of [chi.dario(anna), chi.carla(anna), chi.olga(anna), chi.nora(anna)]) {
      expect(await codici(stranger)).toEqual([]);
    }
  });
});

describe("getRapporto", () => {
  it("finds a rapporto with its worker and office", async () => {
    const [row] = await one(world.chi.anna(world.anna), world.attivo);
    expect(row?.lavoratore.cognome).toBe("maria");
    expect(row?.sede.codice).toBe(world.sede);
    expect(row?.rapporto).toMatchObject({
      codice: world.attivo,
      oreSettimanali: 20,
      retribuzioneOraria: 900,
    });
  });

  it("finds none of another drawer, not even for whoever may open both", async () => {
    const { chi, anna, dario, attivo, diDario } = world;
    await opened.owner`update deleghe set delegato_codice_fiscale = (select delegato_codice_fiscale from deleghe
      where posizione_id = ${anna}), tipo = 'personale', intermediario_codice = null where posizione_id = ${dario}`;
    expect(await one(chi.bruno(dario), diDario)).toHaveLength(1);
    expect(await one(chi.bruno(anna), diDario)).toEqual([]);
    expect(await one(chi.bruno(dario), attivo)).toEqual([]);
    expect(await one(chi.dario(dario), attivo)).toEqual([]);
    expect(await one(chi.anna(anna), "0000000000")).toEqual([]);
  });
});

describe("listVariazioni", () => {
  it("shows the latest 200 of one rapporto, latest first, to whoever may open the drawer", async () => {
    await opened.owner`
      insert into variazioni_rapporto (posizione_id, rapporto, importazione_id, campo, prima, dopo)
      select ${world.anna}, ${world.attivo}, (select max(id) from importazioni), 'ore_settimanali', n::text, (n + 1)::text
      from generate_series(1, 205) n`;
    const of = (contesto: Contesto) =>
      read(contesto, ({ cassetto }) => listVariazioni(cassetto, world.attivo));
    const found = await of(world.chi.anna(world.anna));
    expect(found).toHaveLength(200);
    expect(found[0]).toMatchObject({ campo: "ore_settimanali", prima: "205", dopo: "206" });
    expect(found.map((row) => row.id)).toEqual(found.map((row) => row.id).sort((a, b) => b - a));
    expect(await of(world.chi.dario(world.anna))).toEqual([]);
    expect(await of(world.chi.dario(world.dario))).toEqual([]);
  });
});
