/**
 * Which times an agenda still offers. All instants are minutes since 1970 (UTC): whole numbers compare and subtract
 * as time does, also on the two days of the year on which clocks change in Rome.
 */
import { Temporal } from "temporal-polyfill";
import { addDays, type DataIso, dayOfWeek, TIME_ZONE } from "@/lib/dates";

export type Minuti = number;

/** When an esperto receives, week after week. */
export type Disponibilita = {
  esperto: string;
  /** 1 = Monday … 7 = Sunday. */
  giorno: number;
  /** Wall clock in Rome, `HH:MM`; `alle` may be `24:00`. */
  dalle: string;
  alle: string;
  /** 1: every week; 2: every other, counted from the week of `dal`. */
  ogniSettimane: number;
  dal: DataIso;
  al: DataIso | null;
};

/** A stretch of time that is not free: an appuntamento with its pause, a hold, an assenza. */
export type Impegno = {
  /** Null: of the whole sede. */
  esperto: string | null;
  inizio: Minuti;
  fine: Minuti;
  /** Nobody comes then, so no pause is kept before it. */
  assenza: boolean;
};

export type Orario = { esperto: string; inizio: Minuti; fine: Minuti };

export type Richiesta = {
  dal: DataIso;
  /** The last day, included. */
  al: DataIso;
  /** Nothing earlier than this is offered: now, and the notice an esperto needs. */
  nonPrimaDi: Minuti;
  durata: number;
  /** Minutes an esperto keeps free after each appuntamento. */
  pausa: number;
};

export type Tratto = { inizio: Minuti; fine: Minuti };

/**
 * Every time that can be had, earliest first. Within each free stretch appuntamenti follow one another, and one more
 * ends with it: so every free minute that an appuntamento can reach is offered. They are counted from where the stretch
 * begins and not from now: the times that somebody is looking at must still be there a minute later.
 * @param chiuso whether the sede is shut on that day (a holiday, its patron saint)
 */
export function orariLiberi(
  disponibilita: readonly Disponibilita[],
  impegni: readonly Impegno[],
  richiesta: Richiesta,
  chiuso: (data: DataIso) => boolean,
): Orario[] {
  const aperture = apertureDi(disponibilita, richiesta, chiuso);
  const occupati = perEsperto(impegni, [...aperture.keys()], richiesta.pausa);
  const found: Orario[] = [];
  for (const [esperto, tratti] of aperture) {
    for (const libero of sottrai(unisci(tratti), unisci(occupati.get(esperto) ?? []))) {
      for (const inizio of iniziIn(libero, richiesta)) {
        found.push({ esperto, inizio, fine: inizio + richiesta.durata });
      }
    }
  }
  return found.sort((a, b) => a.inizio - b.inizio || (a.esperto < b.esperto ? -1 : 1));
}

/** The openings of the days asked for, by esperto. */
export function apertureDi(
  disponibilita: readonly Disponibilita[],
  { dal, al }: Pick<Richiesta, "dal" | "al">,
  chiuso: (data: DataIso) => boolean,
): Map<string, Tratto[]> {
  const found = new Map<string, Tratto[]>();
  for (let data = dal; data <= al; data = addDays(data, 1)) {
    // Which day of the week it is costs more than all the rest: once a day, not once a rule.
    const giorno = dayOfWeek(data);
    const delGiorno = disponibilita.filter((regola) => regola.giorno === giorno && inVigore(regola, data));
    if (delGiorno.length === 0 || chiuso(data)) continue;
    const orologio = orologioOf(data);
    for (const { esperto, dalle, alle } of delGiorno) {
      const tratti = found.get(esperto) ?? [];
      tratti.push({ inizio: orologio(dalle), fine: orologio(alle) });
      found.set(esperto, tratti);
    }
  }
  return found;
}

/** Whether a rule of the agenda is for that day. */
export function valeOn(regola: Disponibilita, data: DataIso): boolean {
  return dayOfWeek(data) === regola.giorno && inVigore(regola, data);
}

function inVigore({ ogniSettimane, dal, al }: Disponibilita, data: DataIso): boolean {
  if (data < dal || (al !== null && data > al)) return false;
  if (ogniSettimane === 1) return true;
  const settimane = (giorniDal1970(lunediDi(data)) - giorniDal1970(lunediDi(dal))) / 7;
  return settimane % ogniSettimane === 0;
}

/** Whether a sede is shut for its patron saint. */
export const isPatrono = (
  data: DataIso,
  santo: { mese: number; giorno: number } | null | undefined,
): boolean =>
  Boolean(santo) && Number(data.slice(5, 7)) === santo?.mese && Number(data.slice(8)) === santo.giorno;

export const lunediDi = (data: DataIso): DataIso => addDays(data, 1 - dayOfWeek(data));
const giorniDal1970 = (data: DataIso): number => Date.parse(`${data}T00:00:00Z`) / 86_400_000;

/**
 * The clock of one day in Rome. On all days but two it runs evenly; on those each time is looked up by itself: one
 * that is skipped is the moment of the skip, one that comes twice the first of them.
 */
export function orologioOf(data: DataIso): (ora: string) => Minuti {
  const day = Temporal.PlainDate.from(data);
  const midnight = day.toZonedDateTime(TIME_ZONE);
  const start = midnight.epochMilliseconds / 60_000;
  if (midnight.hoursInDay === 24) return (ora) => start + minutiDi(ora);
  return (ora) => {
    if (ora === "24:00") return start + midnight.hoursInDay * 60;
    const found = day.toZonedDateTime({ timeZone: TIME_ZONE, plainTime: ora });
    const skipped = found.toPlainTime().toString().slice(0, 5) !== ora;
    const moment = skipped ? midnight.getTimeZoneTransition("next") : found;
    return (moment ?? found).epochMilliseconds / 60_000;
  };
}

function minutiDi(ora: string): number {
  return Number(ora.slice(0, 2)) * 60 + Number(ora.slice(3, 5));
}

/** With the pause that has to be over before somebody else comes. */
function perEsperto(impegni: readonly Impegno[], esperti: string[], pausa: number): Map<string, Tratto[]> {
  const found = new Map<string, Tratto[]>(esperti.map((esperto) => [esperto, []]));
  for (const { esperto, inizio, fine, assenza } of impegni) {
    const tratto = { inizio: assenza ? inizio : inizio - pausa, fine };
    for (const quale of esperto === null ? esperti : [esperto]) found.get(quale)?.push(tratto);
  }
  return found;
}

/** The same minutes, in order, each once. */
export function unisci(tratti: readonly Tratto[]): Tratto[] {
  const found: Tratto[] = [];
  for (const { inizio, fine } of [...tratti].sort((a, b) => a.inizio - b.inizio)) {
    if (fine <= inizio) continue;
    const last = found.at(-1);
    if (last && inizio <= last.fine) last.fine = Math.max(last.fine, fine);
    else found.push({ inizio, fine });
  }
  return found;
}

/** What of `aperti` is in none of `occupati`; both in order and disjoint. */
export function sottrai(aperti: readonly Tratto[], occupati: readonly Tratto[]): Tratto[] {
  const found: Tratto[] = [];
  let first = 0;
  for (const { inizio, fine } of aperti) {
    let from = inizio;
    while (first < occupati.length && (occupati[first] as Tratto).fine <= inizio) first += 1;
    for (let index = first; index < occupati.length; index += 1) {
      const occupato = occupati[index] as Tratto;
      if (occupato.inizio >= fine) break;
      if (occupato.inizio > from) found.push({ inizio: from, fine: occupato.inizio });
      from = Math.max(from, occupato.fine);
    }
    if (from < fine) found.push({ inizio: from, fine });
  }
  return found;
}

function iniziIn({ inizio, fine }: Tratto, { durata, pausa, nonPrimaDi }: Richiesta): Minuti[] {
  const ultimo = fine - durata;
  const passo = durata + pausa;
  const saltati = Math.max(0, Math.ceil((nonPrimaDi - inizio) / passo));
  const found: Minuti[] = [];
  for (let ora = inizio + saltati * passo; ora <= ultimo; ora += passo) found.push(ora);
  if (ultimo >= Math.max(inizio, nonPrimaDi) && found.at(-1) !== ultimo) found.push(ultimo);
  return found;
}
