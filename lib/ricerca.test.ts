import { expect, it } from "vitest";

process.env.NEXTAUTH_SECRET = "una chiave che serve soltanto a questa prova";
const { openCerca, sealCerca } = await import("./ricerca");

it("opens what it sealed, whatever was typed", () => {
  for (const testo of ["Rossi", "", "D'Àngelo 🔒", "~", "x".repeat(100)]) {
    expect(openCerca({ cerca: sealCerca(testo), stato: "attivo" })).toEqual({
      cerca: testo,
      stato: "attivo",
    });
  }
});

it("shows nothing of it, and never the same twice", () => {
  const sealed = sealCerca("Rossi");
  expect(sealed).toMatch(/^~[A-Za-z0-9_-]{44,}$/);
  expect(Buffer.from(sealed.slice(1), "base64url").toString("latin1")).not.toContain("Rossi");
  expect(sealCerca("Rossi")).not.toBe(sealed);
});

it("finds nothing in what was changed, cut or made elsewhere", () => {
  const sealed = sealCerca("Rossi");
  const changed = sealed.slice(0, -1) + (sealed.endsWith("A") ? "B" : "A");
  for (const cerca of [changed, sealed.slice(0, 30), "~", "~~", `~${"A".repeat(60)}`]) {
    expect(openCerca({ cerca })).toEqual({ cerca: "" });
  }
});

it("leaves alone what is not sealed", () => {
  for (const params of [{}, { cerca: "rossi" }, { cerca: ["~a", "~b"] }])
    expect(openCerca(params)).toBe(params);
});
