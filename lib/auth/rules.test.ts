import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeReturnPath } from "./rules";

const SITE = "https://cassetto.example";

describe("safeReturnPath", () => {
  it.each([
    "/",
    "/cassetto",
    "/cassetto/0b7e1c1e-0000-4000-8000-000000000000/pagamenti",
    "/cassetto/x/pagamenti.csv",
    "/deleganti?cerca=rossi%20anna&dopo=WyJhIl0",
    "/informazioni?anno=2026",
    "/accessibilita",
    "/apicoltura",
    "/%2f%2fevil.example",
    `/${"a".repeat(499)}`,
  ])("goes back to %s", (path) => {
    expect(safeReturnPath(path)).toBe(path);
  });

  it.each([
    ["another host", "//evil.example"],
    ["another host behind a way up", "/..//evil.example/x"],
    ["another host behind a dot", "/.//evil.example"],
    ["another host behind a way up in code", "/%2e%2e//evil.example"],
    ["two slashes further on", "/cassetto//evil.example"],
    ["a way up", "/cassetto/../accesso"],
    ["a way up in code", "/cassetto/%2E%2e/accesso"],
    ["another host by backslash", "/\\evil.example"],
    ["another host by two backslashes", "\\\\evil.example"],
    ["another host in full", "https://evil.example/cassetto"],
    ["another protocol", "javascript:alert(1)"],
    ["a host with a user", "/@evil.example:80"],
    ["a tab that browsers skip", "/\t/evil.example"],
    ["a line break", "/cassetto\r\nset-cookie: a=b"],
    ["a line break at the end", "/cassetto\n"],
    ["a NUL", "/cassetto\0"],
    ["a space", "/cassetto x"],
    ["a fragment", "/cassetto#x"],
    ["a letter outside ASCII", "/cassettò"],
    ["a relative path", "cassetto"],
    ["nothing", ""],
    ["too long a path", `/${"a".repeat(500)}`],
    ["the login itself", "/accesso"],
    ["the login with a way back", "/accesso?da=/accesso"],
    ["what lies under the login", "/accesso/x"],
    ["the way out", "/esci"],
    ["the way out with a query", "/esci?x=1"],
    ["what is not a page", "/api/salute"],
    ["two values", ["/cassetto", "/cassetto"]],
    ["no text", undefined],
    ["a number", 1],
    ["an object that looks like text", { toString: () => "/cassetto" }],
  ])("does not go back to %s", (_, value) => {
    expect(safeReturnPath(value)).toBeNull();
  });

  it("never leaves the site, whatever is asked", () => {
    const nasty = fc.string({ unit: fc.constantFrom(..."/\\.:@?#%2fF5cC\t\n evil-_~&=") });
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string()), (text) => {
        const path = safeReturnPath(`/${text}`);
        return path === null || new URL(path, SITE).origin === SITE;
      }),
      { numRuns: 1_000 },
    );
  });
});
