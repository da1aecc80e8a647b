import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aDelega,
  anIntermediario,
  aPosizione,
  aRapporto,
  aViewer,
  aWorld,
  codiceFiscaleOf,
  OGGI,
  openWorld,
  read,
  type World,
} from "@/db/mondo-di-prova";
import { listOfferti } from "../cambio/queries";
import { filtroDelegantiInput } from "./input";
import { DELEGANTI_PER_PAGINA, listDeleganti } from "./queries";

const DELEGANTI = {
  angelo: ["D'Angelo", "Maria Grazia"],
  amico: ["D’Amico", "Zoé"],
  deluca: ["De Luca", "Anna"],
  alvarez: ["Àlvarez Ñúñez", "José"],
  lukasz: ["Łukasz", "Jürgen"],
  strasse: ["Straße", "Eva"],
  hyphen: ["Rossi-Bianchi", "Nicolo'"],
  apici: ['Apici" or 1=1 --', "Eva\\"],
  percento: ["100%", "Sicura"],
  sotto: ["Sotto_Linea", "Eva"],
  greco: ["Παπαδόπουλος", "Ελένη"],
} as const;
type Chiave = keyof typeof DELEGANTI;

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let carlo: Awaited<ReturnType<typeof aViewer>>;
const ids = new Map<string, string>();
beforeAll(async () => {
  opened = await openWorld();
  const { owner } = opened;
  world = await aWorld(owner);
  await anIntermediario(owner, "S3");
  carlo = await aViewer(owner, "carlo", { tipo: "intermediario", studio: "S3" });
  for (const [chiave, [cognome, nome]] of Object.entries(DELEGANTI)) {
    const posizione = await aPosizione(owner, chiave, world.sede, { cognome, nome });
    if (chiave === "angelo") await aRapporto(owner, posizione, world.maria, { codice: "6007000008" });
    await aDelega(owner, posizione, { studio: "S3" });
    ids.set(posizione, chiave);
  }
});
afterAll(() => opened.close());

/** Through the input, as an address brings it. */
const search = async (cerca: string, contesto = carlo()) => {
  const scelta = filtroDelegantiInput.parse({ cerca });
  const [rows, offerti] = await read(contesto, ({ viewer }) =>
    Promise.all([
      listDeleganti(viewer, scelta, OGGI),
      listOfferti(viewer, scelta.cerca, DELEGANTI_PER_PAGINA),
    ]),
  );
  // What the switcher finds is what the desk finds, in the same order.
  expect(offerti.map(({ id, cognome }) => [id, cognome])).toEqual(
    rows.map(({ id, cognome }) => [id, cognome]),
  );
  return rows.map((row) => ids.get(row.id) ?? "").sort();
};

describe("the search finds", () => {
  it.each<[string, Chiave[]]>([
    ["dangelo", ["angelo"]],
    ["d'angelo", ["angelo"]],
    ["D’ANGELO", ["angelo"]],
    ["angelo", ["angelo"]],
    ["ange mar", ["angelo"]],
    ["grazia d angelo", ["angelo"]],
    ["damico", ["amico"]],
    ["d'amico zoe", ["amico"]],
    ["deluca", ["deluca"]],
    ["de luca", ["deluca"]],
    ["luca", ["deluca"]],
    ["alvarez", ["alvarez"]],
    ["ÁLVAREZ NUNEZ JOSE", ["alvarez"]],
    ["lukasz jurgen", ["lukasz"]],
    ["łuk", ["lukasz"]],
    ["strasse", ["strasse"]],
    ["STRASSE", ["strasse"]],
    ["straße", ["strasse"]],
    ["bianchi", ["hyphen"]],
    ["rossi-bianchi nicolò", ["hyphen"]],
    ["nicolo'", ["hyphen"]],
    ["παπαδοπουλος", ["greco"]],
    ["100%", ["percento"]],
    ["sotto_linea", ["sotto"]],
    ["eva", ["apici", "sotto", "strasse"]],
    ["  eva   sotto ", ["sotto"]],
    ['apici" or 1=1 --', ["apici"]],
    ["ngelo", []],
    ["angelo nessuno", []],
    ["nessuno", []],
    ["6007000008", ["angelo"]],
    ["60070", ["angelo"]],
    ["7000008", []],
  ])("by %j: %j", async (cerca, found) => {
    expect(await search(cerca)).toEqual(found);
  });

  it("by the start of a codice fiscale, in small letters too, and not by its middle", async () => {
    const codiceFiscale = codiceFiscaleOf("deluca");
    for (const part of [codiceFiscale, codiceFiscale.toLowerCase(), codiceFiscale.slice(0, 9)]) {
      expect(await search(part)).toEqual(["deluca"]);
    }
    expect(await search(codiceFiscale.slice(6))).toEqual([]);
  });

  it("nothing at all when nothing but signs is asked", async () => {
    for (const sign of [
      "%",
      "_",
      "'",
      '"',
      "\\",
      ":*",
      "&",
      "|",
      "!",
      "(",
      ")",
      "<->",
      "*",
      "-",
      "☃",
      "%%'--",
    ]) {
      expect(await search(sign), sign).toEqual([]);
    }
  });

  it("no more with a sign in it than without", async () => {
    const signs = ["'", '"', "\\", "%", "_", ":*", "&", "|", "!", "(", ")", "<->", "\t", "''", "\\'"];
    for (const sign of signs) {
      expect(await search(`eva ${sign} sotto`), sign).toEqual(["sotto"]);
      expect(await search(`${sign}d${sign}angelo${sign}`), sign).toEqual(["angelo"]);
      expect(await search(`angelo ${sign} nessuno`), sign).toEqual([]);
      expect(await search(`angelo${sign}|${sign}deluca`), sign).toEqual([]);
    }
  });

  it("nothing of other people's, by whatever it is asked", async () => {
    for (const cerca of ["dario", codiceFiscaleOf("dario"), world.diDario, "anna prova", "d"]) {
      expect(await search(cerca)).not.toContain("");
    }
    expect(await search("dangelo", world.chi.carla())).toEqual([]);
    expect(await search("dangelo", world.chi.bruno())).toEqual([]);
    expect(await search("6007000008", { sessione: null, posizione: null })).toEqual([]);
  });
});

it("no text raises an error, and each more word finds the same or less", async () => {
  const nasty = fc.constantFrom(
    "'",
    '"',
    "\\",
    "%",
    "_",
    ":*",
    "&",
    "|",
    "!",
    "(",
    ")",
    "<->",
    " ",
    "\0",
    "''",
    "::",
  );
  const piece = fc.oneof(
    nasty,
    fc.string({ unit: "grapheme", maxLength: 8 }),
    fc.string({ unit: "binary", maxLength: 8 }),
    fc.constantFrom("eva", "d'angelo", "rossi"),
  );
  const text = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(""));
  await fc.assert(
    fc.asyncProperty(text, async (cerca) => {
      const clean = filtroDelegantiInput.parse({ cerca }).cerca;
      const found = await search(clean);
      // As it reaches the query when it is none at all: the whole list.
      if (clean === "") return found.length === ids.size;
      const narrower = clean.length > 90 ? found : await search(`${clean} eva`);
      // Past six words the others are not looked at.
      const [row] = await opened.owner`select normalizza_ricerca(${clean}) as parole`;
      const words = row?.parole.split(" ").filter(Boolean).length;
      return words === 0 || words > 5 || narrower.every((chiave) => found.includes(chiave));
    }),
    { numRuns: 300 },
  );
});

it("a name or search as long as there may be is found by its start", async () => {
  const cognome = `Z${"x".repeat(5_000)}`;
  const posizione = await aPosizione(opened.owner, "lungo", world.sede, { cognome });
  ids.set(posizione, "lungo");
  await aDelega(opened.owner, posizione, { studio: "S3" });
  expect(await search(cognome.slice(0, 100))).toEqual(["lungo"]);
  expect(await search(Array.from({ length: 33 }, () => "zx").join(" "))).toEqual(["lungo"]);
});
