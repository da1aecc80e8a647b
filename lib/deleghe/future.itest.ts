import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aPersona, aProposta, onDay } from "@/db/mondo-deleghe";
import {
  aDelega,
  anIntermediario,
  aPosizione,
  aViewer,
  aWorld,
  DOMANI,
  OGGI,
  openWorld,
  read,
  type World,
} from "@/db/mondo-di-prova";
import { decideProposta, renounceDelegaFutura, revokeDelega } from "./mutations";
import { listDelegheFuture } from "./queries";

// What is accepted today and begins later: whom it is shown to, and what becomes of who was to make room for it.

const [TRA_DIECI, IL_GIORNO_PRIMA, TRA_VENTI] = ["2026-10-15", "2026-10-14", "2026-10-25"] as const;

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let titolari: Record<string, Awaited<ReturnType<typeof aViewer>>>;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  titolari = {};
  for (const [codice, chiave] of [
    ["F1", "prima"],
    ["F2", "seconda"],
    ["F3", "terza"],
  ] as const) {
    await anIntermediario(opened.owner, codice);
    titolari[codice] = await aPersona(opened.owner, chiave, { tipo: "intermediario", studio: codice });
  }
});
afterAll(() => opened.close());

let made = 0;
async function aDatore() {
  const chiave = `futura${"abcdefghijklmnop"[made++]}`;
  const posizione = await aPosizione(opened.owner, chiave, world.sede);
  const contesto = (await aViewer(opened.owner, chiave, { tipo: "datore" }))(posizione);
  return { chiave, posizione, contesto };
}
const accepts = async (codice: string, datore: string, data_inizio: string) => {
  const id = await aProposta(opened.owner, { datore, studio: codice }, { data_inizio });
  expect(await decideProposta(titolari[codice]?.() as never, id, true)).toBe("ok");
  return id;
};
const held = async (posizione: string) =>
  (
    await opened.owner`select coalesce(intermediario_codice, 'persona') as chi, stato, ultimo_giorno::text as ultimo,
      fine::text as fine from deleghe where posizione_id = ${posizione} order by data_inizio`
  ).map(({ chi, stato, ultimo, fine }) => [chi, stato, ultimo, fine]);
const story = async (id: string) =>
  (await opened.owner`select evento, chi from eventi_delega where delega_id = ${id} order by id`).map(
    ({ evento, chi }) => `${evento}${chi ? "" : " di nessuno"}`,
  );
const desk = async (codice: string) =>
  (await opened.owner`select al::text as al from deleganti where delegato = ${`i:${codice}`}`).map(
    ({ al }) => al,
  );

describe("an intermediario who was to be replaced", () => {
  it.each(["revoked by the datore", "renounced"])(
    "goes on when the new delega is %s before it begins",
    async (how) => {
      const { chiave, posizione, contesto } = await aDatore();
      const prima = await aDelega(opened.owner, posizione, { studio: "F1" });
      const nuova = await accepts("F2", chiave, TRA_DIECI);
      expect(await held(posizione)).toEqual([
        ["F1", "attiva", IL_GIORNO_PRIMA, IL_GIORNO_PRIMA],
        ["F2", "attiva", null, null],
      ]);
      const said =
        how === "renounced"
          ? await renounceDelegaFutura(titolari.F2?.() as never, nuova, "")
          : await revokeDelega(contesto, nuova, "");
      expect(said).toBe("ok");
      expect(await held(posizione)).toEqual([
        ["F1", "attiva", null, null],
        ["F2", "revocata", null, null],
      ]);
      expect(await story(prima)).toEqual(["sostituita di nessuno", "ripristinata di nessuno"]);
      expect(await desk("F1")).toContain(null);
      await revokeDelega(contesto, prima, "");
    },
  );

  it("goes on until the next one, when there is another after it", async () => {
    const { chiave, posizione, contesto } = await aDatore();
    await aDelega(opened.owner, posizione, { studio: "F1" });
    const seconda = await accepts("F2", chiave, TRA_DIECI);
    const terza = await accepts("F3", chiave, TRA_VENTI);
    expect(await revokeDelega(contesto, seconda, "")).toBe("ok");
    expect(await held(posizione)).toEqual([
      ["F1", "attiva", "2026-10-24", "2026-10-24"],
      ["F2", "revocata", "2026-10-24", "2026-10-24"],
      ["F3", "attiva", null, null],
    ]);
    expect(await revokeDelega(contesto, terza, "")).toBe("ok");
    expect((await held(posizione))[0]).toEqual(["F1", "attiva", null, null]);
  });

  it("keeps the end that was its own, or the archive's", async () => {
    for (const [data_fine, archivio] of [
      [IL_GIORNO_PRIMA, {}],
      ["2026-10-20", {}],
      ["2026-10-20", { identificativo: "AF1", stato_archivio: "attiva" }],
    ] as const) {
      const { chiave, posizione, contesto } = await aDatore();
      await aDelega(opened.owner, posizione, { studio: "F1" }, { data_fine, ...archivio });
      const nuova = await accepts("F2", chiave, TRA_DIECI);
      expect(await revokeDelega(contesto, nuova, "")).toBe("ok");
      expect((await held(posizione))[0]).toEqual(["F1", "attiva", null, data_fine]);
    }
  });

  it("is not called back by the end of a delega that had begun, nor once ended itself", async () => {
    const { chiave, posizione, contesto } = await aDatore();
    const prima = await aDelega(opened.owner, posizione, { studio: "F1" });
    const nuova = await accepts("F2", chiave, TRA_DIECI);
    await onDay(opened.owner, contesto, TRA_DIECI, async (tx) => {
      const [row] = await tx`select chiudi_delega(${nuova}, 'revocata', null) as esito`;
      expect(row?.esito).toBe("ok");
    });
    expect((await held(posizione))[0]).toEqual(["F1", "attiva", IL_GIORNO_PRIMA, IL_GIORNO_PRIMA]);
    const poi = await aDatore();
    const sua = await aDelega(opened.owner, poi.posizione, { studio: "F1" });
    const altra = await accepts("F2", poi.chiave, TRA_DIECI);
    expect(await revokeDelega(poi.contesto, sua, "")).toBe("ok");
    expect(await revokeDelega(poi.contesto, altra, "")).toBe("ok");
    expect((await held(poi.posizione))[0]).toEqual(["F1", "revocata", IL_GIORNO_PRIMA, IL_GIORNO_PRIMA]);
    expect(await story(prima)).toEqual(["sostituita di nessuno"]);
  });
});

describe("a delega that has not begun", () => {
  it("is shown to who will hold it, as a person or as a studio, until its first day and to nobody else", async () => {
    const { owner } = opened;
    const { posizione } = await aDatore();
    const dello = await aDelega(
      owner,
      posizione,
      { studio: "S1" },
      { data_inizio: DOMANI, data_fine: TRA_DIECI },
    );
    const della = await aDelega(owner, posizione, { personaDi: "bruno" }, { data_inizio: DOMANI });
    await aDelega(owner, posizione, { personaDi: "carla" }, { data_inizio: DOMANI, stato: "revocata" });
    const seen = (contesto: Parameters<typeof read>[0], a: "persona" | "studio") =>
      read(contesto, async ({ viewer }) => (await listDelegheFuture(viewer, a)).map(({ id }) => id));
    const { carla, bruno, anna, dario, nora } = world.chi;
    expect(await seen(carla(), "studio")).toEqual([dello]);
    expect(await seen(carla(), "persona")).toEqual([]);
    expect(await seen(bruno(), "persona")).toEqual([della]);
    for (const stranger of [anna(), dario(posizione), nora(), titolari.F1?.() as never]) {
      expect(await seen(stranger, "persona")).toEqual([]);
      expect(await seen(stranger, "studio")).toEqual([]);
    }
    const [row] = await read(carla(), ({ viewer }) => listDelegheFuture(viewer, "studio"));
    expect(row).toMatchObject({ dal: DOMANI, al: TRA_DIECI, ambito: "operazioni", titolo: "volontaria" });
    const [later] = await onDay(
      owner,
      bruno(),
      DOMANI,
      (tx) => tx`select count(*)::int as n from deleghe_future(false)`,
    );
    expect(later?.n).toBe(0);
  });

  it("is given up by who will hold it once, and not from its first day on", async () => {
    const { posizione } = await aDatore();
    const id = await aDelega(opened.owner, posizione, { personaDi: "bruno" }, { data_inizio: DOMANI });
    const bruno = world.chi.bruno();
    const [onItsDay] = await onDay(
      opened.owner,
      bruno,
      DOMANI,
      (tx) => tx`select rinuncia_delega_futura(${id}, null) as esito`,
    );
    expect(onItsDay?.esito).toBe("non_trovata");
    expect(await renounceDelegaFutura(bruno, id, "Parto")).toBe("ok");
    expect(await renounceDelegaFutura(bruno, id, "")).toBe("gia_chiusa");
    const [event] = await opened.owner`select evento, motivo from eventi_delega where delega_id = ${id}`;
    expect(event).toEqual({ evento: "rinunciata", motivo: "Parto" });
  });
});

it("an acceptance said again is answered by what became of the delega", async () => {
  const { chiave, contesto } = await aDatore();
  const id = await accepts("F1", chiave, OGGI);
  const again = () => decideProposta(titolari.F1?.() as never, id, true);
  expect(await again()).toBe("ok");
  expect(await revokeDelega(contesto, id, "")).toBe("ok");
  expect(await again()).toBe("gia_chiusa");
  const [expired, ended] = [await aDatore(), await aDatore()];
  const scaduta = await accepts("F1", expired.chiave, OGGI);
  await opened.owner`update deleghe set data_inizio = '2026-01-01', data_fine = '2026-02-01' where id = ${scaduta}`;
  expect(await decideProposta(titolari.F1?.() as never, scaduta, true)).toBe("gia_chiusa");
  const futura = await accepts("F1", ended.chiave, TRA_DIECI);
  expect(await decideProposta(titolari.F1?.() as never, futura, true)).toBe("ok");
});
