/**
 * Changes of an agenda: which booked appuntamenti they hit, and which openings cannot stand beside each other. The
 * database asks the same of every booking (perche_non_riceve, migration 0014).
 */
import { Temporal } from "temporal-polyfill";
import type { Assenza, ModoAppuntamento } from "@/db/schema/agenda";
import type { Appuntamento } from "@/db/schema/appuntamenti";
import {
  apertureDi,
  type Disponibilita,
  isPatrono,
  lunediDi,
  type Orario,
  unisci,
  valeOn,
} from "@/lib/appuntamenti/orari/rules";
import { addDays, type DataIso, dayOfWeek, todayInRome } from "@/lib/dates";

/** When an esperto receives, and how one may meet them then. */
export type Regola = Disponibilita & { id: string; modi: readonly ModoAppuntamento[] };

export type Patrono = { mese: number; giorno: number; nome: string };

/** All that says when a sede receives, but for the national holidays, which nobody changes. */
export type Agenda = {
  regole: readonly Regola[];
  assenze: readonly Pick<Assenza, "esperto" | "inizioAt" | "fineAt">[];
  patrono: Pick<Patrono, "mese" | "giorno"> | null;
};

export type Preso = Pick<Appuntamento, "esperto" | "modo" | "inizioAt" | "fineAt">;

/** The appuntamenti that an agenda held before a change and holds no more after it. */
export function colpitiDa<T extends Preso>(
  { prima, dopo }: { prima: Agenda; dopo: Agenda },
  presi: readonly T[],
): T[] {
  return presi.filter((preso) => riceve(prima, preso) && !riceve(dopo, preso));
}

/**
 * Some free times for each, earliest first, and none for two of them: whoever calls them one by one can offer each
 * what they read.
 */
export function proposte<T, O extends Orario>(
  colpiti: readonly { colpito: T; liberi: readonly O[] }[],
  quante: number,
): (T & { proposte: O[] })[] {
  const date: Orario[] = [];
  return colpiti.map(({ colpito, liberi }) => {
    const sue: O[] = [];
    for (const libero of liberi) {
      if (sue.length === quante) break;
      if (date.some((data) => siToccano(data, libero))) continue;
      sue.push(libero);
      date.push(libero);
    }
    return { ...colpito, proposte: sue };
  });
}

const siToccano = (a: Orario, b: Orario) => a.esperto === b.esperto && a.inizio < b.fine && b.inizio < a.fine;

function riceve({ regole, assenze, patrono }: Agenda, { esperto, modo, inizioAt, fineAt }: Preso): boolean {
  const data = giornoDi(inizioAt);
  const assente = assenze.some(
    (assenza) =>
      (assenza.esperto === null || assenza.esperto === esperto) &&
      assenza.inizioAt < fineAt &&
      assenza.fineAt > inizioAt,
  );
  if (assente || isPatrono(data, patrono)) return false;
  const sue = regole.filter((regola) => regola.esperto === esperto && regola.modi.includes(modo));
  const aperti = apertureDi(sue, { dal: data, al: data }, () => false).get(esperto) ?? [];
  const [inizio, fine] = [inizioAt.getTime() / 60_000, fineAt.getTime() / 60_000];
  return unisci(aperti).some((aperto) => aperto.inizio <= inizio && fine <= aperto.fine);
}

/** The civil date in Rome of an instant. */
export const giornoDi = (istante: Date): DataIso =>
  todayInRome(Temporal.Instant.fromEpochMilliseconds(istante.getTime()));

/** Every how many weeks an opening may come back, at most. */
export const SETTIMANE_MASSIME = 8;
/** After so many weeks any two openings have met, if they ever do: 7 times 8. */
const SETTIMANE_DI_PROVA = 56;

/** Whether two openings of one esperto are both for some minute of some day. */
export function siSovrappongono(a: Disponibilita, b: Disponibilita): boolean {
  if (a.giorno !== b.giorno || a.dalle >= b.alle || b.dalle >= a.alle) return false;
  const dal = [a.dal, b.dal].sort().at(-1) ?? a.dal;
  const primo = addDays(dal, (a.giorno - dayOfWeek(dal) + 7) % 7);
  for (let settimana = 0; settimana <= SETTIMANE_DI_PROVA; settimana += 1) {
    const data = addDays(primo, settimana * 7);
    if (valeOn(a, data) && valeOn(b, data)) return true;
  }
  return false;
}

/** Why an opening cannot be; null: it can. */
export function whyNotRegola({ dalle, alle, dal, al }: Disponibilita): "ore" | "date" | null {
  if (dalle >= alle) return "ore";
  return al !== null && al < dal ? "date" : null;
}

/** Whether a rule is for one single day, an exception. */
export const isUnSoloGiorno = ({ dal, al }: Pick<Disponibilita, "dal" | "al">): boolean => dal === al;

/** Openings as they are read: those that come back by weekday and hour, then the single days. */
export function inOrdine<T extends Disponibilita>(regole: readonly T[]): T[] {
  const chiave = (regola: T) => {
    const solo = isUnSoloGiorno(regola);
    return `${solo ? `1${regola.dal}` : `0${regola.giorno}`} ${regola.dalle} ${lunediDi(regola.dal)}`;
  };
  return [...regole].sort((a, b) => (chiave(a) < chiave(b) ? -1 : 1));
}
