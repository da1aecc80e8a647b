import { describe, expect, test } from "vitest";
import { parseEnv } from "./env";

const SECRET = "x".repeat(32);
const message = (source: Record<string, string>, needed: Parameters<typeof parseEnv>[1] = []) => {
  const result = parseEnv(source, needed);
  return result.ok ? null : result.message;
};

describe("parseEnv", () => {
  test("with nothing set gives the defaults, and asks for nothing", () => {
    const result = parseEnv({});
    expect(result).toMatchObject({
      ok: true,
      values: { PORT: 3000, NEXTAUTH_URL: "http://localhost:3000", PROXY_FIDATI: 0, CASSETTO_DEMO: false },
    });
  });

  test("an empty variable is one that is not set", () => {
    expect(message({ PORT: "", OGGI: "", SMTP_URL: "" })).toBeNull();
  });

  test.each([
    ["PORT", "tremila"],
    ["PORT", "0"],
    ["PORT", "65536"],
    ["DATABASE_URL", "mysql://localhost/x"],
    ["DATABASE_URL", "cassetto"],
    ["DATABASE_OWNER_URL", "http://localhost"],
    ["NEXTAUTH_URL", "localhost:3000"],
    ["NEXTAUTH_SECRET", "corto"],
    ["PIN_PEPPER", "corto"],
    ["SMTP_URL", "http://posta"],
    ["CLAMD", "http://antivirus:3310"],
    ["CLAMD", "tcp://antivirus"],
    ["CLAMD", "unix:clamd.ctl"],
    ["OGGI", "2026-02-30"],
    ["OGGI", "oggi"],
    ["PROXY_FIDATI", "-1"],
    ["PROXY_FIDATI", "11"],
  ])("%s=%s is refused in one line that names it and does not repeat the value", (name, value) => {
    const line = message({ [name]: value });
    expect(line).toMatch(new RegExp(`^${name}: .+\\.$`));
    expect(line?.split("\n")).toHaveLength(1);
    if (value.length > 6) expect(line).not.toContain(value);
  });

  test("a needed variable that is missing is named", () => {
    const url = "postgres://a:b@localhost/c";
    expect(message({ DATABASE_URL: url }, ["DATABASE_URL", "NEXTAUTH_SECRET"])).toContain("NEXTAUTH_SECRET");
    expect(
      message({ DATABASE_URL: url, NEXTAUTH_SECRET: SECRET }, ["DATABASE_URL", "NEXTAUTH_SECRET"]),
    ).toBeNull();
  });

  test("the pepper comes from the secret, always the same, unless it is given", () => {
    const pepper = (source: Record<string, string>) => {
      const result = parseEnv(source);
      return result.ok ? result.values.PIN_PEPPER : undefined;
    };
    expect(pepper({ NEXTAUTH_SECRET: SECRET })).toHaveLength(43);
    expect(pepper({ NEXTAUTH_SECRET: SECRET })).toBe(pepper({ NEXTAUTH_SECRET: SECRET }));
    expect(pepper({ NEXTAUTH_SECRET: "y".repeat(32) })).not.toBe(pepper({ NEXTAUTH_SECRET: SECRET }));
    expect(pepper({ NEXTAUTH_SECRET: SECRET, PIN_PEPPER: "p".repeat(16) })).toBe("p".repeat(16));
    expect(pepper({})).toBeUndefined();
  });

  test("what is parsed cannot be changed", () => {
    const result = parseEnv({});
    expect(result.ok && Object.isFrozen(result.values)).toBe(true);
  });
});
