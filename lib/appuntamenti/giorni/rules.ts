/**
 * The free times as somebody chooses among them: by day, morning and afternoon, a month at a time. Several esperti
 * of a sede who are free at one time are one time.
 */
import { addDays, type DataIso, dayOfWeek, formatIstante } from "@/lib/dates";
import type { OrarioLibero } from "../orari/queries";

/** How many esperti are tried for one time, if others are faster. */
const ESPERTI_PER_ORARIO = 5;

export type OrarioOfferto = {
  sede: string;
  /** Minutes since 1970. */
  inizio: number;
  esperti: string[];
};

export type Giorno = { data: DataIso; mattina: OrarioOfferto[]; pomeriggio: OrarioOfferto[] };
export type Mese = { mese: string; orari: number };

/** One month of what is free, and one of its days. */
export type Vista = { mesi: Mese[]; mese: string; giorni: Giorno[]; giorno: Giorno };

/** Each time once per sede, in the order given. */
export function offerti(liberi: readonly OrarioLibero[]): OrarioOfferto[] {
  const found = new Map<string, OrarioOfferto>();
  for (const { sede, inizio, esperto } of liberi) {
    const key = `${sede}/${inizio}`;
    const same = found.get(key);
    if (!same) found.set(key, { sede, inizio, esperti: [esperto] });
    else if (same.esperti.length < ESPERTI_PER_ORARIO) same.esperti.push(esperto);
  }
  return [...found.values()];
}

/** The days on which there is something, in order. What begins before 13 is of the morning. */
export function inGiorni(orari: readonly OrarioOfferto[]): Giorno[] {
  const found = new Map<DataIso, Giorno>();
  for (const orario of orari) {
    const { data, ora } = romaDi(orario.inizio);
    const giorno = found.get(data) ?? { data, mattina: [], pomeriggio: [] };
    found.set(data, giorno);
    giorno[ora < 13 ? "mattina" : "pomeriggio"].push(orario);
  }
  return [...found.values()].sort((a, b) => (a.data < b.data ? -1 : 1));
}

export const contaOrari = ({ mattina, pomeriggio }: Giorno): number => mattina.length + pomeriggio.length;

/** What a page shows; null: nothing is free. A day or month without times is as none asked for. */
export function vistaDi(
  giorni: readonly Giorno[],
  asked: { mese: string | null; giorno: DataIso | null },
): Vista | null {
  const mesi: Mese[] = [];
  for (const giorno of giorni) {
    const mese = giorno.data.slice(0, 7);
    const last = mesi.at(-1);
    if (last?.mese === mese) last.orari += contaOrari(giorno);
    else mesi.push({ mese, orari: contaOrari(giorno) });
  }
  const known = (mese: string | undefined | null) => mesi.some((other) => other.mese === mese);
  const mese = [asked.mese, asked.giorno?.slice(0, 7), mesi[0]?.mese].find(known);
  const delMese = giorni.filter(({ data }) => data.slice(0, 7) === mese);
  const giorno = delMese.find(({ data }) => data === asked.giorno) ?? delMese[0];
  return mese && giorno ? { mesi, mese, giorni: delMese, giorno } : null;
}

/** The weeks of a month from Monday on; null: a day of the month before or after. */
export function settimaneDi(mese: string): (DataIso | null)[][] {
  const primo = `${mese}-01`;
  const settimane: (DataIso | null)[][] = [];
  for (
    let lunedi = addDays(primo, 1 - dayOfWeek(primo));
    lunedi.slice(0, 7) <= mese;
    lunedi = addDays(lunedi, 7)
  ) {
    const giorni = Array.from({ length: 7 }, (_, n) => addDays(lunedi, n));
    settimane.push(giorni.map((giorno) => (giorno.slice(0, 7) === mese ? giorno : null)));
  }
  return settimane;
}

/** The day on which a minute is, by the calendar in Rome. */
export const dataDi = (minuto: number): DataIso => romaDi(minuto).data;

/** `9:30`, by the clock in Rome. */
export const oraDi = (minuto: number): string => formatIstante(new Date(minuto * 60_000), "ora");

const inRome = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Rome",
  dateStyle: "short",
  timeStyle: "short",
});

function romaDi(minuto: number): { data: DataIso; ora: number } {
  const [data = "", ora = ""] = inRome.format(minuto * 60_000).split(" ");
  return { data, ora: Number(ora.slice(0, 2)) };
}
