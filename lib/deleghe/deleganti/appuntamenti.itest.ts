import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anAppuntamento, anEsperto } from "@/db/mondo-appuntamenti";
import { aPersona, onDay } from "@/db/mondo-deleghe";
import { aDelega, aWorld, codiceFiscaleOf, DOMANI, IERI, OGGI, openWorld, read } from "@/db/mondo-di-prova";
import { aSedeAtWork } from "@/db/mondo-quesiti";
import { delegantiCsvHead, delegantiCsvRow } from "./esportazione/rules";
import { filtroDelegantiInput } from "./input";
import { countDelegantiDaSpostare, listDeleganti } from "./queries";

// anna has tomorrow at nine, and one the sede cannot keep; besides, all that does not count. dario has one that is fine.

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: Awaited<ReturnType<typeof aWorld>>;
let altri: Awaited<ReturnType<typeof aSedeAtWork>>;
beforeAll(async () => {
  opened = await openWorld();
  const { owner } = opened;
  world = await aWorld(owner);
  altri = await aSedeAtWork(owner, world);
  const { anna, dario, sede, attivo, cessato } = world;
  const esperto = await anEsperto(owner, "olga", sede);
  const di = (posizione: string, inizio_at: string, over = {}) =>
    anAppuntamento(owner, { posizione, di: "anna", sede, esperto }, { inizio_at, ...over });
  const rotto = { da_spostare_at: new Date() };
  const chiuso = { ...rotto, chiuso_at: new Date() };
  await di(anna, "2026-10-06T07:00:00Z");
  const poi = await di(anna, "2026-10-13T07:00:00Z", { ...rotto, motivo_codice: "pagamento_doppio" });
  await di(anna, "2026-10-04T07:00:00Z", { ...rotto, rapporto: attivo });
  await di(anna, "2026-10-01T07:00:00Z", { ...chiuso, stato: "tenuto" });
  await di(anna, "2026-10-05T23:00:00Z", { ...chiuso, stato: "annullato", annullato_da: "cittadino" });
  const tenuto = { stato: "in_prenotazione", scade_at: "2100-01-01" };
  await di(anna, "2026-10-05T23:00:00Z", { ...tenuto, rapporto: cessato });
  await di(anna, "2026-10-20T07:00:00Z", { ...tenuto, sposta_id: poi, motivo_codice: "pagamento_doppio" });
  await di(dario, "2026-10-08T22:30:00Z");
});
afterAll(() => opened.close());

type Who = Parameters<typeof read>[0];
const desk = (chi: Who, filtro: Partial<ReturnType<typeof filtroDelegantiInput.parse>> = {}) =>
  read(chi, async ({ viewer }) => {
    const rows = await listDeleganti(viewer, { ...filtroDelegantiInput.parse({}), ...filtro }, OGGI);
    return rows.map((row) => [row.cognome, row.prossimoAppuntamento?.toISOString(), row.daSpostare]);
  });
const daSpostare = (chi: Who) => read(chi, ({ viewer }) => countDelegantiDaSpostare(viewer));
/** Of which of all drawers one is told when the next is, and of which that there is one to be moved. */
const asked = (chi: Who, giorno = OGGI) =>
  onDay(opened.owner, chi, giorno, async (tx) => {
    const drawers = [world.anna, world.dario];
    const prossimi = await tx`select posizione from prossimi_appuntamenti(${drawers}::uuid[])`;
    const daSpostare = await tx`select posizione from deleganti_da_spostare()`;
    return [prossimi, daSpostare].map((rows) => rows.map((row) => row.posizione));
  });
const NULLA = [[], []];

const DI_ANNA = ["anna", "2026-10-06T07:00:00.000Z", 1];
const DI_DARIO = ["dario", "2026-10-08T22:30:00.000Z", 0];

describe("the appuntamenti of a row", () => {
  it("are those booked and to come, with either ambito", async () => {
    expect(await desk(world.chi.bruno())).toEqual([DI_ANNA]);
    expect(await desk(altri.ines())).toEqual([DI_ANNA]);
    expect(await desk(altri.ciro())).toEqual([DI_ANNA]);
    expect(await desk(world.chi.carla())).toEqual([DI_DARIO]);
  });

  it("narrow the desk to those that are to be moved, and are counted so", async () => {
    const filtro = { filtro: "da_spostare" } as const;
    expect([await desk(altri.ines(), filtro), await daSpostare(altri.ines())]).toEqual([[DI_ANNA], 1]);
    expect([await desk(world.chi.carla(), filtro), await daSpostare(world.chi.carla())]).toEqual([[], 0]);
  });

  it("are no longer to come when they are over, to the minute", async () => {
    const { owner } = opened;
    const adesso = await read(world.chi.carla(), ({ viewer: { tx } }) => tx.execute("select adesso() as a"));
    const end = async (fra: number) => {
      const fine = new Date(new Date(String(adesso[0]?.a)).getTime() + fra);
      const inizio = new Date(fine.getTime() - 1_200_000);
      await owner`update appuntamenti set inizio_at = ${inizio}, fine_at = ${fine}, impegno = tstzrange(${inizio}, ${fine})
        where posizione_id = ${world.dario}`;
      return inizio.toISOString();
    };
    await end(-1_000);
    expect(await desk(world.chi.carla())).toEqual([["dario", undefined, 0]]);
    const iniziato = await end(60_000);
    expect(await desk(world.chi.carla())).toEqual([["dario", iniziato, 0]]);
    await owner`update appuntamenti set inizio_at = '2026-10-08T22:30Z', fine_at = '2026-10-08T22:50Z',
      impegno = tstzrange('2026-10-08T22:30Z', '2026-10-08T22:50Z') where posizione_id = ${world.dario}`;
  });

  it("count once for who is a guardian too", async () => {
    await aDelega(opened.owner, world.anna, { personaDi: "bruno" }, { titolo: "tutore", data_inizio: OGGI });
    expect(await desk(world.chi.bruno())).toEqual([DI_ANNA]);
    expect(await asked(world.chi.bruno())).toEqual([[world.anna], [world.anna]]);
  });

  it("stand in the file by the clock of Rome, as a spreadsheet reads a date", async () => {
    const columns = (row: string) => row.trim().split(";").slice(9, 11);
    expect(columns(delegantiCsvHead)).toEqual(["prossimo_appuntamento", "appuntamenti_da_spostare"]);
    const file = (chi: Who) =>
      read(chi, async ({ viewer }) =>
        (await listDeleganti(viewer, filtroDelegantiInput.parse({}), OGGI)).map((riga) =>
          columns(delegantiCsvRow(riga, undefined, OGGI)),
        ),
      );
    expect(await file(altri.ines())).toEqual([["06/10/2026 9:00", "1"]]);
    expect(await file(world.chi.carla())).toEqual([["09/10/2026 0:30", "0"]]);
    await opened.owner`delete from appuntamenti where posizione_id = ${world.dario}`;
    expect(await file(world.chi.carla())).toEqual([["", "0"]]);
  });
});

describe("who has no delega in force", () => {
  it("is told of none: a stranger, the datore, a sede, nobody", async () => {
    const { carla, anna, olga, nora } = world.chi;
    const vito = await aPersona(opened.owner, "vito", { tipo: "intermediario", studio: "S2" });
    for (const chi of [carla(world.anna), vito(), vito(world.anna), anna(world.anna), olga(), nora()]) {
      expect(await asked(chi)).toEqual(NULLA);
      expect(await daSpostare(chi)).toBe(0);
    }
    expect(await asked({ sessione: null, posizione: world.anna })).toEqual(NULLA);
    expect(await asked(altri.elio()), "whose delega has ended").toEqual(NULLA);
  });

  it("is told of none with a PIN that is not theirs yet", async () => {
    const pin = (iniziale: boolean) => opened.owner`
      update utenti set pin_iniziale = ${iniziale} where codice_fiscale = ${codiceFiscaleOf("ines")}`;
    await pin(true);
    expect(await asked(altri.ines())).toEqual(NULLA);
    await pin(false);
    expect(await asked(altri.ines())).toEqual([[world.anna], [world.anna]]);
  });

  it("is told of none before its first day, after its last, and once it is revoked", async () => {
    const { owner } = opened;
    const rita = await aPersona(owner, "rita", { tipo: "delegato" });
    const periodo = { data_inizio: OGGI, data_fine: OGGI, titolo: "tutore" };
    const delega = await aDelega(owner, world.anna, { personaDi: "rita" }, periodo);
    expect(await asked(rita(), IERI)).toEqual(NULLA);
    expect(await asked(rita(), OGGI)).toEqual([[world.anna], [world.anna]]);
    expect(await asked(rita(), DOMANI)).toEqual(NULLA);
    await owner`update deleghe set stato = 'revocata' where id = ${delega}`;
    await owner`select aggiorna_deleganti(array[${world.anna}::uuid], ${OGGI})`;
    expect(await asked(rita())).toEqual(NULLA);
    expect(await desk(rita())).toEqual([]);
  });
});
