import { expect, test } from "vitest";
import { describeError, redact } from "./redaction.mjs";

test.each([
  "RSSMRA50A41X123K",
  "rssmra50a41x123k",
  "RSSMRARLALMXMNPK",
  "IT60X0542811101000000123456",
  "nome.cognome@esempio.it",
  "12345678903",
])("%s does not get through", (value) => {
  expect(redact(`valore ${value}, poi altro`)).not.toContain(value);
  expect(JSON.parse(redact(JSON.stringify({ valore: value, testo: `a "${value}" b` })))).toBeDefined();
});

test("a number of eleven digits leaves JSON whole", () => {
  expect(JSON.parse(redact('{"valore":12345678903}'))).toEqual({ valore: 99999999999 });
});

test("the secret in the address of a calendar does not get through", () => {
  const percorso = "/calendario/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4";
  for (const line of [JSON.stringify({ percorso }), JSON.stringify({ testo: `a "${percorso}" b` })]) {
    expect(redact(line)).not.toContain("Zm9v");
    expect(JSON.stringify(JSON.parse(redact(line)))).toContain("/calendario/…");
  }
});

test("ids, dates and rapporto codes stay readable", () => {
  const line = "2026-11-23T08:00:00.000Z 6f1f77bc-90a5-4f6e-8c5e-123456789012 rapporto 0123456789";
  expect(redact(line)).toBe(line);
});

test("an error is told by kind, code and place, never by the values in its message", () => {
  const cause = Object.assign(new Error("Key (codice_fiscale)=(RSSMRA50A41X123K) already exists"), {
    code: "23505",
  });
  const told = describeError(new Error("Failed query: params: Maria", { cause }));
  expect(JSON.stringify(told)).not.toMatch(/RSSMRA|Maria/);
  expect(told).toMatchObject({ nome: "Error", causa: { codice: "23505" } });
  expect(told.dove).not.toHaveLength(0);
});

test("what the engine says of the program itself is kept", () => {
  expect(describeError(new TypeError("x is not a function"))).toMatchObject({
    messaggio: "x is not a function",
  });
});
