/** What the terminal says while an archive is loaded, and at the end. */
import type { RiepilogoFile } from "@/db/schema/archivi";
import type { Avanzamento } from "../types";

const COLONNE = ["lette", "nuove", "cambiate", "uguali", "scartate"] as const;

/** One line: file, rows, rows per second, time left. `secondi` since the file was opened. */
export function progressLine(
  { file, fase, righe, byteLetti, byteTotali }: Avanzamento,
  secondi: number,
): string {
  const rows = `${file}.csv: ${formatIntero(righe)} righe`;
  if (fase === "controllo") return `${rows}, controllo dei riferimenti`;
  if (fase === "unione") return `${rows}, unione con i dati presenti`;

  const speed = secondi > 0 ? righe / secondi : 0;
  const left = byteLetti > 0 ? (secondi * (byteTotali - byteLetti)) / byteLetti : 0;
  return `${rows}, ${formatIntero(Math.round(speed))} righe/s, mancano ${formatDurata(left)}`;
}

export function riepilogoTable(riepilogo: readonly RiepilogoFile[]): string {
  const totale = COLONNE.map((colonna) => riepilogo.reduce((sum, row) => sum + row[colonna], 0));
  const rows = [
    ["file", ...COLONNE],
    ...riepilogo.map((row) => [row.file, ...COLONNE.map((colonna) => formatIntero(row[colonna]))]),
    ["totale", ...totale.map(formatIntero)],
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  "),
    )
    .join("\n");
}

/** "1.234.567": thousands always grouped. */
export const formatIntero = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ".");

export function formatDurata(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3_600)} h ${Math.floor((whole % 3_600) / 60)} min`;
}
