/** The staging tables: temporary, typed, without indexes or constraints, one per file of the archive. */
import type { Forma, Formato, NomeFile } from "../types";

export const RIFIUTI = "pg_temp.archivio_rifiuti";
export const DIFETTI = "pg_temp.archivio_difetti";

export const depositoOf = (nome: NomeFile) => `pg_temp.archivio_${nome}`;

export function createDeposito(formati: readonly Formato[]): string {
  return [
    // Refused rows: `riferimenti` keeps what the later checks need, as the row itself is not stored.
    `create temporary table archivio_rifiuti (file smallint, riga integer, chiave text, colonna smallint,
      motivo text, riferimenti text[])`,
    "create temporary table archivio_difetti (riga integer, colonna smallint, motivo text, ordine smallint)",
    ...formati.map(createFile),
  ].join(";\n");
}

function createFile({ nome, colonne }: Formato): string {
  const columns = colonne.map((colonna) => `${colonna.nome} ${sqlType(colonna.forma)}`);
  return `create temporary table archivio_${nome} (riga integer, ${columns.join(", ")}, rifiuto jsonb)`;
}

function sqlType(forma: Forma): string {
  switch (forma.tipo) {
    case "testo":
    case "cifre":
    case "codice_fiscale":
    case "uno_di":
      return "text";
    case "booleano":
      return "boolean";
    case "data":
      return "date";
    case "importo":
      return "integer";
    case "ore":
      return "numeric(7, 2)";
    case "intero":
      return "smallint";
    default:
      return forma satisfies never;
  }
}

/** A row's key as scarti.csv writes it, from the columns of its staging table. */
export function chiaveSql({ colonne, chiave }: Formato, alias: string): string {
  return colonne
    .slice(0, chiave)
    .map(({ nome }) => `${alias}.${nome}`)
    .join(" || '/' || ");
}
