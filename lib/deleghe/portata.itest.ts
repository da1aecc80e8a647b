import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { onDay } from "@/db/mondo-deleghe";
import {
  aDelega,
  aPosizione,
  aViewer,
  aWorld,
  DOMANI,
  IERI,
  OGGI,
  openWorld,
  type World,
} from "@/db/mondo-di-prova";
import { addDays } from "@/lib/dates";
import { changeDelega, revokeDelega } from "./mutations";

// How far a delega reaches and until when, said anew by the datore.

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let posizione: string;
let datore: ReturnType<Awaited<ReturnType<typeof aViewer>>>;
let made = 0;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
});
afterAll(() => opened.close());
beforeEach(async () => {
  const chiave = `portata${"abcdefghijklmnopqrstuvwxyz"[made++]}`;
  posizione = await aPosizione(opened.owner, chiave, world.sede);
  datore = (await aViewer(opened.owner, chiave, { tipo: "datore" }))(posizione);
});

const delegaDi = (over: Record<string, unknown> = {}, holder: object = { personaDi: "bruno" }) =>
  aDelega(opened.owner, posizione, holder as never, over as never);
const eventi = async (delega: string) =>
  (await opened.owner`select evento, motivo from eventi_delega where delega_id = ${delega} order by id`).map(
    ({ evento, motivo }) => [evento, motivo].filter(Boolean).join(" "),
  );
const row = async (delega: string) =>
  (await opened.owner`select ambito, data_fine::text as al, stato from deleghe where id = ${delega}`)[0];
/** With which ambito bruno stands in the drawer, if at all. */
const aperto = async (contesto = world.chi.bruno(posizione)) =>
  (
    await onDay(
      opened.owner,
      contesto,
      OGGI,
      (tx) => tx`select ambito from apri_cassetto('panoramica', null, false)`,
    )
  )[0]?.ambito;

it("acts on the next request, is told by a row for each thing changed, and twice is once", async () => {
  const delega = await delegaDi();
  expect(await aperto()).toBe("operazioni");
  const nuovo = { ambito: "consultazione", al: "2026-12-31" } as const;
  for (let n = 0; n < 2; n += 1) expect(await changeDelega(datore, delega, nuovo)).toBe("ok");
  expect(await aperto()).toBe("consultazione");
  expect(await row(delega)).toEqual({ ...nuovo, stato: "attiva" });
  expect(await eventi(delega)).toEqual(["portata_cambiata consultazione", "fine_cambiata 2026-12-31"]);
  expect(await changeDelega(datore, delega, { ambito: "operazioni", al: null })).toBe("ok");
  expect(await aperto()).toBe("operazioni");
  expect(await eventi(delega)).toEqual([
    ...["portata_cambiata consultazione", "fine_cambiata 2026-12-31"],
    ...["portata_cambiata operazioni", "fine_cambiata"],
  ]);
  const [desk] = await opened.owner`select ambito, al from deleganti where delega_id = ${delega}`;
  expect(desk).toEqual({ ambito: "operazioni", al: null });
});

describe("the last day", () => {
  it.each([
    [{ data_inizio: "2026-01-01" }, OGGI, "ok"],
    [{ data_inizio: "2026-01-01" }, IERI, "fine_passata"],
    [{ data_inizio: addDays(OGGI, 5) }, addDays(OGGI, 5), "ok"],
    [{ data_inizio: addDays(OGGI, 5) }, addDays(OGGI, 4), "fine_passata"],
    [{ data_fine: OGGI }, null, "ok"],
    [{ data_fine: IERI }, null, "gia_chiusa"],
    [{ stato: "revocata" }, null, "gia_chiusa"],
    [{ titolo: "tutore" }, null, "per_provvedimento"],
  ])("of %j may be %s: %s", async (over, al, esito) => {
    const delega = await delegaDi(over);
    const prima = await row(delega);
    expect(await changeDelega(datore, delega, { ambito: "consultazione", al })).toBe(esito);
    expect(await row(delega)).toEqual(esito === "ok" ? { ...prima, ambito: "consultazione", al } : prima);
    if (esito !== "ok") expect(await eventi(delega)).toEqual([]);
  });

  it("stays as the archive says where it came from there", async () => {
    const delega = await delegaDi({
      ...{ identificativo: "A77", stato_archivio: "attiva", data_fine: "2027-03-01" },
    });
    expect(await changeDelega(datore, delega, { ambito: "consultazione", al: null })).toBe("ok");
    expect(await row(delega)).toEqual({ ambito: "consultazione", al: "2027-03-01", stato: "attiva" });
    expect(await eventi(delega)).toEqual(["portata_cambiata consultazione"]);
  });

  it.each([{ personaDi: "bruno" }, { studio: "S1" }])(
    "of %j comes before the first of the next",
    async (holder) => {
      const prima = await delegaDi({ data_fine: addDays(OGGI, 9) }, holder);
      const dopo = "studio" in holder ? { studio: "S2" } : { personaDi: "maria" };
      await delegaDi({ data_inizio: addDays(OGGI, 12) }, dopo);
      const fino = (days: number | null) =>
        changeDelega(datore, prima, {
          ambito: "operazioni",
          al: days === null ? null : addDays(OGGI, days),
        });
      expect([await fino(11), await fino(12), await fino(null)]).toEqual([
        "ok",
        "altra_delega",
        "altra_delega",
      ]);
    },
  );
});

it("against a revocation at the same moment there is one story, and no delega that was changed after its end", async () => {
  for (let round = 0; round < 10; round += 1) {
    const delega = await delegaDi({}, { studio: "S1" });
    const said = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        n === round
          ? revokeDelega(datore, delega, "")
          : changeDelega(datore, delega, { ambito: n % 2 ? "consultazione" : "operazioni", al: DOMANI }),
      ),
    );
    expect(said[round]).toBe("ok");
    expect(new Set(said.filter((_, n) => n !== round && said[n] !== "ok"))).toEqual(
      new Set(said.includes("gia_chiusa") ? ["gia_chiusa"] : []),
    );
    const story = await eventi(delega);
    expect(story.at(-1)).toBe("revocata");
    expect(story.filter((one) => one.startsWith("fine_cambiata")).length).toBeLessThanOrEqual(1);
    expect((await row(delega))?.stato).toBe("revocata");
  }
});
