import { describe, expect, it } from "vitest";
import { codiceDi } from "./rules";

describe("codiceDi", () => {
  it.each([
    ["Avviso inesatto", [], "avviso_inesatto"],
    ["Perché l'importo è più alto?", [], "perche_l_importo_e_piu_alto"],
    ["Avviso inesatto", ["avviso_inesatto"], "avviso_inesatto_b"],
    ["Avviso inesatto", ["avviso_inesatto", "avviso_inesatto_b"], "avviso_inesatto_c"],
    ["730", [], "argomento"],
    ["x".repeat(100), [], "x".repeat(38)],
    ["x".repeat(100), ["x".repeat(38)], `${"x".repeat(38)}_b`],
  ])("%s beside %j: %s", (nome, presi, atteso) => {
    const codice = codiceDi(nome, presi);
    expect(codice).toBe(atteso);
    expect(codice).toMatch(/^[a-z][a-z_]{1,39}$/);
  });
});
