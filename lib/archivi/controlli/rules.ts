/** Whether a row of a file is well formed in itself: what other rows and the database say comes later, in SQL. */
import { columnIndex, headerOf } from "../formato/rules";
import type { Guasto } from "../lettura/rules";
import type { Colonna, Formato } from "../types";
import { type Conversione, conversioneOf, motivoOf } from "./forma/rules";

const NULL = "\\N";
const LUNGHEZZA_CHIAVE = 200;

export type Controllo = {
  /** The row as COPY's text, or what is wrong with it. */
  check: (campi: string[]) => string | Guasto;
  /** False from the first key that does not come after the one before. */
  isAscending: () => boolean;
  chiaveOf: (campi: string[]) => string;
};

type Incrocio = (campi: string[]) => Guasto | null;

export function compileControllo(formato: Formato): Controllo {
  const colonne = formato.colonne.map((colonna) => compileColonna(colonna));
  const incroci = [...periodi(formato), ...oreEntroSettimane(formato)];
  const order = keyOrder(formato.chiave);

  function check(campi: string[]): string | Guasto {
    order.see(campi);
    if (campi.length !== colonne.length) return wrongCount(campi.length, colonne.length);
    let copy = "";
    let guasto: Guasto | null = null;
    for (let index = 0; index < colonne.length; index++) {
      const value = campi[index] as string;
      const converted = (colonne[index] as Conversione)(value);
      if (converted === null) {
        guasto = { colonna: index, motivo: motivo(formato.colonne[index] as Colonna, value) };
        break;
      }
      copy += index === 0 ? converted : `\t${converted}`;
    }
    for (const incrocio of incroci) guasto = earlier(guasto, incrocio(campi));
    return guasto ?? copy;
  }

  const condizionate = formato.colonne.flatMap(({ formaSe }, colonna) =>
    formaSe ? [{ colonna, formaSe }] : [],
  );
  for (const { colonna, formaSe } of condizionate) {
    const other = columnIndex(formato, formaSe.colonna);
    const convert = conversioneOf(formaSe.forma);
    incroci.push((campi) => {
      const value = campi[colonna] ?? "";
      if (campi[other] !== formaSe.vale || convert(value) !== null) return null;
      return { colonna, motivo: value === "" ? "manca" : motivoOf(formaSe.forma, value) };
    });
  }

  return {
    check,
    isAscending: order.isAscending,
    chiaveOf: (campi) => campi.slice(0, formato.chiave).join("/").slice(0, LUNGHEZZA_CHIAVE),
  };
}

function compileColonna({ forma, facoltativa }: Colonna): Conversione {
  const convert = conversioneOf(forma);
  return (value) => (value === "" ? (facoltativa ? NULL : null) : convert(value));
}

const motivo = ({ forma }: Colonna, value: string) => (value === "" ? "manca" : motivoOf(forma, value));

function wrongCount(found: number, expected: number): Guasto {
  const motivo = `${found} campi invece di ${expected}`;
  return { colonna: found < expected ? found : expected - 1, motivo, conteggio: true };
}

function earlier(one: Guasto | null, other: Guasto | null): Guasto | null {
  if (!one || !other) return one ?? other;
  return one.colonna <= other.colonna ? one : other;
}

function periodi(formato: Formato): Incrocio[] {
  const isData = conversioneOf({ tipo: "data" });
  return (formato.periodi ?? []).map((periodo) => {
    const inizio = columnIndex(formato, periodo.inizio);
    const fine = columnIndex(formato, periodo.fine);
    return (campi) => {
      const [from, to] = [campi[inizio] ?? "", campi[fine] ?? ""];
      if (to === "" || to >= from || !isData(from) || !isData(to)) return null;
      return { colonna: fine, motivo: "fine prima dell'inizio" };
    };
  });
}

function oreEntroSettimane(formato: Formato): Incrocio[] {
  if (!formato.oreEntroSettimane) return [];
  const ore = columnIndex(formato, formato.oreEntroSettimane.ore);
  const settimane = columnIndex(formato, formato.oreEntroSettimane.settimane);
  return [
    (campi) => {
      const enough = Number(campi[ore]) <= Number(campi[settimane]) * 168;
      const wellFormed = /^\d+$/.test(campi[settimane] ?? "") && /^[\d.]+$/.test(campi[ore] ?? "");
      return enough || !wellFormed
        ? null
        : { colonna: ore, motivo: "più ore di quante ne hanno le settimane" };
    },
  ];
}

/** Keys that always grow cannot repeat: the institute's files are so ordered, and then nobody has to look. */
function keyOrder(length: number) {
  let previous: string[] = [];
  let ascending = true;
  function see(campi: string[]): void {
    if (ascending) ascending = isAfter(campi, previous, length);
    previous = campi;
  }
  return { see, isAscending: () => ascending };
}

function isAfter(campi: string[], previous: string[], length: number): boolean {
  for (let index = 0; index < length; index++) {
    const [one, other] = [campi[index] ?? "", previous[index] ?? ""];
    if (one !== other) return one > other;
  }
  return previous.length === 0;
}

export const columnName = (formato: Formato, colonna: number) => headerOf(formato)[colonna] ?? "";
