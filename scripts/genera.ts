import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { generaArchivio } from "@/lib/archivi/generazione/mutations";
import { DATORI_MASSIMI } from "@/lib/archivi/generazione/rules";
import { messageOf } from "@/lib/archivi/rules";
import { parseDataIso } from "@/lib/dates";

// `npm run genera -- CARTELLA --datori N --seme S --oggi DATA`: same arguments, same bytes.

const USO = "Uso: npm run genera -- CARTELLA --datori N --seme S --oggi AAAA-MM-GG";

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { datori: { type: "string" }, seme: { type: "string" }, oggi: { type: "string" } },
  });
  const [cartella, ...others] = positionals;
  const datori = wholeNumber(values.datori, DATORI_MASSIMI);
  const seme = wholeNumber(values.seme, 2_147_483_647);
  const oggi = parseDataIso(values.oggi ?? "");
  if (!cartella || others.length > 0) throw new Error(USO);
  if (datori === null) throw new Error(`--datori dev'essere un numero da 0 a ${DATORI_MASSIMI}. ${USO}`);
  if (seme === null) throw new Error(`--seme dev'essere un numero intero da 0 in su. ${USO}`);
  if (oggi === null) throw new Error(`--oggi dev'essere una data AAAA-MM-GG che esiste. ${USO}`);
  return { cartella: resolve(cartella), datori, seme, oggi };
}

function wholeNumber(text: string | undefined, max: number): number | null {
  return text && /^\d{1,10}$/.test(text) && Number(text) <= max ? Number(text) : null;
}

try {
  const options = readArguments();
  const started = performance.now();
  await generaArchivio({
    ...options,
    onProgress: (datori) => {
      if (process.stderr.isTTY && datori % 5_000 === 0) process.stderr.write(`\r${datori} datori`);
    },
  });
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  console.log(`Archivio di ${options.datori} datori scritto in ${options.cartella} (${seconds} s).`);
} catch (error) {
  console.error((error as Error).message?.startsWith("Uso") ? (error as Error).message : messageOf(error));
  process.exitCode = 1;
}
