import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aStudioAtWork, type Studio } from "@/db/mondo-deleghe";
import {
  aDelega,
  aPosizione,
  aSoggetto,
  aViewer,
  aWorld,
  codiceFiscaleOf,
  openWorld,
  read,
  type World,
} from "@/db/mondo-di-prova";
import {
  assignGruppo,
  createGruppo,
  decideNomina,
  deleteGruppo,
  nominateSubAbilitato,
  revokeNomina,
} from "./mutations";
import {
  getStatoNomina,
  INTERMEDIARI_MASSIMI,
  isNominaInAttesa,
  listAttivita,
  listGruppi,
  listNomineDellaPersona,
  listNomineDelloStudio,
  searchIntermediari,
} from "./queries";

let world: World;
let studio: Studio;
let opened: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  studio = await aStudioAtWork(opened.owner, world);
});
afterAll(() => opened.close());
type Who = Parameters<typeof read>[0];
const NEGATO = { cause: { code: "42501" } };

it("what was done in the studio's name is the titolare's to see, that of other studios not", async () => {
  const seen = (contesto: Who) =>
    read(contesto, async ({ viewer }) =>
      (await listAttivita(viewer, null))
        .filter(({ cosa }) => !cosa.startsWith("studio_"))
        .map(({ chi, cognome }) => [chi, cognome]),
    );
  expect(await seen(world.chi.carla())).toEqual([["carla", "dario"]]);
  for (const stranger of [studio.vito(), world.chi.dario(), world.chi.bruno()])
    expect(await seen(stranger)).toEqual([]);
});

describe("groups", () => {
  const inGroups = async () =>
    (await opened.owner`select posizione_id, gruppo_id from gruppi_deleganti order by 1`).map(
      (row) => row.gruppo_id,
    );
  let fiera: string;
  beforeEach(async () => {
    const { owner } = opened;
    await owner`delete from gruppi_deleganti`;
    await owner`delete from gruppi where nome = 'Fiera'`;
    expect(await createGruppo(world.chi.carla(), "S1", "Fiera")).toBe(true);
    fiera = (await owner`select id from gruppi where nome = 'Fiera'`)[0]?.id;
  });

  it("are made by the titolare, one of a name in a studio", async () => {
    expect(await createGruppo(world.chi.carla(), "S1", "Fiera")).toBe(false);
    expect(await createGruppo(studio.vito(), "S2", "Fiera")).toBe(true);
    const names = (contesto: Who) =>
      read(contesto, async ({ viewer }) => (await listGruppi(viewer)).map(({ nome }) => nome));
    expect(await names(studio.silvia())).toEqual(["Fiera", "Urgenti"]);
    expect(await names(studio.vito())).toEqual(["Altri", "Fiera"]);
    expect(await names(studio.ugo())).toEqual([]);
  });

  it("hold the studio's deleganti, one group each, until they are taken out", async () => {
    const [carla] = [world.chi.carla()];
    await assignGruppo(carla, "S1", [world.dario], studio.gruppo);
    await assignGruppo(carla, "S1", [world.dario], fiera);
    expect(await inGroups()).toEqual([fiera]);
    await assignGruppo(carla, "S1", [world.dario], null);
    expect(await inGroups()).toEqual([]);
  });

  it("take no drawer of others, no group of others, and nothing from who is not the titolare", async () => {
    const { chi, anna, dario } = world;
    const { silvia, ugo, vito, gruppo, altrui } = studio;
    expect(await assignGruppo(chi.carla(), "S1", [anna], gruppo)).toBe(false);
    expect(await assignGruppo(chi.carla(), "S1", [dario], altrui)).toBe(false);
    expect(await assignGruppo(chi.carla(), "S2", [dario], altrui)).toBe(false);
    expect(await assignGruppo(vito(), "S2", [dario], altrui)).toBe(false);
    await expect(assignGruppo(silvia(), "S1", [dario], gruppo)).rejects.toMatchObject(NEGATO);
    for (const stranger of [ugo(), vito(), chi.bruno(), chi.nora()]) {
      expect(await assignGruppo(stranger, "S1", [dario], gruppo)).toBe(false);
    }
    for (const stranger of [silvia(), ugo(), vito(), chi.bruno(), chi.nora()]) {
      await expect(createGruppo(stranger, "S1", "Intrusi")).rejects.toMatchObject(NEGATO);
    }
    expect(await inGroups()).toEqual([]);

    // A page that is older than a revocation: what is still the studio's is assigned, the rest left out.
    expect(await assignGruppo(chi.carla(), "S1", [dario, anna], gruppo)).toBe(true);
    for (const stranger of [silvia(), ugo(), vito(), chi.bruno()]) {
      await assignGruppo(stranger, "S1", [dario], null);
      await deleteGruppo(stranger, gruppo);
    }
    expect(await inGroups()).toEqual([gruppo]);
  });

  it("leave their deleganti where they are when they go", async () => {
    const own = await aPosizione(opened.owner, `gruppo${"abc"[0]}`, world.sede);
    await aDelega(opened.owner, own, { studio: "S1" });
    await assignGruppo(world.chi.carla(), "S1", [world.dario, own], fiera);
    await deleteGruppo(world.chi.carla(), fiera);
    expect(await inGroups()).toEqual([]);
    expect(await opened.owner`select from deleganti where delegato = 'i:S1'`).toHaveLength(2);
    expect(
      await opened.owner`select from deleghe where intermediario_codice = 'S1' and stato = 'attiva'`,
    ).toHaveLength(2);
  });
});

describe("a nomina", () => {
  const maria = () => codiceFiscaleOf("maria");

  it("says the same of who exists and who does not, and is answered once", async () => {
    const { chi } = world;
    expect(await nominateSubAbilitato(chi.carla(), maria())).toBe("ok");
    expect(await nominateSubAbilitato(chi.carla(), codiceFiscaleOf("inventata"))).toBe("ok");
    expect(await nominateSubAbilitato(chi.carla(), maria())).toBe("gia_nominato");
    expect(await nominateSubAbilitato(chi.carla(), codiceFiscaleOf("carla"))).toBe("te_stesso");
    expect(await decideNomina(chi.bruno(), "S1", false)).toBe("ok");
    expect(await decideNomina(chi.bruno(), "S1", false)).toBe("ok");
    expect(await decideNomina(chi.bruno(), "S1", true)).toBe("gia_decisa");
    expect(await decideNomina(chi.bruno(), "S2", true)).toBe("non_trovata");
    expect(await nominateSubAbilitato(chi.carla(), codiceFiscaleOf("bruno"))).toBe("ok");
  });

  it("makes a sub-abilitato of who accepts it, and no more when it is taken back", async () => {
    const { chi } = world;
    const studi = () =>
      opened.owner`select p.ruolo from profili p join utenti u on u.id = p.utente_id
        where u.codice_fiscale = ${codiceFiscaleOf("bruno")} and p.tipo = 'intermediario'`;
    const inAttesa = (who: Who) =>
      read(who, ({ viewer }) => isNominaInAttesa(viewer, codiceFiscaleOf("bruno")));
    expect(await inAttesa(chi.carla())).toBe(true);
    expect(await inAttesa(studio.vito()), "of another studio").toBe(false);
    expect(await decideNomina(chi.bruno(), "S1", true)).toBe("ok");
    expect(await inAttesa(chi.carla())).toBe(false);
    const stato = (who: Who) => read(who, ({ viewer }) => getStatoNomina(viewer, "S1"));
    expect(await stato(chi.bruno())).toBe("attiva");
    expect(await stato(chi.dario()), "who was not named").toBeUndefined();
    expect(await studi()).toEqual([{ ruolo: "sub_abilitato" }]);
    expect(await revokeNomina(studio.vito(), codiceFiscaleOf("bruno"))).toBe("non_trovata");
    expect(await revokeNomina(chi.carla(), codiceFiscaleOf("bruno"))).toBe("ok");
    expect(await studi()).toEqual([]);
    expect(await revokeNomina(chi.carla(), codiceFiscaleOf("bruno"))).toBe("non_trovata");
  });

  it("tells the titolare the name of who accepts, not of who refuses, and asks at most 50 people a day", async () => {
    const sonia = await aViewer(opened.owner, "sonia", { tipo: "datore" });
    await aSoggetto(opened.owner, "sonia", { nome: "Sonia", cognome: "Neri" });
    const named = async () => {
      const [row] =
        await opened.owner`select nome from nomine where codice_fiscale = ${codiceFiscaleOf("sonia")}`;
      return row?.nome;
    };
    expect(await nominateSubAbilitato(world.chi.carla(), codiceFiscaleOf("sonia"))).toBe("ok");
    expect(await decideNomina(sonia(), "S1", false)).toBe("ok");
    expect(await named()).toBeNull();
    expect(await nominateSubAbilitato(world.chi.carla(), codiceFiscaleOf("sonia"))).toBe("ok");
    expect(await decideNomina(sonia(), "S1", true)).toBe("ok");
    expect(await named()).toBe("Sonia Neri");
    expect(await revokeNomina(world.chi.carla(), codiceFiscaleOf("sonia"))).toBe("ok");

    await opened.owner`update nomine set nominato_at = now() - interval '1 day 1 minute'`;
    await opened.owner`insert into nomine (intermediario_codice, codice_fiscale)
      select 'S1', 'PROVA' || n from generate_series(1, 49) n`;
    expect(await nominateSubAbilitato(world.chi.carla(), codiceFiscaleOf("cinquanta"))).toBe("ok");
    expect(await nominateSubAbilitato(world.chi.carla(), codiceFiscaleOf("cinquantuno"))).toBe(
      "troppe_proposte",
    );
    await opened.owner`delete from nomine where codice_fiscale like 'PROVA%' or codice_fiscale in
      (${codiceFiscaleOf("cinquanta")}, ${codiceFiscaleOf("sonia")})`;
  });

  it("is listed to the studio's titolare and to the person named", async () => {
    const given = (contesto: Who) =>
      read(contesto, async ({ viewer }) => (await listNomineDelloStudio(viewer)).length);
    const received = (contesto: Who) =>
      read(contesto, async ({ viewer }) =>
        (await listNomineDellaPersona(viewer)).map(({ nomina }) => nomina.stato),
      );
    expect(await given(world.chi.carla())).toBeGreaterThan(3);
    for (const stranger of [studio.silvia(), studio.vito(), studio.ugo(), world.chi.bruno()]) {
      expect(await given(stranger)).toBe(0);
    }
    expect(await received(world.chi.bruno())).toEqual(["revocata"]);
    expect(await received(studio.silvia())).toEqual(["attiva"]);
    expect(await received(studio.vito())).toEqual([]);
  });

  it("taken back ends the sessions that use it at once, not the person's others", async () => {
    const { owner } = opened;
    const alive = (contesto: Who) =>
      read(contesto, async ({ viewer }) => (await viewer.tx.execute("select from apri_sessione()")).length);
    expect(await alive(studio.silvia(world.dario))).toBe(1);
    const [silvia] = await owner`select id from utenti where codice_fiscale = ${codiceFiscaleOf("silvia")}`;
    const [chiave] =
      await owner`insert into sessioni (utente_id, chiave) values (${silvia?.id}, '\\x0102') returning chiave`;
    expect(await revokeNomina(world.chi.carla(), codiceFiscaleOf("silvia"))).toBe("ok");
    expect(await alive(studio.silvia(world.dario))).toBe(0);
    expect(await alive({ sessione: chiave?.chiave.toString("hex"), posizione: null })).toBe(1);
  });
});

it.each([
  ["studio s1", ["S1"]],
  ["S", ["S1", "S2"]],
  ["s1 %", ["S1"]],
  ["%", []],
  ["- &", []],
  ["' or true --", []],
  ["\\", []],
])("an intermediario is found by %j: %j", async (cerca, codici) => {
  const found = await read(world.chi.anna(world.anna), ({ viewer }) => searchIntermediari(viewer, cerca));
  expect(found.map(({ codice }) => codice)).toEqual(codici);
});

it("of more intermediari than a list holds one more is found, to say so", async () => {
  await opened.owner`insert into intermediari select 'M' || n, 'Moltitudine ' || n, tipo, codice_fiscale, indirizzo, cap,
    comune, provincia, telefono, pec from intermediari, generate_series(1, ${INTERMEDIARI_MASSIMI}) n where codice = 'S1'`;
  const found = async (cerca: string) =>
    (await read(world.chi.anna(world.anna), ({ viewer }) => searchIntermediari(viewer, cerca))).length;
  expect(await found("moltitudine")).toBe(INTERMEDIARI_MASSIMI);
  expect(await found("studio")).toBe(2);
  await opened.owner`update intermediari set denominazione = 'Moltitudine e ancora' where codice = 'S2'`;
  expect(await found("moltitudine")).toBe(INTERMEDIARI_MASSIMI + 1);
});
