import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { generaArchivio } from "@/lib/archivi/generazione/mutations";
import { DATORI_MASSIMI } from "@/lib/archivi/generazione/rules";
import { messageOf } from "@/lib/archivi/rules";
import { parseDataIso } from "@/lib/dates";

// `npm run genera -- CARTELLA --datori N --seme S --oggi DATA`: same arguments, same bytes.

const USO = "Uso: npm run genera -- CARTELLA --datori N --seme S --oggi AAAA-MM-GG";

/** What was asked, or why it cannot be done. */
function readArguments() {
  const { cartella, ...values } = parse();
  const datori = wholeNumber(values.datori, DATORI_MASSIMI);
  const seme = wholeNumber(values.seme, 2_147_483_647);
  const oggi = parseDataIso(values.oggi ?? "");
  if (!cartella) return USO;
  if (datori === null) return `--datori dev'essere un numero intero da 0 a ${DATORI_MASSIMI}. ${USO}`;
  if (seme === null) return `--seme dev'essere un numero intero da 0 in su. ${USO}`;
  if (oggi === null) return `--oggi dev'essere una data AAAA-MM-GG che esiste. ${USO}`;
  return { cartella: resolve(cartella), datori, seme, oggi };
}

function parse(): { cartella?: string; datori?: string; seme?: string; oggi?: string } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { datori: { type: "string" }, seme: { type: "string" }, oggi: { type: "string" } },
    });
    return positionals.length === 1 ? { ...values, cartella: positionals[0] } : {};
  } catch {
    // An option that does not exist: the line that says which ones do is all there is to say.
    return {};
  }
}

function wholeNumber(text: string | undefined, max: number): number | null {
  return text && /^\d{1,10}$/.test(text) && Number(text) <= max ? Number(text) : null;
}

async function main(): Promise<number> {
  const options = readArguments();
  if (typeof options === "string") {
    console.error(options);
    return 1;
  }
  const started = performance.now();
  await generaArchivio({
    ...options,
    onProgress: (datori) => {
      if (process.stderr.isTTY && datori % 1_000 === 0) process.stderr.write(`\r${datori} datori `);
    },
  });
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  console.log(`Archivio di ${options.datori} datori scritto in ${options.cartella} (${seconds} s).`);
  return 0;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(`L'archivio non è stato scritto: ${messageOf(error)}.`);
  return 1;
});
