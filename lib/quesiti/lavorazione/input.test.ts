import { describe, expect, it } from "vitest";
import { codaInput, encodeCursore } from "./coda/input";
import { visteDi } from "./coda/rules";
import { assegnaMoltiInput, fattoSedeInput, notaInput, rispostaInput, trasferisciInput } from "./input";

const ID = "0b7e1c1e-1234-4abc-8def-000000000000";
const quesito = { quesito: ID, protocollo: "100000.2026.0000001" };
const wrongFields = (input: { safeParse: (value: unknown) => unknown }, value: object) => {
  const parsed = input.safeParse(value) as { error?: { issues: { path: unknown[] }[] } };
  return (parsed.error?.issues ?? []).map(({ path }) => path.join("."));
};

describe("rispostaInput", () => {
  const risposta = { ...quesito, bozza: ID, cosa: "invia", tipo: "risposta", testo: "Ecco." };

  it.each<[object, string[]]>([
    [{}, []],
    [{ testo: " \r\n " }, ["testo"]],
    [{ tipo: undefined }, ["tipo"]],
    [{ tipo: "chiusura", testo: "" }, ["testo", "tipo"]],
    [{ cosa: "salva", tipo: undefined, testo: "" }, []],
    [{ cosa: "allega", testo: "" }, []],
    [{ cosa: "cerca", tipo: undefined, testo: "", cercaSede: "a".repeat(101) }, []],
    [{ cosa: "cancella" }, ["cosa"]],
    [{ testo: "a".repeat(4_000) }, []],
    [{ testo: "a".repeat(4_001) }, ["testo"]],
    [{ testo: `${"a\r\n".repeat(1_999)}aa` }, []],
    [{ testo: "a\0b" }, ["testo"]],
    [{ bozza: "1" }, ["bozza"]],
    [{ protocollo: "../../esci" }, ["protocollo"]],
  ])("with %j: wrong are %j", (changes, wrong) => {
    expect(wrongFields(rispostaInput, { ...risposta, ...changes })).toEqual(wrong);
  });
});

it("a reason has 5 to 300 characters, a note at least one and at most 2000", () => {
  const passa = { ...quesito, sede: "110000" };
  expect(wrongFields(trasferisciInput, { ...passa, perche: "12345" })).toEqual([]);
  expect(wrongFields(trasferisciInput, { ...passa, perche: " 1234 " })).toEqual(["perche"]);
  expect(wrongFields(trasferisciInput, { ...passa, perche: "a".repeat(300) })).toEqual([]);
  expect(wrongFields(trasferisciInput, { ...passa, perche: "a".repeat(301) })).toEqual(["perche"]);
  expect(wrongFields(trasferisciInput, { ...quesito, perche: "12345" })).toEqual(["sede"]);
  const nota = { ...quesito, chiave: ID };
  expect(wrongFields(notaInput, { ...nota, nota: "a".repeat(2_000) })).toEqual([]);
  expect(wrongFields(notaInput, { ...nota, nota: " " })).toEqual(["nota"]);
  expect(wrongFields(notaInput, { ...nota, nota: "a".repeat(2_001) })).toEqual(["nota"]);
  expect(wrongFields(notaInput, { ...quesito, nota: "a" })).toEqual(["chiave"]);
});

it("the ticked rows are those whose name is an id, and there is at least one", () => {
  const dati = { collega: ID, motivo: "assenza", da: "" };
  const parsed = assegnaMoltiInput.parse({
    ...dati,
    [`quesito.${ID}`]: "si",
    "quesito.x": "si",
    altro: "si",
  });
  expect(parsed.quesiti).toEqual([ID]);
  expect(wrongFields(assegnaMoltiInput, dati)).toEqual(["quesiti"]);
});

describe("codaInput", () => {
  it("reads an address, and leaves out what makes no sense", () => {
    expect(codaInput.parse({})).toEqual({
      vista: "da_assegnare",
      cerca: "",
      categoria: null,
      stato: null,
      collega: null,
      dopo: null,
    });
    const wrong = {
      vista: "x",
      cerca: ["a"],
      categoria: "a'b",
      stato: "y",
      collega: "1",
      dopo: "2026-02-30_1",
    };
    expect(codaInput.parse(wrong)).toEqual(codaInput.parse({}));
  });

  it("goes on where a page ended", () => {
    const dopo = encodeCursore(["2026-11-23", ID]);
    expect(codaInput.parse({ dopo }).dopo).toEqual(["2026-11-23", ID]);
    expect(codaInput.parse({ dopo: `2026-02-30_${ID}` }).dopo).toBeNull();
  });
});

it("the list of pareri is there while any are asked", () => {
  expect(visteDi(0)).not.toContain("pareri");
  expect(visteDi(1)).toContain("pareri");
});

it("the address says only what can have been done", () => {
  expect(fattoSedeInput.parse("preso")).toBe("preso");
  expect(fattoSedeInput.parse("<script>")).toBeNull();
});
