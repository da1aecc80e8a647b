// `npm start`, `npm run dev`: from a fresh clone to a working service. Works with nothing installed.
import path from "node:path";
import { checkNode, installDependencies, ROOT, refuse, releaseLock, takeLock } from "./avvio/prelude.mjs";

checkNode();
process.chdir(ROOT);
// With --prova, the world of the browser tests: data of its own, thrown away at the end.
const prova = process.argv.includes("--prova");
const folder = path.join(ROOT, prova ? ".prove/mondo" : ".dati");
const lock = path.join(folder, "avvio.pid");
const holder = lockOrRefuse();
if (holder)
  refuse(`Il servizio è già avviato da questa cartella (processo ${holder}): si ferma con Ctrl-C, di là.`);
process.on("exit", () => releaseLock(lock));

installDependencies();
const { register } = await import("tsx/esm/api");
register();
const { runWorld } = await import("./avvio/world.ts");
const dev = process.argv.includes("--dev");
process.exit(await runWorld({ dev, prova, folder, unlock: () => releaseLock(lock) }));

function lockOrRefuse() {
  try {
    return takeLock(lock);
  } catch (error) {
    return refuse(`Non posso scrivere in ${path.dirname(lock)} (${error.code}).`);
  }
}
