// A registry mirror that keeps one platform's binaries makes npm leave the others' out of package-lock.json, and
// `npm ci` then refuses the lockfile everywhere. This writes the missing entries: exact version, platform, optional.
// Run after every change of dependencies: node scripts/completa-lockfile.mjs
import { readFileSync, writeFileSync } from "node:fs";

const SYSTEMS = ["android", "darwin", "freebsd", "linux", "openbsd", "openharmony", "win32"];
const PROCESSORS = ["arm64", "arm", "ia32", "loong64", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const added = [];

for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (find(place, name)) continue;
    if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name}@${version}: not an exact version`);
    added.push([`node_modules/${name}`, entryFor(name, version, entry)]);
  }
}
for (const [place, entry] of added) lock.packages[place] = entry;
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added.length} entries added`);

/** Where Node would find `name` from `place`, walking up the folders. */
function find(place, name) {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    if (lock.packages[`${at ? `${at}/` : ""}node_modules/${name}`]) return true;
    if (!at) return false;
  }
}

function entryFor(name, version, parent) {
  const parts = name.split(/[/-]/);
  const os = SYSTEMS.filter((system) => parts.includes(system));
  const cpu = PROCESSORS.filter(
    (processor) => parts.includes(processor) || (processor === "arm" && parts.includes("armv7")),
  );
  const libc = parts.includes("musl")
    ? ["musl"]
    : parts.includes("gnu") || parts.includes("gnueabihf")
      ? ["glibc"]
      : [];
  return {
    version,
    cpu: cpu.length ? cpu : undefined,
    libc: libc.length ? libc : undefined,
    optional: true,
    dev: parent.dev,
    os: os.length ? os : undefined,
  };
}
