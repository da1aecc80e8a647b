import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aContributo, aVersamento, aWorld, openWorld, read, type World } from "@/db/mondo-di-prova";
import { listContributi, listVersamenti } from "./queries";

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  const { anna, attivo, cessato } = world;
  const old = { anno: 1999, trimestre: 4 };
  await aContributo(opened.owner, anna, cessato, old, { sospensione: "maternita" });
  await aContributo(opened.owner, anna, attivo, { anno: 2026, trimestre: 1, progressivo: 2 });
  await aVersamento(opened.owner, anna, cessato, old, { importo: 2_147_483_647, data: "2000-01-10" });
});
afterAll(() => opened.close());

type Contesto = Parameters<typeof read>[0];
type Row = { rapporto: string; anno: number; trimestre: number; progressivo: number };
const keys = (rows: Row[]) =>
  rows.map((row) => `${row.rapporto} ${row.anno}/${row.trimestre}/${row.progressivo}`).sort();
const contributi = (contesto: Contesto, rapporto?: string) =>
  read(contesto, ({ cassetto }) => listContributi(cassetto, rapporto));
const versamenti = (contesto: Contesto, rapporto?: string) =>
  read(contesto, ({ cassetto }) => listVersamenti(cassetto, rapporto));

describe("listContributi and listVersamenti", () => {
  it("find everything of the drawer, however old, with the worker's name", async () => {
    const { attivo, cessato, chi, anna } = world;
    const found = await contributi(chi.anna(anna));
    const due = ["2026/1/1", "2026/1/2", "2026/2/1", "2026/3/1"].map((key) => `${attivo} ${key}`);
    expect(keys(found)).toEqual([...due, `${cessato} 1999/4/1`].sort());
    const old = found.find((row) => row.rapporto === cessato);
    expect(old).toMatchObject({ cognome: "luca", nome: "Prova", sospensione: "maternita", importo: 41_600 });

    const paid = await versamenti(chi.anna(anna));
    expect(keys(paid)).toEqual([`${attivo} 2026/1/1`, `${attivo} 2026/2/1`, `${cessato} 1999/4/1`].sort());
    const most = paid.find((row) => row.rapporto === cessato);
    expect(most).toMatchObject({ importo: 2_147_483_647, data: "2000-01-10", canale: "pagopa" });
  });

  it("find those of one rapporto when asked for one", async () => {
    const { attivo, cessato, chi, anna } = world;
    expect(keys(await contributi(chi.anna(anna), cessato))).toEqual([`${cessato} 1999/4/1`]);
    expect(keys(await versamenti(chi.anna(anna), attivo))).toHaveLength(2);
    expect(await contributi(chi.anna(anna), world.diDario)).toEqual([]);
    expect(await versamenti(chi.anna(anna), world.diDario)).toEqual([]);
  });

  it("find for a delegato what they find for the datore, and nothing for a stranger", async () => {
    const { chi, anna, dario, diDario } = world;
    expect(keys(await contributi(chi.bruno(anna)))).toEqual(keys(await contributi(chi.anna(anna))));
    expect(keys(await versamenti(chi.bruno(anna)))).toEqual(keys(await versamenti(chi.anna(anna))));
    expect(keys(await contributi(chi.carla(dario)))).toEqual([`${diDario} 2026/1/1`]);
    for (const stranger of [
      chi.dario(anna),
      chi.carla(anna),
      chi.olga(anna),
      chi.renzo(anna),
      chi.nora(anna),
    ]) {
      expect(await contributi(stranger)).toEqual([]);
      expect(await versamenti(stranger)).toEqual([]);
    }
  });
});
