import { expect, it } from "vitest";
import { filterRapporti } from "./rules";

const rapporti = [
  { codice: "6000000001", stato: "attivo", nome: "Maria", cognome: "Cojocaru" },
  { codice: "6000000002", stato: "cessato", nome: "Ștefania", cognome: "D'Amicò" },
  { codice: "6000000003", stato: "annullato", nome: "Jürgen", cognome: "Müller Hofer" },
] as const;

const found = (stato: string | null, cerca: string) =>
  filterRapporti(rapporti, stato, cerca)
    .map((rapporto) => rapporto.codice.slice(-1))
    .join("");

it.each([
  [null, "", "123"],
  [null, "   ", "123"],
  ["attivo", "", "1"],
  ["cessato", "maria", ""],
  [null, "COJOCARU maria", "1"],
  [null, "damico", "2"],
  [null, "d’amico", "2"],
  [null, "stefania", "2"],
  [null, "muller", "3"],
  [null, "6000000003", "3"],
  [null, "%", ""],
  ["inesistente", "", ""],
])("the state %s and the search «%s» find %s", (stato, cerca, expected) => {
  expect(found(stato, cerca)).toBe(expected);
});
