/**
 * CSV for a spreadsheet set to Italian: a BOM, `;` between fields, RFC 4180 quoting.
 * Beware: a text that begins like a formula would be run by the spreadsheet, hence the apostrophe before it.
 */
const BOM = "\uFEFF";
const CRLF = "\r\n";

/** The start of a file, with the names of its columns. */
export const csvHead = (columns: readonly string[]): string => BOM + csvRow(columns);

export const csvRow = (fields: readonly (string | number)[]): string =>
  fields.map((field) => (typeof field === "number" ? String(field) : csvText(field))).join(";") + CRLF;

function csvText(text: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
