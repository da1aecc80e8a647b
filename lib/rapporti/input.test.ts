import { describe, expect, it } from "vitest";
import { STATI_RAPPORTO } from "@/db/schema/rapporti";
import { filtroRapportiInput } from "./input";

describe("filtroRapportiInput", () => {
  it.each(STATI_RAPPORTO)("takes the stato %s", (stato) => {
    expect(filtroRapportiInput.parse({ stato })).toEqual({ stato, cerca: "" });
  });

  it.each([undefined, "", "ATTIVO", "finito", ["attivo", "cessato"], 1])("%j is no stato", (stato) => {
    expect(filtroRapportiInput.parse({ stato }).stato).toBeNull();
  });

  it("takes the search without the spaces around it, and none that is too long or given twice", () => {
    expect(filtroRapportiInput.parse({ cerca: " rossi " }).cerca).toBe("rossi");
    expect(filtroRapportiInput.parse({ cerca: "a".repeat(101) }).cerca).toBe("");
    expect(filtroRapportiInput.parse({ cerca: ["a", "b"] }).cerca).toBe("");
  });
});
