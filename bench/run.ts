import { writeFileSync } from "node:fs";
import path from "node:path";
import startWorld from "@/e2e/fixtures/world";
import { misuraAppuntamenti } from "./appuntamenti";
import { misuraDeleganti } from "./deleganti";
import { misuraImportazione } from "./importazione";
import type { Misura } from "./misura";
import { misuraPagine } from "./pagine";

// `npm run bench`: ratios within one run, for machines are shared and noisy. Prints a table, writes the same as JSON.
const misure: Misura[] = [];
process.env.CASSETTO_MISURE = "1";
const stop = await startWorld();
try {
  const base = process.env.CASSETTO_URL ?? "";
  misure.push(
    ...(await misuraPagine(base)),
    ...(await misuraDeleganti(base)),
    ...(await misuraAppuntamenti()),
  );
} finally {
  await stop();
}
misure.push(...(await misuraImportazione()));

console.table(
  misure.map(({ nome, valore, unita, valoreConfronto, rapporto, obiettivo, raggiunto }) => ({
    nome,
    valore: Math.round(valore * 10) / 10,
    unita,
    confronto: Math.round(valoreConfronto * 10) / 10,
    rapporto: Math.round(rapporto * 1000) / 1000,
    obiettivo: obiettivo ?? "—",
    raggiunto: raggiunto === null ? "—" : raggiunto ? "sì" : "NO",
  })),
);
writeFileSync(path.join(import.meta.dirname, "risultati.json"), `${JSON.stringify(misure, null, 2)}\n`);
process.exit(misure.some(({ raggiunto }) => raggiunto === false) ? 1 : 0);
