import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { soggetti } from "./fixtures/archivio";
import { PERSONE, ROOT } from "./fixtures/persone";
import { expect, test } from "./fixtures/test";

// Runs after all other journeys: what the service wrote while people logged in, erred and downloaded.

const LOG = process.env.PROVA_LOG ?? path.join(ROOT, ".prove/log-server.txt");

test("the log of the whole run names nobody", () => {
  test.skip(!existsSync(LOG), "there is no log to look at");
  const log = readFileSync(LOG, "utf8");
  expect(log.length, "a log with nothing in it proves nothing").toBeGreaterThan(200);
  const values = new Set<string>();
  for (const { codice_fiscale, cognome, nome, email, pec, telefono, cellulare } of soggetti) {
    for (const value of [codice_fiscale, email, pec, telefono, cellulare]) if (value) values.add(value);
    for (const name of [cognome, nome]) if (name && name.length > 4) values.add(name);
  }
  for (const { pin, codiceFiscale } of PERSONE) values.add(pin).add(codiceFiscale);
  const found = [...values].filter((value) => occursIn(log, value));
  expect(found).toEqual([]);
});

/** As a word of its own; what merely contains a short name is another word. */
function occursIn(log: string, value: string): boolean {
  if (!log.toLowerCase().includes(value.toLowerCase())) return false;
  const escaped = value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "iu").test(log);
}
