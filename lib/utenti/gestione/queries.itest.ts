import { afterAll, beforeAll, expect, it } from "vitest";
import {
  anUtente,
  aSessione,
  aSoggetto,
  aWorld,
  codiceFiscaleOf,
  openWorld,
  read,
  type World,
} from "@/db/mondo-di-prova";
import { utenteDi } from "@/db/mondo-quesiti";
import { cercaUtentiInput } from "./input";
import { getUtente, isTroppoComune, listEventiDiUtente, listUtenti, UTENTI_PER_PAGINA } from "./queries";

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  const { owner } = opened;
  await aSoggetto(owner, "nicolo", { nome: "Nicolò", cognome: "D'Àngelo" });
  await anUtente(owner, "nicolo", [{ tipo: "datore" }]);
  await aSoggetto(owner, "ugo", { nome: "Ugo", cognome: "Zeta" });
  await anUtente(owner, "ugo", [{ tipo: "datore" }], { disabilitato_at: new Date() });
});
afterAll(() => opened.close());

type Who = Parameters<typeof read>[0];
const find = (given: object, chi: Who = world.chi.nora()) =>
  read(chi, ({ viewer }) => listUtenti(viewer, cercaUtentiInput.parse(given)));
const names = async (given: object) => (await find(given)).map(({ codiceFiscale }) => codiceFiscale);
const cf = codiceFiscaleOf;

it("without a search there are those who work for the institute, and no citizen", async () => {
  const staff = await find({});
  expect(staff.map(({ codiceFiscale }) => codiceFiscale).sort()).toEqual(
    [cf("nora"), cf("olga"), cf("renzo")].sort(),
  );
  const olga = staff.find(({ codiceFiscale }) => codiceFiscale === cf("olga"));
  expect(olga).toMatchObject({
    ...{ nome: "Prova", cognome: "olga", pinIniziale: false, sospesoAt: null },
    ...{ ultimoAccesso: expect.any(Date), creatoAt: expect.any(Date) },
    profili: [
      {
        ...{ id: expect.any(String), tipo: "operatore", sede: world.sede, intermediario: null, ruolo: null },
        ...{ dove: `Sede ${world.sede}`, esperto: false },
      },
    ],
  });
  expect(
    staff.find(({ codiceFiscale }) => codiceFiscale === cf("nora")),
    "whom no archive names",
  ).toMatchObject({
    nome: null,
    cognome: null,
  });
});

it("somebody is found by the whole codice fiscale or the start of each word, accents and capitals aside", async () => {
  for (const cerca of [
    cf("nicolo"),
    cf("nicolo").toLowerCase(),
    "nic",
    "NICOLO dan",
    "d'angelo",
    "angelo nicolò",
  ])
    expect(await names({ cerca }), cerca).toEqual(cerca === "NICOLO dan" ? [] : [cf("nicolo")]);
  for (const cerca of ["icolo", cf("nicolo").slice(0, 15), "!!", "nicolo & ugo", "'|!:*", "nicolo ugo"])
    expect(await names({ cerca }), cerca).toEqual([]);
  expect(await names({ cerca: cf("maria") }), "who cannot log in is no user").toEqual([]);
});

it("a filter narrows a search, and says who is listed without one", async () => {
  expect((await names({ filtro: "sede" })).sort()).toEqual([cf("olga"), cf("renzo")].sort());
  expect(await names({ filtro: "amministratori" })).toEqual([cf("nora")]);
  expect(await names({ filtro: "sospesi" })).toEqual([cf("ugo")]);
  expect(await names({ filtro: "intermediari" }), "of whom there are too many").toEqual([]);
  expect(await names({ filtro: "intermediari", cerca: "carla" })).toEqual([cf("carla")]);
  expect(await names({ filtro: "intermediari", cerca: "anna" })).toEqual([]);
  expect(await names({ filtro: "sospesi", cerca: "ugo" })).toEqual([cf("ugo")]);
  expect(await names({ filtro: "sospesi", cerca: "nicolo" })).toEqual([]);
});

it("pages follow each other by name, each user once", async () => {
  const { owner } = opened;
  for (let n = 0; n < 2 * UTENTI_PER_PAGINA; n += 1) {
    const chiave = `pagine${"abcdefghijklmnopqrstuvwxyz"[n % 26]}${n < 26 ? "" : "x"}${n}`;
    const over = { codice_fiscale: `PG${n}`, nome: `Nome${n % 2}`, cognome: "Pagina" };
    await aSoggetto(owner, chiave, over);
    const { utente } = await anUtente(owner, chiave, [{ tipo: "operatore", sede: world.altraSede }], {
      codice_fiscale: `PG${n}`,
    });
    await aSessione(owner, utente);
  }
  const seen: string[] = [];
  let dopo: string | undefined;
  do {
    const page = await find({ filtro: "sede", cerca: "pagina", dopo });
    seen.push(...page.slice(0, UTENTI_PER_PAGINA).map(({ id }) => id));
    dopo = page.length > UTENTI_PER_PAGINA ? seen.at(-1) : undefined;
  } while (dopo);
  expect(seen).toHaveLength(2 * UTENTI_PER_PAGINA);
  expect(new Set(seen).size).toBe(2 * UTENTI_PER_PAGINA);
});

it("for a name that 5,000 have all users are looked through; for one that more have only those of the institute", async () => {
  const { owner } = opened;
  await owner`insert into soggetti (codice_fiscale, cognome, nome)
    select 'FL' || n, 'Folla', 'Prova' from generate_series(1, 5000) n`;
  await owner`insert into utenti (codice_fiscale, pin_hash) values ('FL1', 'x')`;
  const comune = () => read(world.chi.nora(), ({ viewer }) => isTroppoComune(viewer, "folla"));
  expect(await comune()).toBe(false);
  expect(await names({ cerca: "folla" })).toEqual(["FL1"]);
  await owner`update soggetti set cognome = 'Folla' where codice_fiscale = ${cf("olga")}`;
  expect(await comune()).toBe(true);
  expect(await names({ cerca: "folla" })).toEqual([cf("olga")]);
  expect(await names({ cerca: "folla", filtro: "amministratori" })).toEqual([]);
  expect(await names({ cerca: "folla", filtro: "intermediari" })).toEqual([]);
});

it("one user is shown with what was done about them, to an amministratore alone", async () => {
  const { owner } = opened;
  const { chi, anna, dario } = world;
  const olga = await utenteDi(owner, "olga");
  await owner`insert into eventi_amministrazione (evento, utente_id, motivo) values ('pin_dato', ${olga}, 'Smarrito')`;
  const seen = (who: Who, id = olga) =>
    read(who, ({ viewer }) => Promise.all([getUtente(viewer, id), listEventiDiUtente(viewer, id)]));
  expect(await seen(chi.nora())).toMatchObject([
    { id: olga },
    [{ evento: "pin_dato", motivo: "Smarrito", chi: null }],
  ]);
  expect(await seen(chi.nora(), "018f3c3e-0000-7000-8000-000000000001")).toEqual([undefined, []]);
  const nuova = await anUtente(owner, "nuova", [{ tipo: "amministratore" }], { pin_iniziale: true });
  const strangers = {
    ...{
      anna: chi.anna(anna),
      bruno: chi.bruno(anna),
      carla: chi.carla(dario),
      olga: chi.olga(),
      renzo: chi.renzo(),
    },
    nuova: (await aSessione(owner, nuova.utente, nuova.profili[0])).contesto(),
    nobody: { sessione: null, posizione: null },
  };
  for (const [who, contesto] of Object.entries(strangers)) {
    expect(await seen(contesto), who).toEqual([undefined, []]);
    expect(await find({}, contesto), who).toEqual([]);
    expect(await find({ cerca: cf("olga") }, contesto), who).toEqual([]);
    expect(await read(contesto, ({ viewer }) => isTroppoComune(viewer, "folla")), who).toBe(false);
  }
});
