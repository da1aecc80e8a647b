import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aProposta } from "@/db/mondo-deleghe";
import {
  aContributo,
  aDelega,
  anIntermediario,
  aPosizione,
  aWorld,
  DOMANI,
  OGGI,
  openWorld,
  type World,
} from "@/db/mondo-di-prova";
import { scadenze } from "./tasks";

const NIENTE = { proposte: 0, deleghe: 0, scrivanie: 0 };

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  await anIntermediario(opened.owner, "S3");
});
afterAll(() => opened.close());

const eventi = async (delega: string) =>
  (await opened.owner`select evento, chi from eventi_delega where delega_id = ${delega} order by id`).map(
    ({ evento, chi }) => [evento, chi],
  );

describe("le scadenze", () => {
  it("end a proposta the day after its last one, once, in nobody's name", async () => {
    const { owner } = opened;
    const over = { termine: OGGI };
    const id = await aProposta(owner, { datore: "anna", studio: "S3" }, over);
    const later = await aProposta(owner, { datore: "anna", studio: "S2" }, { termine: DOMANI });
    expect(await scadenze(owner, OGGI)).toEqual(NIENTE);
    expect(await scadenze(owner, DOMANI)).toEqual({ ...NIENTE, proposte: 1 });
    expect(await scadenze(owner, DOMANI)).toEqual(NIENTE);
    expect(await owner`select id from proposte where stato = 'scaduta'`).toEqual([{ id }]);
    expect(await eventi(id)).toEqual([
      ["proposta", null],
      ["scaduta", null],
    ]);
    await owner`update proposte set stato = 'annullata' where id = ${later}`;
  });

  it("end a delega the day after its last one, be that agreed or given by who takes its place", async () => {
    const { owner } = opened;
    const agreed = await aPosizione(owner, "pattuita", world.sede);
    const replaced = await aPosizione(owner, "sostituita", world.sede);
    const [first, second, endless] = [
      await aDelega(owner, agreed, { studio: "S3" }, { data_fine: OGGI }),
      await aDelega(owner, replaced, { studio: "S3" }, { ultimo_giorno: OGGI, data_fine: "2027-01-01" }),
      await aDelega(owner, agreed, { personaDi: "bruno" }),
    ];
    expect(await scadenze(owner, OGGI)).toEqual(NIENTE);
    expect(await owner`select from deleganti where delegato = 'i:S3'`).toHaveLength(2);
    expect(await scadenze(owner, DOMANI)).toEqual({ ...NIENTE, deleghe: 2 });
    expect(await scadenze(owner, DOMANI)).toEqual(NIENTE);
    expect([await eventi(first), await eventi(second), await eventi(endless)]).toEqual([
      [["scaduta", null]],
      [["scaduta", null]],
      [],
    ]);
    expect(await owner`select from deleganti where delegato = 'i:S3'`).toHaveLength(0);
    expect(await owner`select from deleganti where delega_id = ${endless}`).toHaveLength(1);
  });

  it("turn what was due into overdue on the desk the day after, and show what is due next", async () => {
    const { owner } = opened;
    const over = (scadenza: string, importo: number) => ({ scadenza, importo });
    await aContributo(owner, world.dario, world.diDario, { anno: 2026, trimestre: 3 }, over(OGGI, 300));
    await aContributo(
      owner,
      world.dario,
      world.diDario,
      { anno: 2026, trimestre: 4 },
      over("2027-01-11", 400),
    );
    await owner`select aggiorna_deleganti(array[${world.dario}::uuid], ${OGGI})`;
    const row = async () =>
      (
        await owner`select prossima_scadenza::text as scadenza, prossimo_importo as importo, scaduto, anomalie
          from deleganti where posizione_id = ${world.dario}`
      )[0];
    expect(await scadenze(owner, OGGI)).toEqual(NIENTE);
    expect(await row()).toEqual({ scadenza: OGGI, importo: 300, scaduto: 0, anomalie: 0 });
    expect(await scadenze(owner, DOMANI)).toEqual({ ...NIENTE, scrivanie: 1 });
    expect(await scadenze(owner, DOMANI)).toEqual(NIENTE);
    expect(await row()).toEqual({ scadenza: "2027-01-11", importo: 400, scaduto: 300, anomalie: 1 });
  });
});
