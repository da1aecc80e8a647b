import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inventMondo } from "@/db/seed/mondo";
import { createTestDatabase, type TestDatabase } from "@/db/test-db";
import { writeArchivio } from "./generazione/scrittura/mutations";
import type { RigaCsv, Righe } from "./generazione/types";
import { importaArchivio } from "./mutations";

const ERRATI = path.join(import.meta.dirname, "../../e2e/fixtures/archivi/errati");
const MARIA = "7002600001";
const mondo = inventMondo();

let database: TestDatabase;
let sql: postgres.Sql;
let cartella: string;

beforeEach(async () => {
  database = await createTestDatabase();
  sql = postgres(database.ownerUrl, { max: 2, onnotice: () => undefined });
  cartella = await mkdtemp(path.join(tmpdir(), "archivio-"));
});
afterEach(async () => {
  await sql.end();
  await database.drop();
  await rm(cartella, { recursive: true });
});

const load = (rigoroso = false) => importaArchivio({ cartella, databaseUrl: database.ownerUrl, rigoroso });
const loadRighe = async (righe: Partial<Righe>, rigoroso = false) => {
  await writeArchivio(cartella, righe);
  return load(rigoroso);
};
const scarti = async (): Promise<Record<string, string>[]> =>
  parse(await readFile(path.join(cartella, "scarti.csv"), "utf8"), { delimiter: ";", columns: true });
const refused = async () => (await scarti()).map(({ file, chiave, campo }) => `${file} ${chiave} ${campo}`);
const changed = (rows: readonly RigaCsv[], key: string, changes: RigaCsv) =>
  rows.map((row) => (Object.values(row)[0] === key ? { ...row, ...changes } : row));
const countsOf = async () =>
  (
    await sql`select (select count(*)::int from posizioni) as posizioni, (select count(*)::int from rapporti) as rapporti,
    (select count(*)::int from contributi) as contributi, (select count(*)::int from versamenti) as versamenti`
  )[0];

describe("an archive with faults", () => {
  it("loses exactly the rows expected, with key, column and reason", async () => {
    await cp(ERRATI, cartella, { recursive: true });
    const esito = await load();

    expect(esito.esito).toBe("caricato_con_scarti");
    const attesi = JSON.parse(await readFile(path.join(ERRATI, "attesi.json"), "utf8")) as Record<
      string,
      { chiave: string; campo: string }[]
    >;
    const expected = Object.entries(attesi).flatMap(([file, rows]) =>
      rows.map(({ chiave, campo }) => `${file}.csv ${chiave} ${campo}`),
    );
    expect((await refused()).sort()).toEqual(expected.sort());
    expect(esito.riepilogo.map(({ scartate }) => scartate)).toEqual([0, 2, 0, 0, 1, 5, 2, 4]);
  });

  it("loads nothing at all with --rigoroso, and still lists them", async () => {
    await cp(ERRATI, cartella, { recursive: true });
    const esito = await load(true);

    expect(esito).toMatchObject({ esito: "non_caricato", errore: expect.stringContaining("--rigoroso") });
    expect(await refused()).toHaveLength(14);
    expect(await sql`select from soggetti`).toHaveLength(0);
    expect(await sql`select esito from importazioni`).toEqual([{ esito: "non_caricato" }]);
  });

  it("loses with a refused row those that name it, one line each", async () => {
    const codiceFiscale = mondo.soggetti[0]?.codice_fiscale ?? "";
    const broken = changed(mondo.soggetti, codiceFiscale, { data_nascita: "1944-02-30" });
    const esito = await loadRighe({ ...mondo, soggetti: broken });

    const counts: Record<string, number> = {};
    for (const { file, campo } of await scarti()) {
      counts[`${file} ${campo}`] = (counts[`${file} ${campo}`] ?? 0) + 1;
    }
    expect(counts).toEqual({
      "soggetti.csv data_nascita": 1,
      "datori.csv codice_fiscale": 1,
      "deleghe.csv datore": 1,
      "rapporti.csv datore": 2,
      "contributi.csv rapporto": mondo.contributi.filter(isAnnas).length,
      "versamenti.csv rapporto": mondo.versamenti.filter(isAnnas).length,
    });
    expect(esito.esito).toBe("caricato_con_scarti");
  });

  it("names the first column at fault, be it of form or of reference, and the later of two equal keys", async () => {
    const { rapporti } = mondo;
    const [one, two, three] = rapporti as [RigaCsv, RigaCsv, RigaCsv];
    await loadRighe({
      ...mondo,
      rapporti: [
        { ...one, lavoratore: "NESSUNO", mansione: "giardiniere" },
        { ...two, lavoratore: "NESSUNO", datore: "NESSUNO" },
        { ...three, sede: "999999", mansione: "giardiniere" },
        ...rapporti.slice(3),
        { ...(rapporti[5] as RigaCsv), livello: "Z" },
        { ...one },
      ],
    });
    const rows = (await scarti()).filter(({ file }) => file === "rapporti.csv");
    expect(rows.map(({ riga, campo, motivo }) => [riga, campo, motivo])).toEqual([
      ["2", "lavoratore", "lavoratore inesistente"],
      ["3", "datore", "datore inesistente"],
      ["4", "mansione", "valore non previsto"],
      [String(rapporti.length + 2), "codice", "chiave ripetuta"],
      [String(rapporti.length + 3), "codice", "chiave ripetuta"],
    ]);
  });

  it("refuses rows with too few or too many fields, wrong bytes or quotes, and reads on", async () => {
    await writeArchivio(cartella, { sedi: mondo.sedi });
    const lines = (await readFile(path.join(cartella, "sedi.csv"), "utf8")).split("\n").slice(0, 2);
    await writeFile(
      path.join(cartella, "sedi.csv"),
      Buffer.concat([
        Buffer.from(`\ufeff${lines.join("\r\n")}\r\n900001;Poche\r\n`),
        Buffer.from('900002;"Due\nrighe; e ""virgolette""";sede;;;;;;\n'),
        Buffer.from("900003;Troppe;sede;;;;;;;;\n900004;Byte "),
        Buffer.from([0xff]),
        Buffer.from(' errato;sede;;;;;;\n900005;Nu\0llo;sede;;;;;;\n900006;"Aperta;sede;;;;;;\n'),
        Buffer.from(`900007;${"x".repeat(2_000_000)};sede;;;;;;\n900008;Ultima;sede;;;;;;`),
      ]),
    );
    await load();
    expect((await scarti()).map(({ riga, chiave, campo }) => [riga, chiave, campo])).toEqual([
      ["3", "900001", "tipo"],
      ["6", "900003", "pec"],
      ["7", "900004", "denominazione"],
      ["8", "900005", "denominazione"],
      ["9", "900006", "denominazione"],
      ["10", "900007", "denominazione"],
    ]);
    expect(await sql`select codice, denominazione from sedi where codice like '9%' order by 1`).toEqual([
      { codice: "900002", denominazione: 'Due\nrighe; e "virgolette"' },
      { codice: "900008", denominazione: "Ultima" },
    ]);
  });
});

describe("an archive without one good row", () => {
  it("loads nothing, and lists them all however many", async () => {
    const [versamento] = mondo.versamenti as [RigaCsv];
    const versamenti = Array.from({ length: 30_000 }, (_, index) => ({
      ...versamento,
      identificativo: `V${index}`,
    }));
    const esito = await loadRighe({ versamenti });
    expect(esito).toMatchObject({ esito: "non_caricato", errore: "tutte le righe sono scartate" });
    expect(await scarti()).toHaveLength(30_000);
  });
});

describe("an archive that is not one", () => {
  it("is refused whole for one wrong header, naming file and column", async () => {
    await writeArchivio(cartella, mondo);
    const file = path.join(cartella, "versamenti.csv");
    await writeFile(file, (await readFile(file, "utf8")).replace("canale", "metodo"));
    const esito = await load();
    expect(esito.errore).toBe('versamenti.csv: intestazione errata, colonna 8: "metodo" invece di "canale"');
    expect(await sql`select from sedi`).toHaveLength(0);
    expect(await sql`select errore from importazioni`).toEqual([{ errore: esito.errore }]);
  });

  it("is refused when the folder is empty or does not exist", async () => {
    expect((await load()).errore).toContain("non c'è nessun file dell'archivio");
    const nulla = path.join(cartella, "nulla");
    const esito = await importaArchivio({ cartella: nulla, databaseUrl: database.ownerUrl, rigoroso: false });
    expect(esito.errore).toBe(`${nulla}: la cartella non esiste`);
  });
});

describe("loading again", () => {
  it("the same archive changes nothing, and removes an old scarti.csv", async () => {
    await loadRighe(mondo);
    const before = await sql`select id, codice_fiscale from posizioni order by 2`;
    const counts = await countsOf();
    await writeFile(path.join(cartella, "scarti.csv"), "di prima");
    const esito = await load();

    expect(esito).toMatchObject({ esito: "caricato", scarti: null });
    for (const { file, lette, uguali } of esito.riepilogo) expect([file, uguali]).toEqual([file, lette]);
    expect(await sql`select id, codice_fiscale from posizioni order by 2`).toEqual(before);
    expect(await countsOf()).toEqual(counts);
    expect(await sql`select from variazioni_rapporto`).toHaveLength(0);
    await expect(readFile(path.join(cartella, "scarti.csv"))).rejects.toThrow("ENOENT");
  });

  it("some of the files leaves the rest as it is, and their rows may name those already there", async () => {
    await loadRighe(mondo);
    await rm(cartella, { recursive: true });
    const [versamento] = mondo.versamenti as [RigaCsv];
    const esito = await loadRighe({
      versamenti: [
        { ...versamento, identificativo: "VNUOVO1", importo: "1.00" },
        { ...versamento, identificativo: "VNUOVO2", progressivo: "7" },
        { ...versamento, identificativo: "VNUOVO3", rapporto: "1111111111" },
      ],
    });
    expect(esito.riepilogo).toEqual([
      { file: "versamenti.csv", lette: 3, nuove: 1, cambiate: 0, uguali: 0, scartate: 2 },
    ]);
    expect((await scarti()).map(({ campo, motivo }) => [campo, motivo])).toEqual([
      ["rapporto", "contributo inesistente"],
      ["rapporto", "rapporto inesistente"],
    ]);
  });

  it("notes each changed field of a rapporto, in the archive's own words", async () => {
    await loadRighe(mondo);
    const rapporti = changed(mondo.rapporti, MARIA, {
      ore_settimanali: "14.5",
      retribuzione_oraria: "9.5",
      convivente: "si",
      stato: "cessato",
      data_fine: "2026-11-30",
    });
    const esito = await loadRighe({ ...mondo, rapporti });
    expect(esito.riepilogo[5]).toMatchObject({ cambiate: 1, uguali: mondo.rapporti.length - 1 });
    expect(await sql`select campo, prima, dopo from variazioni_rapporto order by campo`).toEqual([
      { campo: "convivente", prima: "no", dopo: "si" },
      { campo: "data_fine", prima: null, dopo: "2026-11-30" },
      { campo: "ore_settimanali", prima: "12", dopo: "14.5" },
      { campo: "retribuzione_oraria", prima: "9.20", dopo: "9.50" },
      { campo: "stato", prima: "attivo", dopo: "cessato" },
    ]);
  });

  it("moves a rapporto whose datore changed, with its contributi and versamenti", async () => {
    await loadRighe(mondo);
    const [, dario] = mondo.datori as [RigaCsv, RigaCsv];
    const rapporti = changed(mondo.rapporti, MARIA, { datore: dario.codice_fiscale ?? "" });
    const esito = await loadRighe({ ...mondo, rapporti });

    expect(esito.riepilogo.map(({ cambiate }) => cambiate)).toEqual([0, 0, 0, 0, 0, 1, 0, 0]);
    const rows = await sql`select distinct p.codice_fiscale from posizioni p
      join contributi c on c.posizione_id = p.id join versamenti v on v.posizione_id = p.id and v.rapporto = c.rapporto
      where c.rapporto = ${MARIA}`;
    expect(rows).toEqual([{ codice_fiscale: dario.codice_fiscale }]);
    expect(await sql`select campo, dopo from variazioni_rapporto`).toEqual([
      { campo: "datore", dopo: dario.codice_fiscale },
    ]);
  });
});

function isAnnas({ rapporto = "" }: RigaCsv): boolean {
  return rapporto === MARIA || rapporto === "7002600002";
}
