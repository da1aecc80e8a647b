/**
 * Whether a value has the form its column asks for (contract, section 4), and what COPY shall write for it.
 * Numbers are refused unless written in the one way: a key must read the same in the file and in the database.
 */
import { codiceFiscaleFault } from "@/lib/codice-fiscale";
import { parseDataIso } from "@/lib/dates";
import { parseCents } from "@/lib/money";
import type { Forma } from "../../types";

export const LUNGHEZZA_MASSIMA_TESTO = 255;

/** Null: the value is at fault; `motivoOf` says why. */
export type Conversione = (value: string) => string | null;

const INTERO = /^(?:0|[1-9]\d{0,8})$/;
const ORE = /^\d{1,5}(?:\.\d{1,2})?$/;
const DATE_RICORDATE = 20_000;

export function conversioneOf(forma: Forma): Conversione {
  switch (forma.tipo) {
    case "testo":
      return (value) => (value.length <= LUNGHEZZA_MASSIMA_TESTO ? escapeCopy(value) : null);
    case "cifre": {
      const cifre = new RegExp(`^\\d{${forma.quante}}$`);
      return (value) => (cifre.test(value) ? value : null);
    }
    case "codice_fiscale":
      return (value) => (codiceFiscaleFault(value) === null ? value : null);
    case "uno_di": {
      const valori = new Set(forma.valori);
      return (value) => (valori.has(value) ? value : null);
    }
    case "booleano":
      return (value) => (value === "si" ? "t" : value === "no" ? "f" : null);
    case "data":
      return remembering(parseDataIso);
    case "importo":
      return copyCents;
    case "ore":
      return (value) => (ORE.test(value) && Number(value) <= forma.massimo ? value : null);
    case "intero":
      return (value) => (INTERO.test(value) && isWithin(Number(value), forma) ? value : null);
    default:
      return forma satisfies never;
  }
}

/** Why a value was refused, in Italian, for scarti.csv. */
export function motivoOf(forma: Forma, value: string): string {
  switch (forma.tipo) {
    case "testo":
      return "valore troppo lungo";
    case "cifre":
      return `non di ${forma.quante} cifre`;
    case "codice_fiscale":
      return motivoCodiceFiscale(value);
    case "uno_di":
    case "booleano":
      return "valore non previsto";
    case "data":
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? "data inesistente" : "data non ISO";
    case "importo":
      return (
        motivoNumero(value) ?? (/^\d+(\.\d{1,2})?$/.test(value) ? "troppo grande" : "importo non valido")
      );
    case "ore":
      return (
        motivoNumero(value) ?? (ORE.test(value) ? "più ore di quante ne ha una settimana" : "non valido")
      );
    case "intero":
      return motivoIntero(value, forma);
    default:
      return forma satisfies never;
  }
}

function motivoNumero(value: string): string | null {
  if (/^-\d/.test(value)) return "negativo";
  return /^\d+,\d+$/.test(value) ? "decimale con la virgola" : null;
}

function motivoIntero(value: string, { minimo, massimo }: { minimo: number; massimo: number }): string {
  return /^-?\d+$/.test(value) && !/^0\d/.test(value) ? `fuori da ${minimo}-${massimo}` : "numero non valido";
}

function motivoCodiceFiscale(value: string): string {
  const fault = codiceFiscaleFault(value);
  if (fault === "lunghezza") return "né 16 caratteri né 11 cifre";
  return fault === "caratteri" ? "caratteri non previsti" : "carattere di controllo errato";
}

// The usual amount, two decimals and not large, is cents once its dot is gone.
function copyCents(value: string): string | null {
  const dot = value.length - 3;
  if (dot > 0 && dot < 7 && value.charCodeAt(dot) === 46) {
    const cents = Number(value.slice(0, dot) + value.slice(dot + 1));
    if (cents >= 0 && /^\d+\.\d\d$/.test(value)) return String(cents);
  }
  const cents = parseCents(value);
  return cents === null ? null : String(cents);
}

const isWithin = (value: number, { minimo, massimo }: { minimo: number; massimo: number }) =>
  value >= minimo && value <= massimo;

// The text format of COPY: a backslash escapes itself, tab and line ends.
function escapeCopy(value: string): string {
  if (!/[\\\t\n\r]/.test(value)) return value;
  return value.replace(/[\\\t\n\r]/g, (c) => ({ "\t": "\\t", "\n": "\\n", "\r": "\\r" })[c] ?? "\\\\");
}

/** Dates come back row after row; the memory is bounded. */
function remembering(parse: Conversione): Conversione {
  const known = new Map<string, string | null>();
  return (value) => {
    const found = known.get(value);
    if (found !== undefined) return found;
    if (known.size >= DATE_RICORDATE) known.clear();
    const parsed = parse(value);
    if (value.length === 10) known.set(value, parsed);
    return parsed;
  };
}
