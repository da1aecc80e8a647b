import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anAppuntamento, anEsperto } from "@/db/mondo-appuntamenti";
import { aViewer, aWorld, OGGI, openWorld, read, type World } from "@/db/mondo-di-prova";
import { utenteDi } from "@/db/mondo-quesiti";
import { readAgenda } from "../queries";
import type { Cambio, NuovaRegola } from "./mutations";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let cambi: typeof import("./mutations");
let olga: string;
let gigi: Awaited<ReturnType<typeof aViewer>>;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  cambi = await import("./mutations");
  await opened.owner`update soggetti set email = lower(codice_fiscale) || '@posta.example'`;
  gigi = await aViewer(opened.owner, "gigi", { tipo: "responsabile", sede: world.altraSede });
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.owner`truncate disponibilita, assenze, patroni, posta`;
  await opened.owner`alter table eventi_appuntamento disable trigger user`;
  await opened.owner`delete from eventi_appuntamento`;
  await opened.owner`alter table eventi_appuntamento enable trigger user`;
  await opened.owner`delete from appuntamenti`;
  olga = await anEsperto(opened.owner, "olga", world.sede);
});

const change = (chi: Parameters<typeof read>[0], cambio: Cambio, visti: string | null = null) =>
  cambi.changeAgenda(chi, cambio, visti, OGGI);
const regola = (over: Partial<NuovaRegola> = {}): NuovaRegola => ({
  ...{ esperto: olga, giorno: 4, dalle: "14:00", alle: "16:00", ogniSettimane: 1 },
  ...{ dal: OGGI, al: null, modi: ["video"], ...over },
});
const assenza = (inizio: string, fine: string, esperto: string | null = olga): Cambio => ({
  ...{ tipo: "assenta", esperto, motivo: "Corso" },
  ...{ inizioAt: new Date(inizio), fineAt: new Date(fine) },
});
const quante = async (tabella: string) =>
  (await opened.owner`select count(*)::int as n from ${opened.owner(tabella)}`)[0]?.n as number;
/** anna's, on 8 October 2026, a Thursday, from nine to twenty past. */
const daAnna = (over = {}) =>
  anAppuntamento(opened.owner, { posizione: world.anna, di: "anna", sede: world.sede, esperto: olga }, over);
const idOf = async (giorno: number) =>
  (await opened.owner`select id from disponibilita where giorno = ${giorno}`)[0]?.id as string;

describe("who may change an agenda", () => {
  it("an esperto their own, a responsabile everybody's of the sede", async () => {
    expect(await change(world.chi.olga(), { tipo: "apri", regola: regola() })).toEqual({
      esito: "ok",
      avvisati: 0,
      restano: 0,
    });
    const renzo = world.chi.renzo();
    expect((await change(renzo, { tipo: "apri", regola: regola({ giorno: 5 }) })).esito).toBe("ok");
    expect((await change(renzo, assenza("2026-11-02T00:00Z", "2026-11-03T00:00Z", null))).esito).toBe("ok");
    const nome = { tipo: "patrono", patrono: { mese: 6, giorno: 24, nome: "San Giovanni" } } as const;
    expect((await change(renzo, nome)).esito).toBe("ok");
    expect((await change(renzo, { ...nome, patrono: { ...nome.patrono, giorno: 25 } })).esito).toBe("ok");
    const dati = await read(world.chi.olga(), ({ viewer }) => readAgenda(viewer, OGGI, "2026-12-31"));
    expect(dati.patrono).toEqual({ mese: 6, giorno: 25, nome: "San Giovanni" });
    expect([dati.regole.length, dati.assenze.length]).toEqual([9, 1]);
    expect((await change(renzo, { tipo: "senza_patrono" })).esito).toBe("ok");
    expect((await change(renzo, { tipo: "senza_patrono" })).esito).toBe("non_trovata");
  });

  it("nobody else anything: strangers, another sede, who is no esperto, who is no longer one", async () => {
    const [piero, furio] = [
      await aViewer(opened.owner, "piero", { tipo: "operatore", sede: world.sede }),
      await aViewer(opened.owner, "ex", { tipo: "operatore", sede: world.sede }),
    ];
    const ex = await anEsperto(opened.owner, "ex", world.sede);
    await opened.owner`update profili set esperto = false where utente_id = ${ex}`;
    const domenica = await idOf(7);
    await opened.owner`insert into assenze (sede_codice, esperto, inizio_at, fine_at)
      values (${world.sede}, ${olga}, '2026-11-12T00:00Z', '2026-11-13T00:00Z')`;
    const [via] = await opened.owner`select id from assenze`;
    const prima = JSON.stringify(await opened.owner`select * from disponibilita order by id`);
    const { anna, nora } = { anna: world.chi.anna(world.anna), nora: world.chi.nora() };
    for (const chi of [anna, nora, gigi(), piero(), furio(), { sessione: null, posizione: null }]) {
      for (const cambio of [
        { tipo: "apri", regola: regola() },
        { tipo: "cambia", id: domenica, regola: regola() },
        { tipo: "termina", id: domenica, al: "2026-12-31" },
        { tipo: "togli", id: domenica },
        { tipo: "torna", id: via?.id },
        { tipo: "patrono", patrono: { mese: 6, giorno: 24, nome: "San Giovanni" } },
        assenza("2026-11-02T00:00Z", "2026-11-03T00:00Z"),
        assenza("2026-11-02T00:00Z", "2026-11-03T00:00Z", null),
      ] as Cambio[]) {
        // gigi is the responsabile of a sede of his own, and may shut that.
        if (chi.sessione === gigi().sessione && (cambio.tipo === "patrono" || isDiTutti(cambio))) continue;
        expect(["non_consentito", "non_trovata"]).toContain((await change(chi, cambio)).esito);
      }
    }
    // A former esperto has rows, and may not touch them.
    const [sua] = await opened.owner`select id from disponibilita where esperto = ${ex} limit 1`;
    expect((await change(furio(), { tipo: "togli", id: sua?.id })).esito).toBe("non_trovata");
    expect((await change(furio(), assenza("2026-11-02T00:00Z", "2026-11-03T00:00Z", ex))).esito).toBe(
      "non_consentito",
    );
    expect(JSON.stringify(await opened.owner`select * from disponibilita order by id`)).toBe(prima);
    expect([await quante("assenze"), await quante("patroni")]).toEqual([1, 0]);
  });

  it("an esperto nobody's but their own: no colleague's, not the whole sede, not the saint", async () => {
    const renzo = await utenteDi(opened.owner, "renzo");
    const chi = world.chi.olga();
    expect((await change(chi, { tipo: "apri", regola: regola({ esperto: renzo }) })).esito).toBe(
      "non_consentito",
    );
    expect((await change(chi, assenza("2026-11-02T00:00Z", "2026-11-03T00:00Z", null))).esito).toBe(
      "non_consentito",
    );
    expect((await change(chi, { tipo: "patrono", patrono: { mese: 1, giorno: 2, nome: "Uno" } })).esito).toBe(
      "non_consentito",
    );
  });
});

const isDiTutti = (cambio: Cambio) => cambio.tipo === "assenta" && cambio.esperto === null;

describe("whoever waits", () => {
  const nellaCoda = async () =>
    (await opened.owner`select from graphile_worker.jobs where key = 'attese'`).length === 1;
  const sleeps = () => opened.owner`select graphile_worker.remove_job('attese')`;

  it("is looked after as soon as the agenda has more time, and not when nothing changed", async () => {
    await sleeps();
    expect((await change(world.chi.olga(), { tipo: "apri", regola: regola() })).esito).toBe("ok");
    expect(await nellaCoda()).toBe(true);
    expect((await change(world.chi.olga(), assenza("2026-11-02T00:00Z", "2026-11-03T00:00Z"))).esito).toBe(
      "ok",
    );
    await sleeps();
    const [via] = await opened.owner`select id from assenze`;
    expect((await change(world.chi.olga(), { tipo: "torna", id: via?.id })).esito).toBe("ok");
    expect(await nellaCoda()).toBe(true);

    await sleeps();
    await daAnna();
    expect((await change(world.chi.olga(), assenza("2026-10-08T00:00Z", "2026-10-09T00:00Z"))).esito).toBe(
      "colpiti",
    );
    expect(await nellaCoda()).toBe(false);
  });
});

describe("openings", () => {
  it("of one esperto do not overlap, and end no earlier than they begin", async () => {
    const chi = world.chi.olga();
    const sopra = regola({ dalle: "12:59" });
    expect((await change(chi, { tipo: "apri", regola: sopra })).esito).toBe("sovrapposta");
    expect((await change(chi, { tipo: "apri", regola: regola({ dalle: "13:00" }) })).esito).toBe("ok");
    const id = await idOf(5);
    const { esperto: _, ...piuLunga } = regola({ giorno: 5, dalle: "08:00", alle: "13:30" });
    expect((await change(chi, { tipo: "cambia", id, regola: piuLunga })).esito).toBe("ok");
    expect((await change(chi, { tipo: "cambia", id, regola: { ...piuLunga, giorno: 4 } })).esito).toBe(
      "sovrapposta",
    );
    expect((await change(chi, { tipo: "termina", id, al: "2026-10-04" })).esito).toBe("date");
    expect((await change(chi, { tipo: "termina", id, al: "2026-10-05" })).esito).toBe("ok");
    expect((await change(chi, { tipo: "togli", id: randomUUID() })).esito).toBe("non_trovata");
  });
});

describe("a change that hits appuntamenti", () => {
  it("names them with times to propose, changes nothing, and then does both at once", async () => {
    const id = await daAnna();
    const cambio = assenza("2026-10-08T07:19Z", "2026-10-09T22:00Z");
    const shown = await change(world.chi.olga(), cambio);
    if (shown.esito !== "colpiti") throw new Error(shown.esito);
    expect(shown.colpiti).toMatchObject([{ id, datoreNome: "Datore" }]);
    // Two days away: the first day on which there is time is the tenth.
    const proposte = shown.colpiti[0]?.proposte.map(({ inizio }) => new Date(inizio * 60_000).toISOString());
    expect(proposte).toHaveLength(3);
    expect(proposte?.every((quando) => quando < "2026-10-08T07:19" || quando > "2026-10-09T22:00")).toBe(
      true,
    );
    expect([await quante("assenze"), await quante("posta")]).toEqual([0, 0]);

    // Somebody books meanwhile: what was shown is no longer all.
    const altro = await anAppuntamento(
      opened.owner,
      { posizione: world.dario, di: "dario", sede: world.sede, esperto: olga },
      { inizio_at: "2026-10-09T07:00:00Z" },
    );
    const again = await change(world.chi.olga(), cambio, shown.visti);
    if (again.esito !== "colpiti") throw new Error(again.esito);
    expect(again.colpiti.map((colpito) => colpito.id)).toEqual([id, altro]);
    expect(await quante("assenze")).toBe(0);

    expect(await change(world.chi.olga(), cambio, again.visti)).toEqual({
      esito: "ok",
      avvisati: 2,
      restano: 0,
    });
    const rows = await opened.owner`select da_spostare_at is not null as da_spostare from appuntamenti`;
    expect(rows).toEqual([{ da_spostare: true }, { da_spostare: true }]);
    const eventi = await opened.owner`select evento, dettaglio from eventi_appuntamento order by id`;
    expect(eventi.map(({ evento, dettaglio }) => dettaglio ?? evento)).toEqual([
      ...["da_spostare", "appuntamento_da_spostare", "da_spostare", "appuntamento_da_spostare"],
    ]);
    // Told once, they are not named again by the next change.
    expect(await change(world.chi.olga(), assenza("2026-10-08T07:00Z", "2026-10-08T12:00Z"))).toEqual({
      esito: "ok",
      avvisati: 0,
      restano: 0,
    });
  });

  it("that is taken back lets those stand that had to move, tells who has them, and reminds them again", async () => {
    const { owner } = opened;
    const id = await daAnna();
    const altro = await anAppuntamento(
      owner,
      { posizione: world.dario, di: "dario", sede: world.sede, esperto: olga },
      { inizio_at: "2026-10-09T07:00:00Z" },
    );
    const uno = assenza("2026-10-08T00:00Z", "2026-10-10T00:00Z");
    const shown = await change(world.chi.olga(), uno);
    if (shown.esito !== "colpiti") throw new Error(shown.esito);
    expect((await change(world.chi.olga(), uno, shown.visti)).esito).toBe("ok");
    const anche = assenza("2026-10-09T06:00Z", "2026-10-09T08:00Z", null);
    expect(await change(world.chi.renzo(), anche)).toEqual({ esito: "ok", avvisati: 0, restano: 0 });
    await owner`delete from posta`;
    await owner`select graphile_worker.remove_job(${`promemoria ${id}`})`;

    // The other is still under the assenza of the whole sede.
    const [via] = await owner`select id from assenze where esperto = ${olga}`;
    expect(await change(world.chi.olga(), { tipo: "torna", id: via?.id })).toEqual({
      ...{ esito: "ok", avvisati: 0, restano: 1 },
    });
    const rows = await owner`select id from appuntamenti where da_spostare_at is not null`;
    expect(rows).toEqual([{ id: altro }]);
    expect(await owner`select modello, appuntamento_id from posta`).toEqual([
      { modello: "appuntamento_resta", appuntamento_id: id },
    ]);
    const eventi =
      await owner`select evento from eventi_appuntamento where appuntamento_id = ${id} order by id`;
    expect(eventi.map(({ evento }) => evento)).toEqual(["da_spostare", "avvisato", "resta", "avvisato"]);
    const [lavoro] = await owner`select run_at from graphile_worker.jobs where key = ${`promemoria ${id}`}`;
    expect(lavoro).toEqual({ run_at: new Date("2026-10-06T07:00:00Z") });
    expect(await change(world.chi.olga(), { tipo: "apri", regola: regola() })).toMatchObject({ restano: 0 });
  });

  it("by a way withdrawn, an opening ended, shortened or removed, or the saint's day", async () => {
    await daAnna();
    const giovedi = await idOf(4);
    const { esperto: _, ...nuova } = regola({ dalle: "09:00", alle: "13:00", modi: ["telefono"] });
    const renzo = world.chi.renzo();
    for (const cambio of [
      { tipo: "cambia", id: giovedi, regola: nuova },
      { tipo: "cambia", id: giovedi, regola: { ...nuova, modi: ["in_persona"], alle: "09:19" } },
      { tipo: "termina", id: giovedi, al: "2026-10-07" },
      { tipo: "togli", id: giovedi },
      { tipo: "patrono", patrono: { mese: 10, giorno: 8, nome: "San Simeone" } },
    ] as Cambio[]) {
      expect((await change(renzo, cambio)).esito, cambio.tipo).toBe("colpiti");
    }
    expect((await change(renzo, { tipo: "termina", id: giovedi, al: "2026-10-08" })).esito).toBe("ok");
    expect([await quante("disponibilita"), await quante("patroni")]).toEqual([7, 0]);
  });
});
