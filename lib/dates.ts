import { Temporal } from "temporal-polyfill";

/** A plain date, `YYYY-MM-DD`: two of them compare as strings. */
export type DataIso = string;

export const TIME_ZONE = "Europe/Rome";

export type StileData = "esteso" | "lungo" | "breve" | "giornoMese";
export type StileIstante = "esteso" | "lungo" | "breve" | "ora";

const GIORNI = namesOf({ weekday: "long" }, 7, (n) => Date.UTC(2024, 0, n));
const MESI = namesOf({ month: "long" }, 12, (n) => Date.UTC(2024, n - 1, 1));

const istanteInRome = new Intl.DateTimeFormat("en-US", {
  timeZone: TIME_ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "numeric",
  minute: "2-digit",
  hourCycle: "h23",
});

/** Only a date that exists, written in the one way; year 0 is refused because PostgreSQL has none. */
export function parseDataIso(text: string): DataIso | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const { anno, mese, giorno } = partsOf(text);
  if (anno < 1 || mese < 1 || mese > 12) return null;
  return giorno >= 1 && giorno <= daysInMonth(anno, mese) ? text : null;
}

export function todayInRome(now: Temporal.Instant): DataIso {
  return now.toZonedDateTimeISO(TIME_ZONE).toPlainDate().toString();
}

/** The civil date in Rome of an instant. */
export const dataInRome = (istante: Date): DataIso =>
  todayInRome(Temporal.Instant.fromEpochMilliseconds(istante.getTime()));

/** 29 February lands on the 28th where the year has no 29th. */
export function addYears(data: DataIso, years: number): DataIso {
  return Temporal.PlainDate.from(data).add({ years }).toString();
}

/** The last days of a month land on the last day the other month has. */
export function addMonths(data: DataIso, months: number): DataIso {
  return Temporal.PlainDate.from(data).add({ months }).toString();
}

export function addDays(data: DataIso, days: number): DataIso {
  return Temporal.PlainDate.from(data).add({ days }).toString();
}

/** 1 = Monday … 7 = Sunday. */
export function dayOfWeek(data: DataIso): number {
  return Temporal.PlainDate.from(data).dayOfWeek;
}

export function formatData(data: DataIso, stile: StileData): string {
  if (stile === "giornoMese") return `${data.slice(8, 10)}/${data.slice(5, 7)}`;
  if (stile === "breve") return `${data.slice(8, 10)}/${data.slice(5, 7)}/${data.slice(0, 4)}`;

  const { anno, mese, giorno } = partsOf(data);
  const lungo = `${giorno === 1 ? "1°" : giorno} ${MESI[mese - 1]} ${anno}`;
  return stile === "lungo" ? lungo : `${GIORNI[dayOfWeek(data) - 1]} ${lungo}`;
}

/** The civil date and time in Rome of an instant, as in "23 novembre 2026, 8:05". */
export function formatIstante(istante: Date, stile: StileIstante): string {
  const part: Record<string, string> = {};
  for (const { type, value } of istanteInRome.formatToParts(istante)) part[type] = value;

  const ora = `${Number(part.hour)}:${part.minute}`;
  if (stile === "ora") return ora;
  return `${formatData(`${part.year}-${part.month}-${part.day}`, stile)}, ${ora}`;
}

function partsOf(data: DataIso) {
  return {
    anno: Number(data.slice(0, 4)),
    mese: Number(data.slice(5, 7)),
    giorno: Number(data.slice(8, 10)),
  };
}

// By hand because the importer asks it of every row: Temporal takes 4 µs, and an exception when it says no.
function daysInMonth(anno: number, mese: number): number {
  if (mese === 2) return (anno % 4 === 0 && anno % 100 !== 0) || anno % 400 === 0 ? 29 : 28;
  return mese === 4 || mese === 6 || mese === 9 || mese === 11 ? 30 : 31;
}

// 1 January 2024 was a Monday.
function namesOf(options: Intl.DateTimeFormatOptions, count: number, at: (n: number) => number): string[] {
  const format = new Intl.DateTimeFormat("it-IT", { ...options, timeZone: "UTC" });
  return Array.from({ length: count }, (_, index) => format.format(at(index + 1)));
}
