import { describe, expect, it } from "vitest";
import { bareNome, cleanNome, isMislabelled, NOME_MASSIMO } from "./rules";

describe("a name is shown without what could deceive or lead elsewhere", () => {
  it.each([
    ["ricevuta.pdf", "ricevuta.pdf"],
    ["Ricevuta Città di Bolzano.PDF", "Ricevuta Città di Bolzano.pdf"],
    ["../../etc/passwd", "passwd.pdf"],
    ["C:\\Documenti\\busta.pdf", "busta.pdf"],
    ["/", "allegato.pdf"],
    ["", "allegato.pdf"],
    ["..", "allegato.pdf"],
    [".pdf", "pdf.pdf"],
    ["a\0.pdf", "a.pdf"],
    ["a.pdf\0.exe", "a.pdf.exe.pdf"],
    ["a\r\nSet-Cookie: x.pdf", "aSet-Cookie_ x.pdf"],
    ["foto\u202efdp.exe", "fotofdp.exe.pdf"],
    ["zero\u200blarghezza\ufeff.pdf", "zerolarghezza.pdf"],
    ["riga\u2028nuova.pdf", "riganuova.pdf"],
    ["rotta\ud800.pdf", "rotta.pdf"],
    ['a<b>"c"|d?e*.pdf', "a_b__c__d_e_.pdf"],
    ["citta\u0300.pdf", "città.pdf"],
    ["scan.001", "scan.001.pdf"],
    ["  molti   spazi  .pdf", "molti spazi.pdf"],
    ["punti....pdf", "punti.pdf"],
  ])("%j becomes %j", (given, expected) => {
    expect(cleanNome(given, "pdf")).toBe(expected);
  });

  it("at most 120 characters, of which the extension is never lost", () => {
    const length = (given: string) => [...cleanNome(given, "jpeg")].length;
    expect(length(`${"a".repeat(NOME_MASSIMO - 5)}.jpeg`)).toBe(NOME_MASSIMO);
    expect(cleanNome(`${"a".repeat(NOME_MASSIMO - 4)}.jpeg`, "jpeg")).toMatch(/^a{115}\.jpeg$/);
    expect(length("🙂".repeat(400))).toBe(NOME_MASSIMO);
    expect(cleanNome("a".repeat(100_000), "jpeg")).toMatch(/^a{116}\.jpg$/);
  });
});

it("what is told of a refused file is short, too", () => {
  expect(bareNome("a".repeat(100_000))).toHaveLength(NOME_MASSIMO);
});

it.each([
  ["a.jpg", "jpeg", false],
  ["a.JPEG", "jpeg", false],
  ["a.tif", "tiff", false],
  ["a", "pdf", false],
  ["a.001", "pdf", false],
  ["verbale del sig.rossi", "pdf", false],
  ["a.jpg", "png", true],
  ["a.pdf.exe", "pdf", true],
  ["a.pdf\0.jpg", "pdf", true],
  ["a.\u202efdp", "pdf", true],
  ["a.html", "jpeg", true],
] as const)("%j with the content of a %s lies: %s", (nome, tipo, lies) => {
  expect(isMislabelled(nome, tipo)).toBe(lies);
});
