import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anAppuntamento, anAttesa, anEsperto } from "@/db/mondo-appuntamenti";
import { aWorld, OGGI, openWorld, read, type World } from "@/db/mondo-di-prova";
import { listOrariLiberi, whyNessuno } from "./queries";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let olga: string;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  olga = await anEsperto(opened.owner, "olga", world.sede);
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.owner`delete from appuntamenti`;
});

type Who = Parameters<typeof read>[0];
const MEZZANOTTE = new Date("2026-10-04T22:00:00Z");

/** The free times of one day, by the clock in Rome. */
async function liberi(contesto: Who, giorno: string, over = {}): Promise<string[]> {
  const chiesto = { motivo: "rapporto_sospeso", modo: "in_persona" as const, oggi: OGGI, adesso: MEZZANOTTE };
  const found = await read(contesto, ({ viewer }) =>
    listOrariLiberi(viewer, { ...chiesto, sedi: [world.sede], ...over }),
  );
  return found
    .map(({ inizio }) =>
      new Date(inizio * 60_000).toLocaleString("sv-SE", { timeZone: "Europe/Rome" }).slice(0, 16),
    )
    .filter((testo) => testo.startsWith(giorno))
    .map((testo) => testo.slice(11));
}
const TUTTI = ["09:00", "09:30", "10:00", "10:30", "11:00", "11:30", "12:00", "12:30"];

describe("the free times of a sede", () => {
  it("are those of its agenda, by way, from the notice to the horizon", async () => {
    const anna = world.chi.anna(world.anna);
    expect(await liberi(anna, "2026-10-08")).toEqual(TUTTI);
    expect(await liberi(anna, "2026-10-08", { modo: "video" })).toEqual([]);
    expect(await liberi(anna, "2026-10-08", { sedi: [world.altraSede] })).toEqual([]);
    expect(await liberi(anna, "2026-10-08", { motivo: "inventato" })).toEqual([]);
    // A day's notice.
    const adesso = new Date("2026-10-07T08:30:00Z");
    expect(await liberi(anna, "2026-10-08", { adesso })).toEqual(TUTTI.slice(3));
    // Sixty days.
    expect(await liberi(anna, "2026-12-04")).toEqual(TUTTI);
    expect(await liberi(anna, "2026-12-05")).toEqual([]);
  });

  it("leave out what is taken, a hold of others while it lasts, and not one's own", async () => {
    const { anna, sede, chi } = world;
    const dove = { posizione: anna, sede, esperto: olga };
    await anAppuntamento(opened.owner, { ...dove, di: "anna" });
    expect(await liberi(chi.anna(anna), "2026-10-08")).toEqual([
      ...["09:20", "09:50", "10:20", "10:50", "11:20", "11:50", "12:20", "12:30"],
    ]);
    const hold = (scade_at: Date) =>
      anAppuntamento(
        opened.owner,
        { ...dove, di: "bruno" },
        {
          ...{ inizio_at: "2026-10-09T07:00:00Z", motivo_codice: "pagamento_doppio" },
          ...{ stato: "in_prenotazione", scade_at },
        },
      );
    await hold(new Date(Date.now() + 60_000));
    expect(await liberi(chi.dario(world.dario), "2026-10-09")).not.toContain("09:00");
    expect(await liberi(chi.bruno(anna), "2026-10-09")).toEqual(TUTTI);
    await opened.owner`update appuntamenti set scade_at = now() where stato = 'in_prenotazione'`;
    expect(await liberi(chi.dario(world.dario), "2026-10-09")).toEqual(TUTTI);
  });

  it("leave out what one holds from another drawer, and what is offered for another reason", async () => {
    const { anna, sede, chi } = world;
    const id = await anAppuntamento(
      opened.owner,
      { posizione: anna, sede, esperto: olga, di: "bruno" },
      { stato: "in_prenotazione", scade_at: new Date(Date.now() + 60_000) },
    );
    const bruno = chi.bruno(anna);
    expect(await liberi(bruno, "2026-10-08")).toContain("09:00");
    for (const posizione of [null, world.dario]) {
      expect(await liberi({ ...bruno, posizione }, "2026-10-08")).not.toContain("09:00");
    }
    const attesa = { stato: "offerta", appuntamento_id: id };
    await anAttesa(opened.owner, { posizione: anna, di: "bruno", sede }, attesa);
    expect(await liberi(bruno, "2026-10-08")).not.toContain("09:00");
    expect(await liberi(bruno, "2026-10-08", { offerta: id })).toContain("09:00");
    expect(await liberi(chi.anna(anna), "2026-10-08", { offerta: id })).not.toContain("09:00");
    await opened.owner`delete from attese`;
  });

  it("when there are none, for this reason: by now taken, nobody there, or nobody ever in this way", async () => {
    const { owner } = opened;
    const perche = (over: object) =>
      read(world.chi.anna(world.anna), ({ viewer }) =>
        whyNessuno(viewer, {
          ...{ motivo: "rapporto_sospeso", modo: "in_persona" as const, oggi: OGGI, adesso: MEZZANOTTE },
          ...{ sedi: [world.sede], ...over },
        }),
      );
    expect(await perche({})).toBe("tutti_presi");
    expect(await perche({ modo: "video" })).toBe("non_in_questo_modo");
    expect(await perche({ sedi: [world.altraSede] })).toBe("non_in_questo_modo");
    await owner`insert into assenze (sede_codice, esperto, inizio_at, fine_at)
      values (${world.sede}, null, '2026-10-01T00:00Z', '2026-12-05T00:00Z')`;
    expect(await perche({})).toBe("non_si_riceve");
    await owner`delete from assenze`;
  });

  it("leave out assenze of the esperto and of all, holidays, and the patron saint", async () => {
    const { owner } = opened;
    const anna = world.chi.anna(world.anna);
    await owner`insert into assenze (sede_codice, esperto, inizio_at, fine_at) values
      (${world.sede}, ${olga}, '2026-10-12T07:00Z', '2026-10-12T09:00Z'),
      (${world.sede}, null, '2026-10-13T00:00Z', '2026-10-14T00:00Z')`;
    await owner`insert into patroni (sede_codice, mese, giorno, nome) values (${world.sede}, 10, 14, 'San Callisto')`;
    expect(await liberi(anna, "2026-10-12")).toEqual(TUTTI.slice(4));
    expect(await liberi(anna, "2026-10-13")).toEqual([]);
    expect(await liberi(anna, "2026-10-14")).toEqual([]);
    expect(await liberi(anna, "2026-10-15")).toEqual(TUTTI);
    // Ognissanti.
    expect(await liberi(anna, "2026-11-01")).toEqual([]);
  });

  it("are not those of an agenda whose esperto is one no more", async () => {
    await opened.owner`update profili set esperto = false where utente_id = ${olga}`;
    expect(await liberi(world.chi.anna(world.anna), "2026-10-08")).toEqual([]);
    await opened.owner`update profili set esperto = true where utente_id = ${olga}`;
  });

  it("are told to whoever has a session, and nobody else learns what is taken", async () => {
    await anAppuntamento(opened.owner, {
      posizione: world.anna,
      sede: world.sede,
      esperto: olga,
      di: "anna",
    });
    expect(await liberi(world.chi.nora(), "2026-10-08")).toHaveLength(8);
    expect(await liberi({ sessione: null, posizione: null }, "2026-10-08")).toEqual([]);
  });
});
