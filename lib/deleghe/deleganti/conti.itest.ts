import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onDay } from "@/db/mondo-deleghe";
import { anUtente, aSessione, type aViewer, openWorld, read } from "@/db/mondo-di-prova";
import { generaArchivio } from "@/lib/archivi/generazione/mutations";
import { importaArchivio } from "@/lib/archivi/mutations";
import { addDays, type DataIso } from "@/lib/dates";
import { anomalie, inArrivo, type RigaContributo, situazioni, totali } from "@/lib/pagamenti/rules";
import { countDeleganti } from "./queries";
import { contiDiOggi, GIORNI_IN_SCADENZA } from "./rules";

// The figures of the desk are SQL, because there are 50,000 of them; what they must be stands in lib/pagamenti.

const OGGI = "2026-11-23";

let opened: Awaited<ReturnType<typeof openWorld>>;
let cartella: string;
let carla: Awaited<ReturnType<typeof aViewer>>;
type Contributo = RigaContributo & { posizione: string };
type Riga = {
  posizione: string;
  prossimaScadenza: DataIso | null;
  prossimoImporto: number;
  scaduto: number;
  anomalie: number;
};
const world = {
  contributi: [] as Contributo[],
  versamenti: [] as (Contributo & { data: DataIso })[],
  rapporti: [] as { posizione: string; codice: string; stato: "attivo" }[],
};

beforeAll(async () => {
  opened = await openWorld();
  const { owner, database } = opened;
  cartella = await mkdtemp(path.join(tmpdir(), "conti-"));
  await generaArchivio({ cartella, datori: 120, seme: 11, oggi: OGGI });
  const { esito } = await importaArchivio({ cartella, databaseUrl: database.ownerUrl, rigoroso: true });
  expect(esito).toBe("caricato");
  // All of them to one studio, with what the generator seldom or never makes.
  await owner`delete from deleganti`;
  await owner`delete from deleghe`;
  await owner`insert into deleghe (posizione_id, tipo, intermediario_codice, data_inizio, stato)
    select p.id, 'professionale', (select min(codice) from intermediari), '2018-01-01', 'attiva' from posizioni p`;
  const extremes = (n: number, change: string) =>
    owner.unsafe(`update contributi set ${change} where ctid in (
      select ctid from contributi order by md5(rapporto || anno || trimestre || '${n}') limit 40)`);
  await extremes(1, "scadenza = '2028-02-29'");
  await extremes(2, "importo = 0");
  await extremes(3, "sospensione = 'maternita'");
  await extremes(4, "scadenza = '2026-12-31', importo = importo + 1");
  await owner`insert into versamenti (posizione_id, identificativo, rapporto, anno, trimestre, progressivo, data, importo,
      canale)
    select posizione_id, 'X' || row_number() over (), rapporto, anno, trimestre, progressivo, '2026-11-01', importo / 2 + 1,
      'mav' from contributi where md5(rapporto || anno || trimestre) < '3'`;
  await owner`update rapporti set stato = 'sospeso_in_definizione' where right(codice, 1) in ('3', '7')`;
  const { utente, profili } = await anUtente(owner, "carla", [
    { tipo: "intermediario", studio: (await owner`select min(codice) as c from intermediari`)[0]?.c },
  ]);
  carla = (await aSessione(owner, utente, profili[0])).contesto;
  world.contributi =
    await owner`select posizione_id as posizione, rapporto, anno, trimestre, progressivo, importo,
    scadenza::text as scadenza, codice_avviso as "codiceAvviso", sospensione from contributi`;
  world.versamenti =
    await owner`select posizione_id as posizione, rapporto, anno, trimestre, progressivo, importo,
    data::text as data from versamenti`;
  world.rapporti = await owner`select posizione_id as posizione, codice, stato from rapporti`;
}, 120_000);
afterAll(async () => {
  await opened.close();
  await rm(cartella, { recursive: true });
});

/** What lib/pagamenti says of a drawer on that day. */
function wanted(posizione: string, oggi: DataIso): Riga {
  const own = <T extends { posizione: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.posizione === posizione);
  const versamenti = own(world.versamenti);
  const all = situazioni(own(world.contributi), versamenti, oggi);
  const [next, ...rest] = inArrivo(all, oggi);
  const prossima = next?.contributo.scadenza ?? null;
  const same = [next, ...rest].filter((one) => one && one.contributo.scadenza === prossima);
  return {
    posizione,
    prossimaScadenza: prossima,
    prossimoImporto: same.reduce((sum, one) => sum + (one?.residuo ?? 0), 0),
    scaduto: totali(all, versamenti, oggi).daPagareScaduto,
    anomalie: anomalie(all, own(world.rapporti)).length,
  };
}

const rows = () => opened.owner<Riga[]>`
  select posizione_id as posizione, prossima_scadenza::text as "prossimaScadenza", prossimo_importo as "prossimoImporto",
    scaduto, anomalie from deleganti order by posizione_id`;
const sums = (desk: readonly Riga[], oggi: DataIso) => {
  const soon = desk.filter(
    ({ prossimaScadenza: day }) => day && day >= oggi && day <= addDays(oggi, GIORNI_IN_SCADENZA),
  );
  return {
    deleganti: desk.length,
    inScadenza: soon.length,
    importoInScadenza: soon.reduce((sum, row) => sum + row.prossimoImporto, 0),
    conScaduto: desk.filter((row) => row.scaduto > 0).length,
    scaduto: desk.reduce((sum, row) => sum + row.scaduto, 0),
    conAnomalie: desk.filter((row) => row.anomalie > 0).length,
  };
};
const counted = async (oggi: DataIso) => {
  const [row] = await onDay(opened.owner, carla(), oggi, (tx) => tx`select * from conta_deleganti()`);
  const { deleganti, in_scadenza, importo_in_scadenza, con_scaduto, scaduto, con_anomalie } = row ?? {};
  return {
    deleganti,
    inScadenza: in_scadenza,
    importoInScadenza: Number(importo_in_scadenza),
    conScaduto: con_scaduto,
    scaduto: Number(scaduto),
    conAnomalie: con_anomalie,
  };
};

describe("the figures of the desk", () => {
  const days = [OGGI, "2026-12-31", "2027-01-01", "2027-01-10", "2027-01-11", "2027-01-12", "2028-02-28"];
  it.each([...days, "2028-02-29", "2028-03-01", "2019-01-01"])(
    "on %s are those of lib/pagamenti",
    async (oggi) => {
      await opened.owner`select aggiorna_deleganti(null, ${oggi})`;
      const desk = await rows();
      expect(desk.length).toBe(120);
      expect([...desk]).toEqual(desk.map(({ posizione }) => wanted(posizione, oggi)));
      expect(await counted(oggi)).toEqual(sums(desk, oggi));
    },
  );

  it("follow the calendar by scadi_deleghe alone, at each due date and the day after", async () => {
    const due = [...new Set(world.contributi.map(({ scadenza }) => scadenza))]
      .filter((day) => day >= OGGI)
      .sort();
    expect(due.length).toBeGreaterThan(2);
    await opened.owner`select aggiorna_deleganti(null, ${OGGI})`;
    for (const oggi of due.flatMap((day) => [day, addDays(day, 1)])) {
      // Before anybody has written them anew, the day's page and sums already say what has passed.
      const stale = (await rows()).map((row) => contiDiOggi(row, oggi));
      const { scaduto, conScaduto, conAnomalie } = sums(stale, oggi);
      expect(await counted(oggi)).toMatchObject({ scaduto, conScaduto, conAnomalie });
      await opened.owner`select scadi_deleghe(${oggi})`;
      const desk = await rows();
      expect([...desk]).toEqual(desk.map(({ posizione }) => wanted(posizione, oggi)));
      expect(desk.map((row) => row.scaduto)).toEqual(stale.map((row) => row.scaduto));
      expect(desk.map((row) => row.anomalie > 0)).toEqual(stale.map((row) => row.anomalie > 0));
      expect(await counted(oggi)).toEqual(sums(desk, oggi));
    }
  });
});

describe("the sums", () => {
  it("are right straight after a change, and do not wait for one that is under way", async () => {
    const { owner } = opened;
    const today = "2026-10-05";
    await owner`select aggiorna_deleganti(null, ${today})`;
    const seen = () => read(carla(), ({ viewer }) => countDeleganti(viewer));
    expect(await seen()).toEqual(sums(await rows(), today));

    const [one] = await rows();
    const session = await owner.reserve();
    await session`begin`;
    await session`update deleghe set stato = 'revocata' where posizione_id = ${one?.posizione ?? ""}`;
    await session`select aggiorna_deleganti(array[${one?.posizione ?? ""}::uuid], ${today})`;
    const started = performance.now();
    expect(await seen()).toEqual(sums(await rows(), today));
    expect((await counted("2026-10-06")).deleganti).toBe(120);
    expect(performance.now() - started).toBeLessThan(1_000);
    await session`commit`;
    session.release();
    expect((await seen()).deleganti).toBe(119);
    expect(await seen()).toEqual(sums(await rows(), today));
  });

  it("hold an amount larger than any sum of the institute's, without failing the archive that brings it", async () => {
    const { owner } = opened;
    const [one] = await owner`
      select d.posizione_id as posizione from deleganti d join contributi c using (posizione_id)
      group by d.posizione_id order by count(*) desc limit 1`;
    await owner`update contributi set importo = 2147483647, sospensione = null, scadenza = '2026-01-10'
      where posizione_id = ${one?.posizione ?? ""}`;
    await owner`select aggiorna_deleganti(null, '2026-10-05')`;
    const found = (await rows()).find(({ posizione }) => posizione === one?.posizione);
    expect(found?.scaduto).toBe(2_147_483_647);
  });
});
