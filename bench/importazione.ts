import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import postgres from "postgres";
import { createTestDatabase } from "@/db/test-db";
import startTestPostgres from "@/db/test-setup";
import { connect } from "@/lib/archivi/connessione/mutations";
import { generaArchivio } from "@/lib/archivi/generazione/mutations";
import { importaArchivio } from "@/lib/archivi/mutations";
import { type Misura, median } from "./misura";

// The import of contributi.csv against a bare COPY of the same rows into the same table: same columns, indexes,
// constraints and foreign key. The two take turns, so that what else the machine does falls on both.

const DATORI = 11_500;
const GIRI = 5;
const RAPPORTO_MINIMO = 0.35;
const MEMORIA_MASSIMA_MB = 300;
const COLONNE = `posizione_id, rapporto, anno, trimestre, progressivo, settimane, ore, importo, quota_lavoratore,
  cassacolf, scadenza, codice_avviso, sospensione`;

export async function misuraImportazione(): Promise<Misura[]> {
  const stop = process.env.PROVA_POSTGRES ? null : await startTestPostgres();
  const database = await createTestDatabase();
  const sql = postgres(database.ownerUrl, { max: 1, onnotice: () => undefined });
  const base = await mkdtemp(path.join(tmpdir(), "banco-"));
  try {
    return await measure({ sql, ownerUrl: database.ownerUrl, base });
  } finally {
    await sql.end();
    await rm(base, { recursive: true });
    await database.drop();
    await stop?.();
  }
}

type Banco = { sql: postgres.Sql; ownerUrl: string; base: string };

async function measure(banco: Banco): Promise<Misura[]> {
  const { sql, base } = banco;
  const righe = await prepare(banco);
  const importer: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < GIRI; round++) {
    await sql`truncate contributi_nudi`;
    bare.push(await seconds(() => copyBare(sql, path.join(base, "contributi.copy"))));
    await sql`truncate contributi, versamenti`;
    importer.push(await seconds(() => load(banco, "contributi")));
  }
  const valore = righe / median(importer);
  const valoreConfronto = righe / median(bare);
  const rapporto = valore / valoreConfronto;
  const memoria = await peakMegabytes(banco.ownerUrl, path.join(base, "contributi"));
  return [
    {
      nome: `importazione di contributi.csv (${righe} righe)`,
      valore: Math.round(valore),
      unita: "righe/s",
      confronto: "COPY nudo delle stesse righe",
      valoreConfronto: Math.round(valoreConfronto),
      rapporto: round(rapporto),
      obiettivo: RAPPORTO_MINIMO,
      raggiunto: rapporto >= RAPPORTO_MINIMO,
    },
    {
      nome: "memoria dell'importazione, al massimo",
      valore: memoria,
      unita: "MB",
      confronto: "limite",
      valoreConfronto: MEMORIA_MASSIMA_MB,
      rapporto: round(memoria / MEMORIA_MASSIMA_MB),
      obiettivo: 1,
      raggiunto: memoria <= MEMORIA_MASSIMA_MB,
    },
  ];
}

/** What contributi refer to is loaded once; the rows for the bare COPY are those a first import left, in file order. */
async function prepare(banco: Banco): Promise<number> {
  const { sql, base } = banco;
  const cartella = path.join(base, "anagrafiche");
  await generaArchivio({ cartella, datori: DATORI, seme: 1, oggi: "2026-11-23" });
  await cp(path.join(cartella, "contributi.csv"), path.join(base, "contributi/contributi.csv"));
  for (const name of ["contributi.csv", "versamenti.csv", "deleghe.csv"]) await rm(path.join(cartella, name));
  await load(banco, "anagrafiche");
  await load(banco, "contributi");

  const connessione = await connect(banco.ownerUrl);
  const rows = `select ${COLONNE} from contributi order by rapporto, anno, trimestre, progressivo`;
  const out = await connessione.copyOut(`copy (${rows}) to stdout`);
  await pipeline(out, createWriteStream(path.join(base, "contributi.copy")));
  await connessione.close();
  await sql`create table contributi_nudi (like contributi including all)`;
  await sql`alter table contributi_nudi add foreign key (posizione_id, rapporto)
    references rapporti (posizione_id, codice) on update cascade`;
  const [counted] = await sql<{ righe: number }[]>`select count(*)::int as righe from contributi`;
  return counted?.righe ?? 0;
}

async function load({ base, ownerUrl }: Banco, name: string): Promise<void> {
  const cartella = path.join(base, name);
  const { errore, riepilogo } = await importaArchivio({ cartella, databaseUrl: ownerUrl, rigoroso: true });
  if (errore) throw new Error(`${name}: ${errore} ${JSON.stringify(riepilogo)}`);
}

async function copyBare(sql: postgres.Sql, file: string): Promise<void> {
  const copy = await sql.unsafe(`copy contributi_nudi (${COLONNE}) from stdin`).writable();
  await pipeline(createReadStream(file, { highWaterMark: 262_144 }), copy);
}

/** Of a process of its own, as `npm run importa` starts one; 0 where the system does not tell. */
async function peakMegabytes(ownerUrl: string, cartella: string): Promise<number> {
  const args = ["--conditions=react-server", "--import", "tsx", "scripts/importa.ts", cartella];
  const env = { ...process.env, DATABASE_OWNER_URL: ownerUrl };
  const child = spawn(process.execPath, args, {
    cwd: path.join(import.meta.dirname, ".."),
    env,
    stdio: "ignore",
  });
  let peak = 0;
  const watch = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
  }, 50);
  await once(child, "exit");
  clearInterval(watch);
  return Math.round(peak / 1_024);
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}

const round = (value: number) => Math.round(value * 100) / 100;
