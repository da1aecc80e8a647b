/**
 * The day of an appuntamento: what whoever works for its sede may mark, and when. The acts themselves are SQL
 * (segna_appuntamento, migration 0014), which says the same; mutations.itest.ts asks both.
 */
import type { Appuntamento } from "@/db/schema/appuntamenti";
import { type DataIso, dataInRome } from "@/lib/dates";
import type { Rifiuto } from "../rules";

export const ATTI = ["arrivato", "iniziato", "tenuto", "non_presentato", "definito"] as const;
export type Atto = (typeof ATTI)[number];
/** So long a sede may mark what is over; then it is closed without an outcome, which nobody knows. */
export const GIORNI_PER_SEGNARE = 7;

/** Those by which it ends. */
export const ESITI = ["tenuto", "non_presentato", "definito"] as const satisfies readonly Atto[];

/** Those that can be taken back, in the order in which they happen: nobody was told of them. */
export const CORREGGIBILI = ["arrivato", "iniziato", "non_presentato"] as const satisfies readonly Atto[];
export type Correggibile = (typeof CORREGGIBILI)[number];

type Segnato = Pick<Appuntamento, "stato" | "inizioAt" | "arrivatoAt" | "iniziatoAt">;

/** Why an act cannot be marked now; null: it can. Marked before, it changes nothing. */
export function whyNotAct(
  { stato, inizioAt }: Pick<Segnato, "stato" | "inizioAt">,
  atto: Atto,
  now: Date,
  oggi: DataIso,
): Rifiuto | null {
  if (stato === "in_prenotazione") return "non_trovata";
  if (stato !== "confermato") return "gia_chiuso";
  if (atto === "definito") return null;
  if (atto === "non_presentato") return inizioAt > now ? "troppo_presto" : null;
  const giorno = dataInRome(inizioAt);
  // What was held yesterday may still be said today.
  if (atto === "tenuto") return giorno > oggi ? "altro_giorno" : null;
  return giorno === oggi ? null : "altro_giorno";
}

/** What there still is to mark, in the order of the day. */
export function whichActs(appuntamento: Segnato, now: Date, oggi: DataIso): Atto[] {
  const { arrivatoAt, iniziatoAt } = appuntamento;
  const fatti: Partial<Record<Atto, boolean>> = {
    arrivato: arrivatoAt !== null,
    iniziato: iniziatoAt !== null,
    // Who has been received was there.
    non_presentato: iniziatoAt !== null,
  };
  return ATTI.filter((atto) => !fatti[atto] && whyNotAct(appuntamento, atto, now, oggi) === null);
}

/** What was marked last, if it can still be taken back: on the clock's day on which it was marked. */
export function whichCorrection(
  { stato, arrivatoAt, iniziatoAt, chiusoAt }: Pick<Appuntamento, "chiusoAt"> & Omit<Segnato, "inizioAt">,
  now: Date,
): Correggibile | null {
  if (stato !== "confermato" && stato !== "non_presentato") return null;
  const quando: Record<Correggibile, Date | null> = {
    arrivato: arrivatoAt,
    iniziato: iniziatoAt,
    non_presentato: stato === "non_presentato" ? chiusoAt : null,
  };
  const ultimo = CORREGGIBILI.findLast((atto) => quando[atto] !== null);
  const istante = ultimo && quando[ultimo];
  return istante && dataInRome(istante) === dataInRome(now) ? ultimo : null;
}

/** Where it stands on its day: as its stato, and what became of one that is confermato. */
export const MOMENTI = [
  "atteso",
  "arrivato",
  "in_corso",
  "tenuto",
  "non_presentato",
  "chiuso_e_definito",
  "annullato",
] as const;
export type Momento = (typeof MOMENTI)[number];

export function momentoDi({ stato, arrivatoAt, iniziatoAt }: Omit<Segnato, "inizioAt">): Momento {
  if (stato !== "confermato" && stato !== "in_prenotazione") return stato;
  if (iniziatoAt !== null) return "in_corso";
  return arrivatoAt !== null ? "arrivato" : "atteso";
}

/** Whole minutes from then to now, never negative. */
export const minutiDa = (istante: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - istante.getTime()) / 60_000));

type InGiornata = Segnato & Pick<Appuntamento, "esperto">;

/**
 * What of a day is shown: of one esperto (null: all), in one momento (null: all but what was cancelled).
 */
export function scegli<Riga extends InGiornata>(
  giornata: readonly Riga[],
  esperto: string | null,
  momento: Momento | null,
): Riga[] {
  return giornata.filter((riga) => {
    if (esperto !== null && riga.esperto !== esperto) return false;
    const suo = momentoDi(riga);
    return momento === null ? suo !== "annullato" : suo === momento;
  });
}

/** How many stand where; only what there is. */
export function contaMomenti(giornata: readonly InGiornata[]): { momento: Momento; quanti: number }[] {
  return MOMENTI.map((momento) => ({
    momento,
    quanti: giornata.filter((riga) => momentoDi(riga) === momento).length,
  })).filter(({ quanti }) => quanti > 0);
}
