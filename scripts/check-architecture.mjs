// Holds the house to its plan (CONTRIBUTING.md): who may import whom, which files a room may have, no cycles.
// Each message says what to do instead. `node scripts/check-architecture.mjs` exits 1 at the first list of faults.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const VOCABULARY = ["queries", "mutations", "actions", "rules", "policy", "input", "types"];
/** lib/ folders in English are machinery and choose their own file names; all others are rooms. */
const MACHINERY = ["auth", "actions", "jobs", "mail"];

/** Places and what they may not import by value; the first place that fits a file decides. */
const DIRECTIONS = [
  { from: /^(e2e|bench|scripts)\/|\.(i?test)\.ts$|^db\/(seed|test-|mondo)|config\.ts$/, not: [] },
  { from: /^proxy\.ts$/, not: [[/^(?!lib\/auth\/)/, "the door reads lib/auth only"]] },
  {
    from: /^components\/ui\//,
    not: [[/^(?!components\/ui\/)/, "components/ui could ship in another product: pass it props"]],
  },
  {
    from: /^components\//,
    not: [
      [/^app\//, "app composes components, not the other way round"],
      [/^db\/(?!seed)/, "take what you need as props, or from a room's input"],
      [/^lib\/.*\/(queries|mutations|policy)$/, "the page asks and passes the answer as props"],
      [/^lib\/auth\/session$/, "the page proves the viewer and passes it on"],
    ],
  },
  {
    from: /^app\//,
    not: [[/^db\//, "await a function of a room's queries.ts: the scope clause is what a page forgets"]],
  },
  { from: /^db\//, not: [[/^(?!db\/|lib\/env$)/, "the database knows nothing of the house above it"]] },
  {
    from: /^lib\//,
    not: [
      [/^(app|components)\//, "lib serves app and components, it does not know them"],
      [/^db\/(seed|test-|mondo)/, "test and demo worlds stay out of the product"],
    ],
  },
];

const files = list(["app", "components", "lib", "db", "e2e", "bench", "scripts"]).concat(["proxy.ts"]);
const faults = [];
const graph = new Map();

for (const file of files) {
  const text = readFileSync(path.join(root, file), "utf8");
  const imports = importsOf(file, text);
  graph.set(
    file,
    imports.filter(({ typeOnly }) => !typeOnly).map(({ target }) => target),
  );
  checkDirections(file, imports);
  checkRoom(file, text, imports);
}
checkCycles();

if (faults.length) {
  console.error(faults.join("\n"));
  console.error(`${faults.length} faults in the architecture`);
  process.exit(1);
}
console.log(`${files.length} files, no fault in the architecture`);

function checkDirections(file, imports) {
  const rule = DIRECTIONS.find(({ from }) => from.test(file));
  for (const { target, typeOnly } of imports) {
    if (typeOnly) continue;
    for (const [pattern, instead] of rule?.not ?? []) {
      if (pattern.test(bare(target))) faults.push(`${file} imports ${bare(target)}: ${instead}`);
    }
  }
}

function checkRoom(file, text, imports) {
  const [top, room, ...rest] = file.split("/");
  if (top !== "lib" || rest.length === 0 || MACHINERY.includes(room)) return;
  const isTest = /\.i?test\.tsx?$/.test(file);
  const name = path
    .basename(file)
    .replace(/\.(i?test\.)?tsx?$/, "")
    .split(".")[0];
  if (!isTest && !VOCABULARY.includes(name)) {
    faults.push(`${file}: a room has only ${VOCABULARY.join(", ")}; a sub-concern is a sub-folder`);
  }
  if (isTest) return;
  if (/^(queries|mutations)$/.test(name) && !text.startsWith('import "server-only"')) {
    faults.push(`${file}: the first line is import "server-only"`);
  }
  if (name === "actions") {
    for (const [, exported] of text.matchAll(
      /^export (?:const|async function|function) (\w+)\b(?! = (form|plain)Action\()/gm,
    )) {
      faults.push(`${file}: ${exported} goes through formAction or plainAction (lib/actions/form-action.ts)`);
    }
  }
  for (const { target, typeOnly } of imports) {
    const [, otherRoom, ...parts] = bare(target).split("/");
    const foreign = bare(target).startsWith("lib/") && parts.length > 0 && otherRoom !== room;
    if (
      foreign &&
      !typeOnly &&
      !MACHINERY.includes(otherRoom) &&
      /^(mutations|actions|input)$/.test(parts.at(-1) ?? "")
    ) {
      faults.push(`${file} imports ${bare(target)}: of another room only queries, rules, policy and types`);
    }
    if (name === "rules" && !typeOnly && /^db\/|\/(queries|mutations)$/.test(bare(target))) {
      faults.push(`${file} imports ${bare(target)}: rules are pure, take the rows as parameters`);
    }
  }
}

function checkCycles() {
  const state = new Map();
  const visit = (file, trail) => {
    if (state.get(file) === "done" || !graph.has(file)) return;
    if (state.get(file) === "open") {
      faults.push(`a cycle: ${[...trail.slice(trail.indexOf(file)), file].join(" -> ")}`);
      return;
    }
    state.set(file, "open");
    for (const target of graph.get(file)) visit(target, [...trail, file]);
    state.set(file, "done");
  };
  for (const file of graph.keys()) visit(file, []);
}

function importsOf(file, text) {
  const found = [];
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^"';]*?)\s*from\s+"([^"]+)"|(?:^|\n)import\s+"([^"]+)"|import\("([^"]+)"\)/g;
  for (const [, type, names = "", from, bareImport, lazy] of text.matchAll(pattern)) {
    const target = resolveImport(file, from ?? bareImport ?? lazy);
    if (!target) continue;
    const inside = /\{([^}]*)\}/.exec(names)?.[1];
    const allTypes =
      inside !== undefined &&
      !/^\w/.test(names.trim()) &&
      inside
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean)
        .every((part) => part.startsWith("type "));
    found.push({ target, typeOnly: Boolean(type) || allTypes || Boolean(lazy) });
  }
  return found;
}

/** The path of one of our files from the root, or null for a package. */
function resolveImport(file, specifier) {
  if (!specifier.startsWith("@/") && !specifier.startsWith(".")) return null;
  const base = specifier.startsWith("@/")
    ? specifier.slice(2)
    : path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
  const found = ["", ".ts", ".tsx", ".mjs", "/index.ts"]
    .map((end) => base + end)
    .find((name) => /\.\w+$/.test(name) && existsSync(path.join(root, name)));
  return found ?? base;
}

function bare(target) {
  return target.replace(/\.(tsx?|mjs|json)$/, "");
}

function list(folders) {
  return folders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
        .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
        .filter((name) => /\.(tsx?|mjs)$/.test(name) && !name.endsWith(".d.ts")),
    );
}
