import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { codiceFiscaleFault } from "@/lib/codice-fiscale";
import { whyNotPin } from "@/lib/utenti/rules";
import { inventMondo, writeMondo } from "./mondo";
import { DELEGANTI_CARLA, STUDIO_CARLA } from "./mondo/deleghe";
import { anna, dario, hans } from "./mondo/persone";
import persone from "./persone.json";

const ARCHIVIO = path.join(import.meta.dirname, "archivio");
const mondo = inventMondo();
const rapportiOf = (codiceFiscale = "") => mondo.rapporti.filter(({ datore }) => datore === codiceFiscale);

it("the archive in the repository is the one the source makes", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "mondo-"));
  await writeMondo(folder);
  const files = readdirSync(folder).sort();
  expect(readdirSync(ARCHIVIO).sort()).toEqual(files);
  for (const file of files) {
    expect(
      readFileSync(path.join(ARCHIVIO, file), "utf8") === readFileSync(path.join(folder, file), "utf8"),
      file,
    ).toBe(true);
  }
  rmSync(folder, { recursive: true });
});

it("the demo people are those of the contract, each in the archive, with a PIN that could be chosen", () => {
  expect(persone.map(({ chiave }) => chiave)).toEqual(
    "anna bruno carla dario elena furio gina hans ida leo nora".split(" "),
  );
  const names = new Map(
    mondo.soggetti.map((soggetto) => [soggetto.codice_fiscale, `${soggetto.nome} ${soggetto.cognome}`]),
  );
  for (const { nome, codiceFiscale, pin, profilo, profili } of persone) {
    expect(names.get(codiceFiscale)).toBe(nome);
    expect(codiceFiscale[11]).toBe("X");
    expect(whyNotPin(pin, "", codiceFiscale)).toBeNull();
    expect(profili[0]?.tipo).toBe(profilo);
  }
  expect(new Set(persone.map(({ pin }) => pin)).size).toBe(persone.length);
});

it("everybody's codice fiscale is well formed, belongs to nobody and is one's own", () => {
  const all = mondo.soggetti.map(({ codice_fiscale = "" }) => codice_fiscale);
  expect(all.filter((codice) => codiceFiscaleFault(codice) !== null || codice[11] !== "X")).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
});

it("Carla has 40 deleganti, not Anna, and Dario no more", () => {
  const deleghe = mondo.deleghe.filter(({ delegato }) => delegato === STUDIO_CARLA);
  const attive = deleghe.filter(({ stato }) => stato === "attiva");
  expect(attive).toHaveLength(DELEGANTI_CARLA);
  expect(attive.map(({ datore }) => datore)).not.toContain(anna.codice_fiscale);
  expect(deleghe.find(({ datore }) => datore === dario.codice_fiscale)?.stato).toBe("revocata");
});

it("Anna has a rapporto that ended, one quarter overdue and one due on 11 January 2027; Hans owes nothing", () => {
  expect(rapportiOf(anna.codice_fiscale).map(({ stato }) => stato)).toEqual(["attivo", "cessato"]);
  const unpaid = (codiceFiscale = "") => {
    const codici = rapportiOf(codiceFiscale).map(({ codice }) => codice);
    const paid = new Set(mondo.versamenti.map((v) => `${v.rapporto}/${v.anno}/${v.trimestre}`));
    return mondo.contributi
      .filter(
        (c) =>
          codici.includes(c.rapporto) &&
          !c.sospensione &&
          !paid.has(`${c.rapporto}/${c.anno}/${c.trimestre}`),
      )
      .map(({ scadenza }) => scadenza);
  };
  expect(unpaid(anna.codice_fiscale)).toEqual(["2026-07-10", "2027-01-11"]);
  expect(unpaid(hans.codice_fiscale)).toEqual([]);
});
