import { expect, it } from "vitest";
import { esitoNomina } from "./rules";

it.each([
  ["proposta", null, "in_attesa"],
  ["proposta", "Silvia Conti", "in_attesa"],
  ["attiva", "Silvia Conti", "in_corso"],
  ["rifiutata", null, "rifiutata"],
  ["revocata", null, "ritirata"],
  ["revocata", "Silvia Conti", "finita"],
] as const)("a nomina %s of %s is %s", (stato, nome, esito) => {
  expect(esitoNomina({ stato, nome })).toBe(esito);
});
