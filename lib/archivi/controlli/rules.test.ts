import { describe, expect, it } from "vitest";
import { formatoOf } from "../formato/rules";
import type { NomeFile } from "../types";
import { columnName, compileControllo } from "./rules";

const BUONE: Partial<Record<NomeFile, string>> = {
  soggetti: "RSSNNA44E57X500W;Rossi;Anna;F;1944-05-17;Roma;RM;Italia;;;;;;;;",
  deleghe: "D1;RSSNNA44E57X500W;personale;CNTBRN72P30X501M;2024-03-01;;attiva",
  rapporti:
    "7002600001;D;L;attivo;2022-03-03;;;indeterminato;;colf;B;no;12;9.20;si;Via Roma 1;00184;Roma;RM;100000",
  contributi: "7002600001;2026;2;1;13;156;274.56;67.08;9.36;2026-07-10;301226000000099801;",
  versamenti: "V1;7002600001;2026;2;1;2026-07-01;274.56;pagopa;",
};

/** The good row with one column changed: what is at fault, as `colonna: motivo`; "" when nothing is. */
function faultOf(nome: NomeFile, changes: Record<string, string>): string {
  const formato = formatoOf(nome);
  const campi = (BUONE[nome] ?? "").split(";");
  for (const [column, value] of Object.entries(changes)) {
    campi[formato.colonne.findIndex((colonna) => colonna.nome === column)] = value;
  }
  const checked = compileControllo(formato).check(campi);
  return typeof checked === "string" ? "" : `${columnName(formato, checked.colonna)}: ${checked.motivo}`;
}

describe("a row of", () => {
  it.each(Object.keys(BUONE) as NomeFile[])("%s that is right is accepted", (nome) => {
    expect(faultOf(nome, {})).toBe("");
  });

  const cases: [NomeFile, Record<string, string>, string][] = [
    ["contributi", { trimestre: "4" }, ""],
    ["contributi", { trimestre: "5" }, "trimestre: fuori da 1-4"],
    ["contributi", { trimestre: "0" }, "trimestre: fuori da 1-4"],
    ["contributi", { trimestre: "02" }, "trimestre: numero non valido"],
    ["contributi", { anno: "1970" }, ""],
    ["contributi", { anno: "1969" }, "anno: fuori da 1970-2100"],
    ["contributi", { anno: "2101" }, "anno: fuori da 1970-2100"],
    ["contributi", { progressivo: "0" }, "progressivo: fuori da 1-32767"],
    ["contributi", { settimane: "14", ore: "2352" }, ""],
    ["contributi", { settimane: "15" }, "settimane: fuori da 0-14"],
    ["contributi", { settimane: "1", ore: "168" }, ""],
    ["contributi", { settimane: "1", ore: "168.5" }, "ore: più ore di quante ne hanno le settimane"],
    ["contributi", { ore: "12.5" }, ""],
    ["contributi", { ore: "12.555" }, "ore: non valido"],
    ["contributi", { importo: "0" }, ""],
    ["contributi", { importo: "274.5" }, ""],
    ["contributi", { importo: "274,56" }, "importo: decimale con la virgola"],
    ["contributi", { importo: "-1.00" }, "importo: negativo"],
    ["contributi", { importo: "1e3" }, "importo: importo non valido"],
    ["contributi", { importo: "+12.00" }, "importo: importo non valido"],
    ["contributi", { importo: "" }, "importo: manca"],
    ["contributi", { importo: "21474836.47" }, ""],
    ["contributi", { importo: "21474836.48" }, "importo: troppo grande"],
    ["contributi", { importo: "9999999999.99" }, "importo: troppo grande"],
    ["contributi", { scadenza: "2024-02-29" }, ""],
    ["contributi", { scadenza: "2026-02-29" }, "scadenza: data inesistente"],
    ["contributi", { scadenza: "10/07/2026" }, "scadenza: data non ISO"],
    ["contributi", { sospensione: "maternita" }, ""],
    ["contributi", { sospensione: "ferie" }, "sospensione: valore non previsto"],
    ["rapporti", { codice: "123" }, "codice: non di 10 cifre"],
    ["rapporti", { data_fine: "2022-03-03" }, ""],
    ["rapporti", { data_fine: "2022-03-02" }, "data_fine: fine prima dell'inizio"],
    ["rapporti", { data_termine: "2022-03-02" }, "data_termine: fine prima dell'inizio"],
    ["rapporti", { data_fine: "2022-03-02", convivente: "forse" }, "data_fine: fine prima dell'inizio"],
    ["rapporti", { data_fine: "2022-03-02", stato: "boh" }, "stato: valore non previsto"],
    ["rapporti", { ore_settimanali: "168" }, ""],
    ["rapporti", { ore_settimanali: "168.01" }, "ore_settimanali: più ore di quante ne ha una settimana"],
    ["rapporti", { convivente: "true" }, "convivente: valore non previsto"],
    ["rapporti", { indirizzo: "x".repeat(255) }, ""],
    ["rapporti", { indirizzo: "x".repeat(256) }, "indirizzo: valore troppo lungo"],
    ["soggetti", { cognome: "Ñahui\t\\Čermelj" }, ""],
    ["soggetti", { cognome: "" }, "cognome: manca"],
    ["soggetti", { codice_fiscale: "RSSNNA44E57X500A" }, "codice_fiscale: carattere di controllo errato"],
    ["soggetti", { codice_fiscale: "RSS" }, "codice_fiscale: né 16 caratteri né 11 cifre"],
    ["soggetti", { sesso: "X" }, "sesso: valore non previsto"],
    ["deleghe", { delegato: "I00001" }, "delegato: né 16 caratteri né 11 cifre"],
    ["deleghe", { tipo: "professionale", delegato: "I00001" }, ""],
    ["versamenti", { canale: "contanti" }, "canale: valore non previsto"],
  ];
  it.each(cases)("%s with %o: %s", (nome, changes, expected) => {
    expect(faultOf(nome, changes)).toBe(expected);
  });

  it("too few fields is at fault at the first missing column, too many at the last", () => {
    const formato = formatoOf("versamenti");
    const check = (campi: string) => compileControllo(formato).check(campi.split(";"));
    expect(check("V1;7002600001;2026")).toEqual({
      colonna: 3,
      motivo: "3 campi invece di 9",
      conteggio: true,
    });
    expect(check(`${BUONE.versamenti};x`)).toEqual({
      colonna: 8,
      motivo: "10 campi invece di 9",
      conteggio: true,
    });
  });
});

describe("what COPY is given", () => {
  it("is cents, booleans and \\N, and text with its escapes", () => {
    const check = compileControllo(formatoOf("datori")).check;
    expect(check(["A\\B\tC\nD", "100000", ""])).toBe("A\\\\B\\tC\\nD\t100000\t\\N");
    const contributo = compileControllo(formatoOf("contributi")).check((BUONE.contributi ?? "").split(";"));
    expect(contributo).toBe(
      "7002600001\t2026\t2\t1\t13\t156\t27456\t6708\t936\t2026-07-10\t301226000000099801\t\\N",
    );
  });
});

describe("keys", () => {
  it("that only grow are known not to repeat", () => {
    const grow = compileControllo(formatoOf("versamenti"));
    for (const key of ["V1", "V2", "V3"]) grow.check([key]);
    expect(grow.isAscending()).toBe(true);
    grow.check(["V3"]);
    expect(grow.isAscending()).toBe(false);
  });

  it("of several columns are compared column by column", () => {
    const grow = compileControllo(formatoOf("contributi"));
    for (const key of ["7000000001;2025;4;1", "7000000001;2026;1;1", "7000000002;2020;1;1"]) {
      grow.check(key.split(";"));
    }
    expect(grow.isAscending()).toBe(true);
    grow.check("7000000002;2020;1;1".split(";"));
    expect(grow.isAscending()).toBe(false);
  });
});
