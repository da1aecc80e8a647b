import { describe, expect, it } from "vitest";
import { encodeCursore, filtroQuesitiInput } from "./input";

const ID = "0b7e1c1e-1234-4abc-8def-000000000000";
const NIENTE = {
  cerca: "",
  rapporto: null,
  categoria: null,
  stato: null,
  chi: null,
  dal: null,
  al: null,
  dopo: null,
};

describe("filtroQuesitiInput", () => {
  it("is no filter when nothing is asked", () => {
    expect(filtroQuesitiInput.parse({})).toEqual(NIENTE);
  });

  it("takes what makes sense", () => {
    const scelta = {
      cerca: "MAV",
      rapporto: "7002600001",
      categoria: "mav",
      stato: "chiuso",
      chi: "altri",
      dal: "2026-01-01",
      al: "2028-02-29",
      dopo: null,
    };
    expect(filtroQuesitiInput.parse({ ...scelta, cerca: " MAV " })).toEqual(scelta);
    expect(filtroQuesitiInput.parse({ rapporto: "nessuno" }).rapporto).toBe("nessuno");
    expect(filtroQuesitiInput.parse({ cerca: "a".repeat(100) }).cerca).toHaveLength(100);
  });

  it.each([
    ["cerca", "a".repeat(101)],
    ["cerca", "ros\0si"],
    ["cerca", ["a", "b"]],
    ["rapporto", "700260000"],
    ["rapporto", "tutti"],
    ["categoria", "MAV; drop table"],
    ["stato", "aperto"],
    ["chi", "bruno"],
    ["dal", "2026-02-30"],
    ["al", "domani"],
    ["dopo", ""],
    ["dopo", "2026-11-23 08:05:00.000001"],
    ["dopo", `2026-02-30 08:05:00.000001_${ID}`],
    ["dopo", `2026-11-23 24:00:00.000001_${ID}`],
    ["dopo", `2026-11-23 08:05:00.000001_${ID}x`],
    ["dopo", `infinity_${ID}`],
    ["dopo", "a".repeat(101)],
  ])("leaves out a %s that makes no sense: %j", (name, value) => {
    expect(filtroQuesitiInput.parse({ [name]: value })).toEqual(NIENTE);
  });

  it("takes back the cursor it has made", () => {
    const dopo = { istante: "2026-11-23 08:05:59.999999", id: ID };
    expect(filtroQuesitiInput.parse({ dopo: encodeCursore(dopo) }).dopo).toEqual(dopo);
  });
});
