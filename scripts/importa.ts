import { parseArgs } from "node:util";
import { progressLine, riepilogoTable } from "@/lib/archivi/avanzamento/rules";
import { importaArchivio } from "@/lib/archivi/mutations";
import { exitCodeOf, ImportazioneRifiutata, messageOf } from "@/lib/archivi/rules";
import type { Avanzamento, EsitoImportazione } from "@/lib/archivi/types";
import { env } from "@/lib/env";
import { findOwnerUrl } from "./avvio/target";

// `npm run importa -- CARTELLA [--rigoroso]`. Exit code: 0 all loaded, 2 loaded with refused rows, 1 nothing loaded.

const USO = "Uso: npm run importa -- CARTELLA [--rigoroso]";
const PAUSA_TERMINALE_MS = 100;
const PAUSA_REGISTRO_MS = 5_000;

// Whoever was reading may go away (`| head`): that is no reason to stop loading.
process.stdout.on("error", () => undefined);

process.exitCode = await main().catch((error: unknown) => {
  console.error(`Non è stato caricato nulla: ${messageOf(error)}.`);
  return 1;
});

async function main(): Promise<number> {
  const { cartella, rigoroso } = readArguments();
  const progress = createProgress();
  const databaseUrl = findDatabase();
  try {
    const onProgress = progress.show;
    const esito = await importaArchivio({
      cartella,
      rigoroso,
      databaseUrl,
      onProgress,
      signal: stopSignal(),
    });
    progress.end();
    return report(esito);
  } finally {
    progress.end();
  }
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { rigoroso: { type: "boolean", default: false } },
    });
    const [cartella, ...others] = positionals;
    if (cartella && others.length === 0) return { cartella, rigoroso: values.rigoroso };
  } catch (error) {
    throw new ImportazioneRifiutata(`opzione sconosciuta. ${USO}`, { cause: error });
  }
  throw new ImportazioneRifiutata(`manca la cartella dell'archivio. ${USO}`);
}

/** What can be wrong here is said in one clear line by whoever finds it. */
function findDatabase(): string {
  try {
    return findOwnerUrl(env.DATABASE_OWNER_URL);
  } catch (error) {
    throw new ImportazioneRifiutata((error as Error).message.replace(/\.$/, ""), { cause: error });
  }
}

/** Ctrl-C and SIGTERM: what was begun is undone, and the run says so. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stop.abort());
  return stop.signal;
}

function report({ errore, riepilogo, scarti, esito }: EsitoImportazione): number {
  if (riepilogo.length > 0) console.log(`\n${riepilogoTable(riepilogo)}\n`);
  if (scarti) console.log(`Le righe scartate sono elencate in ${scarti}.`);
  if (errore) console.error(`Non è stato caricato nulla: ${errore}.`);
  else console.log(scarti ? "Il resto dell'archivio è caricato." : "L'archivio è caricato.");
  return exitCodeOf(esito);
}

/** On a terminal one line that renews itself; in a log a line for each step, and every few seconds. */
function createProgress() {
  const { stdout } = process;
  const pause = stdout.isTTY ? PAUSA_TERMINALE_MS : PAUSA_REGISTRO_MS;
  let step = "";
  let stepStarted = 0;
  let shown = 0;
  let open = false;

  function show(avanzamento: Avanzamento): void {
    const now = performance.now();
    const current = `${avanzamento.file} ${avanzamento.fase}`;
    const fresh = current !== step;
    if (fresh) [step, stepStarted] = [current, now];
    const complete = avanzamento.fase === "lettura" && avanzamento.byteLetti === avanzamento.byteTotali;
    if (!fresh && !complete && now - shown < pause) return;
    shown = now;
    const line = progressLine(avanzamento, (now - stepStarted) / 1_000);
    if (stdout.isTTY) stdout.write(`\r\x1b[2K${line}`);
    else if (complete || avanzamento.fase === "unione" || !fresh) console.log(line);
    open = true;
  }
  function end(): void {
    if (open && stdout.isTTY) stdout.write("\r\x1b[2K");
    open = false;
  }
  return { show, end };
}
