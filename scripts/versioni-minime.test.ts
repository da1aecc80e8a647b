import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import minime from "./versioni-minime.json";

// `npm audit` needs the public registry, which is not always there: what a known hole rules out is written down
// (security.md, section 0) and compared with what package-lock.json installs, at any depth.
type Lock = {
  packages: Record<string, { version?: string; resolved?: string; integrity?: string; link?: boolean }>;
};
const lock: Lock = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"));
const installed = Object.entries(lock.packages).filter(([place]) => place !== "");

const parts = (version: string) => version.split(/[-+]/, 1)[0]?.split(".").map(Number) ?? [];

/** Negative, zero or positive, as `a` is before, at or after `b`; what comes before a release is before it. */
function compare(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (let index = 0; index < 3; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(b.includes("-")) - Number(a.includes("-"));
}

/** Fixes reach several lines at once: a version is measured by the floor of its own line, else by the highest. */
function isFixed(version: string, floors: readonly string[]): boolean {
  const line = (text: string) => parts(text).slice(0, 2).join(".");
  const highest = [...floors].sort(compare).at(-1) ?? "";
  return compare(version, floors.find((floor) => line(floor) === line(version)) ?? highest) >= 0;
}

describe("what is installed", () => {
  it.each(Object.entries(minime))("has of %s no version below %j", (name, floors) => {
    const below = installed
      .filter(([place]) => place.endsWith(`node_modules/${name}`))
      .filter(([, { version = "" }]) => !isFixed(version, floors))
      .map(([place, { version }]) => `${place} ${version}`);
    expect(below).toEqual([]);
  });

  it.each(["next", "react", "react-dom", "drizzle-orm", "next-auth", "sharp", "pdfjs-dist"])(
    "has %s at all",
    (name) => {
      expect(lock.packages[`node_modules/${name}`]?.version).toMatch(/^\d/);
    },
  );

  it("comes from whatever registry npm is told to use: no address is written down", () => {
    expect(installed.filter(([, { resolved }]) => resolved).map(([place]) => place)).toEqual([]);
  });
});

it.each([
  ["16.4.1", ["16.4.1"], true],
  ["16.4.0", ["16.4.1"], false],
  ["16.10.0", ["16.4.1"], true],
  ["9.0.0", ["16.4.1"], false],
  ["16.4.1-canary.3", ["16.4.1"], false],
  ["16.4.2-canary.3", ["16.4.1"], true],
  ["19.1.10", ["19.0.9", "19.1.10", "19.3.1"], true],
  ["19.1.9", ["19.0.9", "19.1.10", "19.3.1"], false],
  ["19.2.50", ["19.0.9", "19.1.10", "19.3.1"], false],
  ["19.4.0", ["19.0.9", "19.1.10", "19.3.1"], true],
])("%s against %j: fixed %s", (version, floors, fixed) => {
  expect(isFixed(version, floors)).toBe(fixed);
});
