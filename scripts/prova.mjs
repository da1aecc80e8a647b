// `npm test`: everything CI runs, from a fresh clone. `npm run check`: the quick part. Works with nothing installed.
import { checkNode, installDependencies, ROOT } from "./avvio/prelude.mjs";

checkNode();
process.chdir(ROOT);
installDependencies();
const { register } = await import("tsx/esm/api");
register();
const { runProve } = await import("./prova/run.ts");
process.exit(await runProve({ rapido: process.argv.includes("--rapido") }));
