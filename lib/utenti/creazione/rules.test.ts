import { expect, it } from "vitest";
import { TIPI_PROFILO } from "@/db/schema/utenti";
import { whyNotProfilo } from "./rules";

const DI_SEDE = ["operatore", "responsabile"];

it.each(TIPI_PROFILO)("the profilo %s stands where it belongs, and nowhere else", (tipo) => {
  const luogo = { sede: "100000", intermediario: "S1" };
  const diSede = DI_SEDE.includes(tipo);
  const diStudio = tipo === "intermediario";
  expect(whyNotProfilo({ tipo })).toBe(diSede ? "senza_sede" : diStudio ? "senza_intermediario" : null);
  expect(whyNotProfilo({ tipo, sede: luogo.sede })).toBe(diSede ? null : "sede_di_troppo");
  expect(whyNotProfilo({ tipo, intermediario: luogo.intermediario })).toBe(
    diSede ? "senza_sede" : diStudio ? null : "intermediario_di_troppo",
  );
  expect(whyNotProfilo({ tipo, ...luogo })).toBe(diSede ? "intermediario_di_troppo" : "sede_di_troppo");
});

it("an esperto works for a sede", () => {
  expect(whyNotProfilo({ tipo: "responsabile", sede: "100000", esperto: true })).toBeNull();
  expect(whyNotProfilo({ tipo: "datore", esperto: true })).toBe("esperto_senza_sede");
  expect(whyNotProfilo({ tipo: "intermediario", intermediario: "S1", esperto: true })).toBe(
    "esperto_senza_sede",
  );
});
