import { describe, expect, it } from "vitest";
import { codiceFiscaleFault } from "@/lib/codice-fiscale";
import { compileControllo } from "../controlli/rules";
import { FORMATI, headerOf } from "../formato/rules";
import { composeAvviso } from "./pagamenti/rules";
import { composeCodiceFiscale } from "./persone/rules";
import { createNumeratore, DATORI_MASSIMI, inventDatore, inventIntermediario } from "./rules";
import { csvLine } from "./scrittura/rules";
import type { Righe } from "./types";

const OGGI = "2026-11-23";
const DATORI = 400;

function invent(seme: number, datori = DATORI): Righe[] {
  const mondo = { seme, oggi: OGGI, intermediari: ["I00001"], numeri: createNumeratore(seme) };
  return Array.from({ length: datori }, (_, numero) => inventDatore(mondo, numero));
}
const all = <K extends keyof Righe>(righe: Righe[], nome: K) => righe.flatMap((row) => row[nome]);

describe("a synthetic archive", () => {
  const righe = invent(7);

  it("is the same for the same seed, and another for another", () => {
    expect(invent(7, 20)).toEqual(righe.slice(0, 20));
    expect(invent(8, 20)).not.toEqual(righe.slice(0, 20));
  });

  it("has only rows that the importer's checks accept, with keys that are never repeated", () => {
    for (const formato of FORMATI) {
      const { check, chiaveOf } = compileControllo(formato);
      const rows = all(righe, formato.nome).map((row) => headerOf(formato).map((nome) => row[nome] ?? ""));
      expect(rows.map(check).filter((checked) => typeof checked !== "string")).toEqual([]);
      expect(new Set(rows.map(chiaveOf)).size).toBe(rows.length);
    }
  });

  it("has every kind of quarter, and no payment of tomorrow", () => {
    const contributi = all(righe, "contributi");
    const versamenti = all(righe, "versamenti");
    const key = (row: Record<string, string>) => `${row.rapporto}/${row.anno}/${row.trimestre}`;
    const paid = new Map<string, number>();
    for (const row of versamenti)
      paid.set(key(row), (paid.get(key(row)) ?? 0) + Math.round(Number(row.importo) * 100));
    const kinds = contributi.map((row) => {
      const owed = Math.round(Number(row.importo) * 100);
      const sum = paid.get(key(row)) ?? 0;
      if (row.sospensione) return "sospeso";
      if (sum === 0) return "non pagato";
      if (sum < owed) return "in parte";
      return sum > owed ? "più del dovuto" : "pagato";
    });
    expect(new Set(kinds).size).toBe(5);
    expect(kinds.filter((kind) => kind === "pagato").length / kinds.length).toBeGreaterThan(0.8);
    expect(versamenti.filter(({ data = "" }) => data > OGGI)).toEqual([]);
  });

  it("counts due dates by the rule: the tenth, the next working day, ten days from the end", () => {
    const dates = new Map(
      all(righe, "contributi").map((row) => [`${row.anno}/${row.trimestre}`, row.scadenza]),
    );
    const cessati = new Set(
      all(righe, "rapporti").flatMap(({ stato, codice }) => (stato === "cessato" ? codice : [])),
    );
    const running = all(righe, "contributi").filter(({ rapporto = "" }) => !cessati.has(rapporto));
    for (const row of running) dates.set(`${row.anno}/${row.trimestre}`, row.scadenza);
    expect([dates.get("2026/4"), dates.get("2026/3"), dates.get("2022/1")]).toEqual([
      "2027-01-11",
      "2026-10-10",
      "2022-04-11",
    ]);
  });

  it("gives intermediari an 11-digit codice fiscale that is well formed", () => {
    for (let numero = 1; numero <= 50; numero++) {
      expect(codiceFiscaleFault(inventIntermediario(7, numero).codice_fiscale ?? "")).toBeNull();
    }
  });
});

describe("identifiers", () => {
  it("spell names as the codice fiscale does", () => {
    const spelled = (cognome: string, nome: string, sesso: "F" | "M" = "F") =>
      composeCodiceFiscale({ cognome, nome, sesso, dataNascita: "1983-07-28", luogo: 5 }).slice(0, 11);
    expect(spelled("Rossi", "Anna")).toBe("RSSNNA83L68");
    expect(spelled("Fo", "Gianfranco", "M")).toBe("FOXGFR83L28");
    expect(spelled("Dell'Òrco", "Zoë")).toBe("DLLZOE83L68");
    expect(spelled("Țurcanu", "Ștefania")).toBe("TRCSFN83L68");
  });

  it("of notices have 18 digits, the last two the remainder by 93", () => {
    expect(composeAvviso(1)).toBe(
      "301000000000000123".replace(/..$/, String(Number(3010000000000001n % 93n)).padStart(2, "0")),
    );
    expect(composeAvviso(9_999_999_999_999)).toHaveLength(18);
  });

  it("of people do not repeat where numbers come round", () => {
    const numeri = createNumeratore(1);
    const mondo = { seme: 1, oggi: OGGI, intermediari: ["I00001"], numeri };
    const places = [0, 300, 600, 299_700, DATORI_MASSIMI - 1];
    const codici = places.flatMap((numero) =>
      inventDatore(mondo, numero).soggetti.map((row) => row.codice_fiscale),
    );
    expect(new Set(codici).size).toBe(codici.length);
  });
});

it("a CSV line quotes what must be quoted, and nothing else", () => {
  const [sedi] = FORMATI as [(typeof FORMATI)[number]];
  expect(csvLine(sedi, { codice: "100000", denominazione: 'La "nuova"; sede', tipo: "agenzia" })).toBe(
    '100000;"La ""nuova""; sede";agenzia;;;;;;\n',
  );
});
