/**
 * How much of its time a sede has given, how much was asked for and how much was used, week by week. Planned are the
 * minutes of the openings of each esperto, once each, minus holidays and assenze.
 */
import type { Appuntamento } from "@/db/schema/appuntamenti";
import { addDays, type DataIso } from "@/lib/dates";
import { apertureDi, type Disponibilita, type Impegno, lunediDi, sottrai, unisci } from "../orari/rules";

/** How many weeks back, and how many from this one on. */
export const SETTIMANE = 8;

/** Appuntamenti of one week, reason and stato, as the table counts them; with their pauses, in minutes. */
export type Conto = {
  lunedi: DataIso;
  motivo: string;
  stato: Appuntamento["stato"];
  quanti: number;
  minuti: number;
};

export type Misure = {
  quanti: number;
  tenuti: number;
  nonPresentati: number;
  annullati: number;
  /** Minutes: asked for, and met in. */
  prenotati: number;
  usati: number;
};
export type Settimana = Misure & { lunedi: DataIso; previsti: number };

/** The Mondays of the weeks that are shown, the first first. */
export const lunedi = (oggi: DataIso): DataIso[] =>
  Array.from({ length: 2 * SETTIMANE }, (_, index) => addDays(lunediDi(oggi), 7 * (index - SETTIMANE)));

/** @param chiuso whether the sede is shut on that day (a holiday, its patron saint) */
export function settimane(
  oggi: DataIso,
  disponibilita: readonly Disponibilita[],
  assenze: readonly Impegno[],
  conti: readonly Conto[],
  chiuso: (data: DataIso) => boolean,
): Settimana[] {
  return lunedi(oggi).map((giorno) => ({
    lunedi: giorno,
    previsti: minutiPrevisti(disponibilita, assenze, giorno, addDays(giorno, 6), chiuso),
    ...somma(conti.filter((conto) => conto.lunedi === giorno)),
  }));
}

/** The minutes in which esperti receive from that day to that, both included. */
export function minutiPrevisti(
  disponibilita: readonly Disponibilita[],
  assenze: readonly Impegno[],
  dal: DataIso,
  al: DataIso,
  chiuso: (data: DataIso) => boolean,
): number {
  let minuti = 0;
  for (const [esperto, tratti] of apertureDi(disponibilita, { dal, al }, chiuso)) {
    const assente = assenze.filter((assenza) => assenza.esperto === null || assenza.esperto === esperto);
    for (const { inizio, fine } of sottrai(unisci(tratti), unisci(assente))) minuti += fine - inizio;
  }
  return minuti;
}

/** The same by reason, only those asked for, the most asked for first. */
export function perMotivo(conti: readonly Conto[]): (Misure & { motivo: string })[] {
  const motivi = [...new Set(conti.map(({ motivo }) => motivo))];
  return motivi
    .map((motivo) => ({ motivo, ...somma(conti.filter((conto) => conto.motivo === motivo)) }))
    .sort((a, b) => b.quanti - a.quanti || (a.motivo < b.motivo ? -1 : 1));
}

/** What was cancelled, or solved without meeting, took nobody's time. */
const OCCUPANO: readonly Appuntamento["stato"][] = ["confermato", "tenuto", "non_presentato"];

function somma(conti: readonly Conto[]): Misure {
  const di = (stati: readonly Appuntamento["stato"][], misura: "quanti" | "minuti") =>
    conti.reduce((sum, conto) => sum + (stati.includes(conto.stato) ? conto[misura] : 0), 0);
  return {
    quanti: di(OCCUPANO, "quanti"),
    tenuti: di(["tenuto"], "quanti"),
    nonPresentati: di(["non_presentato"], "quanti"),
    annullati: di(["annullato"], "quanti"),
    prenotati: di(OCCUPANO, "minuti"),
    usati: di(["tenuto"], "minuti"),
  };
}

/** How many in a hundred, rounded; null: of nothing. */
export const percento = (parte: number, tutto: number): number | null =>
  tutto === 0 ? null : Math.round((parte / tutto) * 100);

/** Hours to one place, as in `12,5`. */
export const ore = (minuti: number): number => Math.round(minuti / 6) / 10;
