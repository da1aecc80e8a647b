import { describe, expect, it } from "vitest";
import { STATI_DELEGA_ARCHIVIO, TIPI_DELEGA } from "@/db/schema/deleghe";
import { CANALI, SOSPENSIONI } from "@/db/schema/pagamenti";
import { LIVELLI, MANSIONI, STATI_RAPPORTO, TIPI_CONTRATTO } from "@/db/schema/rapporti";
import { headerFault } from "./intestazione/rules";
import { FORMATI, formatoOf, headerOf, VALORI } from "./rules";

describe("the format of an archive", () => {
  it("has the closed values the tables have", () => {
    expect(VALORI).toEqual({
      sesso: ["M", "F"],
      statoDelega: [...STATI_DELEGA_ARCHIVIO],
      tipoDelega: [...TIPI_DELEGA],
      statoRapporto: [...STATI_RAPPORTO],
      tipoContratto: [...TIPI_CONTRATTO],
      mansione: [...MANSIONI],
      livello: [...LIVELLI],
      sospensione: [...SOSPENSIONI],
      canale: [...CANALI],
    });
  });

  it("names every file after those it refers to", () => {
    const order = FORMATI.map(({ nome }) => nome);
    for (const { nome, riferimenti } of FORMATI) {
      for (const { file } of riferimenti) expect(order.indexOf(file)).toBeLessThan(order.indexOf(nome));
    }
  });

  it("refuses a header that is not the one agreed, naming file and column", () => {
    const datori = formatoOf("datori");
    expect(headerFault(datori, headerOf(datori))).toBeNull();
    expect(headerFault(datori, undefined)).toBe("datori.csv: manca la riga di intestazione");
    expect(headerFault(datori, ["codice_fiscale", "sedi", "data_iscrizione"])).toBe(
      'datori.csv: intestazione errata, colonna 2: "sedi" invece di "sede"',
    );
    expect(headerFault(datori, ["codice_fiscale", "sede"])).toBe(
      'datori.csv: intestazione errata, colonna 3: manca "data_iscrizione"',
    );
    expect(headerFault(datori, [...headerOf(datori), "altro"])).toBe(
      'datori.csv: intestazione errata, colonna 4: "altro" non prevista',
    );
  });
});
