import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aDelega,
  aPosizione,
  aWorld,
  codiceFiscaleOf,
  DOMANI,
  IERI,
  OGGI,
  openWorld,
  read,
  type World,
} from "@/db/mondo-di-prova";
import { countDeleganti, DELEGANTI_PER_PAGINA, listDeleganti, listDelegheAttive } from "./queries";

/** Every way a name can upset a search or a cursor; the first is the name of many. */
const NOMI = [
  ["Rossi", "Anna"],
  ["D'Amico", "Zoé"],
  ["Dell'Olio", "Łucja"],
  ["Àlvarez", "Núria"],
  ["100%", "Sicura"],
  ["Sotto_Linea", "Eva"],
  ["SottoXLinea", "Eva"],
  ["Ro", "ssi Bianca"],
  ['Apici" or 1=1 --', "Eva\\"],
] as const;
const DELEGANTI = 112;

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  for (let n = 0; n < DELEGANTI; n += 1) {
    const [cognome, nome] = NOMI[n % NOMI.length] ?? NOMI[0];
    const [many, few] = [
      { cognome: NOMI[0][0], nome: NOMI[0][1] },
      { cognome, nome },
    ];
    const key = `deleg${"abcdefghij"[n % 10]}${n}`;
    const posizione = await aPosizione(opened.owner, key, world.sede, n % 2 === 0 ? many : few);
    await aDelega(opened.owner, posizione, { studio: world.studio });
  }
});
afterAll(() => opened.close());

const search = (cerca: string, dopo: readonly string[] | null = null) =>
  read(world.chi.carla(), ({ viewer }) => listDeleganti(viewer, cerca, dopo));
const surnames = async (cerca: string) =>
  [...new Set((await search(cerca)).map((row) => row.cognome))].sort();

describe("listDeleganti", () => {
  it.each(["", "rossi", "'"])("page after page of %j shows each delegante once, by name", async (cerca) => {
    const found: string[] = [];
    let dopo: readonly string[] | null = null;
    for (;;) {
      const rows = await search(cerca, dopo);
      const page = rows.slice(0, DELEGANTI_PER_PAGINA);
      found.push(...page.map((row) => row.id));
      const last = page.at(-1);
      if (rows.length <= DELEGANTI_PER_PAGINA || !last) break;
      dopo = [last.cognome, last.nome, last.id];
    }
    const wanted = await opened.owner`
      select p.id from posizioni p join soggetti s using (codice_fiscale)
      where p.id in (select posizione_id from deleghe where intermediario_codice = ${world.studio})
        and position(${cerca} in lower(s.cognome || ' ' || s.nome)) > 0
      order by s.cognome collate "it-x-icu", s.nome collate "it-x-icu", p.id::text`;
    expect(found).toEqual(wanted.map((row) => row.id));
  });

  it.each([
    ["100%", ["100%"]],
    ["%", ["100%"]],
    ["_", ["Sotto_Linea"]],
    ["sotto_l", ["Sotto_Linea"]],
    ["d'amico", ["D'Amico"]],
    ["'", ["D'Amico", "Dell'Olio"]],
    ["ÀLVAREZ núria", ["Àlvarez"]],
    ["łucja", ["Dell'Olio"]],
    ["eva\\", ['Apici" or 1=1 --']],
    ["or 1=1 --", ['Apici" or 1=1 --']],
    ["anna rossi", ["Rossi"]],
    ["  ROSSI   ", ["Ro", "Rossi"].slice(1)],
    ["nessuno", []],
    ["rossi nessuno", []],
  ])("takes %j as plain text and finds %j", async (cerca, cognomi) => {
    expect(await surnames(cerca)).toEqual(cognomi);
  });

  it("finds a whole codice fiscale, in small letters too, and no part of one", async () => {
    const codiceFiscale = codiceFiscaleOf("dario");
    expect(await surnames(codiceFiscale)).toEqual(["dario"]);
    expect(await surnames(codiceFiscale.toLowerCase())).toEqual(["dario"]);
    expect(await surnames(codiceFiscale.slice(0, 15))).toEqual([]);
  });

  it("shows to each one's own: bruno anna only, nobody and an operatore none", async () => {
    const of = (contesto: Parameters<typeof read>[0]) =>
      read(contesto, async ({ viewer }) => [
        await countDeleganti(viewer),
        (await listDeleganti(viewer, "", null)).slice(0, 2).map((row) => row.cognome),
      ]);
    expect(await of(world.chi.bruno())).toEqual([1, ["anna"]]);
    expect(await of(world.chi.olga())).toEqual([0, []]);
    expect(await of({ sessione: null, posizione: null })).toEqual([0, []]);
    expect(await read(world.chi.carla(), ({ viewer }) => countDeleganti(viewer))).toBe(DELEGANTI + 1);
    expect(
      await read(world.chi.carla(), ({ viewer }) => listDeleganti(viewer, codiceFiscaleOf("anna"), null)),
    ).toEqual([]);
  });
});

describe("listDelegheAttive", () => {
  it("shows those in force, with whoever they are given to, to whoever may open the drawer", async () => {
    const { owner } = opened;
    const posizione = world.anna;
    await aDelega(owner, posizione, { studio: "S2" }, { data_inizio: IERI, data_fine: OGGI });
    await aDelega(owner, posizione, { personaDi: "sconosciuta" }, { data_inizio: OGGI });
    await aDelega(owner, posizione, { personaDi: "scaduta" }, { data_fine: IERI });
    await aDelega(owner, posizione, { personaDi: "futura" }, { data_inizio: DOMANI });
    await aDelega(owner, posizione, { personaDi: "revocata" }, { stato: "revocata" });
    const whom = (contesto: Parameters<typeof read>[0]) =>
      read(contesto, async ({ cassetto }) =>
        (await listDelegheAttive(cassetto, OGGI)).map(
          ({ delega, delegato, intermediario }) =>
            delegato?.cognome ?? intermediario?.denominazione ?? delega.delegatoCodiceFiscale,
        ),
      );
    const all = [codiceFiscaleOf("sconosciuta"), "Studio S2", "bruno"];
    expect((await whom(world.chi.anna(posizione))).sort()).toEqual(all);
    expect((await whom(world.chi.bruno(posizione))).sort()).toEqual(all);
    expect(await whom(world.chi.dario(posizione))).toEqual([]);
    expect(await whom(world.chi.carla(world.dario))).toEqual(["Studio S1"]);
  });
});
