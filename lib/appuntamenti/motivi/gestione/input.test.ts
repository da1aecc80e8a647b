import { describe, expect, it } from "vitest";
import { motivoInput, nuovoMotivoInput } from "./input";

const campi = {
  nome: "Un contratto da rivedere",
  daPortare: "",
  durata: "30",
  pausa: "0",
  preavviso: "24",
  orizzonte: "60",
  richiedeQuesito: "si",
  categoria: "",
};
const valid = (over: object) => nuovoMotivoInput.safeParse({ ...campi, ...over }).success;

describe("a reason as a form sends it", () => {
  it.each([
    ["durata", 5, 180],
    ["pausa", 0, 60],
    ["preavviso", 0, 720],
    ["orizzonte", 1, 180],
  ])("%s is from %i to %i", (campo, min, max) => {
    expect(valid({ [campo]: String(min) })).toBe(true);
    expect(valid({ [campo]: String(max) })).toBe(true);
    expect(valid({ [campo]: String(min - 1) })).toBe(false);
    expect(valid({ [campo]: String(max + 1) })).toBe(false);
    expect(valid({ [campo]: "venti" })).toBe(false);
  });

  it("names and things to bring are as long as the table holds", () => {
    expect(valid({ nome: "abc", daPortare: "x".repeat(500) })).toBe(true);
    expect(valid({ nome: "x".repeat(100) })).toBe(true);
    expect(valid({ nome: "ab" })).toBe(false);
    expect(valid({ nome: "x".repeat(101) })).toBe(false);
    expect(valid({ daPortare: "x".repeat(501) })).toBe(false);
  });

  it("a categoria stands only where a quesito is needed; empty is any", () => {
    expect(nuovoMotivoInput.parse(campi)).toMatchObject({ categoria: null, richiedeQuesito: true });
    expect(valid({ categoria: "mav" })).toBe(true);
    expect(valid({ categoria: "mav", richiedeQuesito: "no" })).toBe(false);
  });

  it("its place is from 1 to 99", () => {
    const at = (ordine: string) =>
      motivoInput.safeParse({ ...campi, codice: "rapporto_sospeso", attivo: "si", ordine }).success;
    expect(["0", "1", "99", "100"].map(at)).toEqual([false, true, true, false]);
  });
});
