import { headerOf } from "../../formato/rules";
import type { Formato } from "../../types";
import type { RigaCsv } from "../types";

export const headerLine = (formato: Formato) => `${headerOf(formato).join(";")}\n`;

export function csvLine(formato: Formato, riga: RigaCsv): string {
  let line = "";
  for (const { nome } of formato.colonne) line += `${line === "" ? "" : ";"}${quoted(riga[nome] ?? "")}`;
  return `${line}\n`;
}

const quoted = (value: string) => (/[;"\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
