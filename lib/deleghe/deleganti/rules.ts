/** The desk of whoever holds deleghe: how it can be ordered and narrowed. */
import type { DataIso } from "@/lib/dates";
import type { Cents } from "@/lib/money";

/** How far ahead a due date is "soon"; conta_deleganti() counts by the same. A test compares them. */
export const GIORNI_IN_SCADENZA = 15;

export const ORDINI = ["nome", "scadenza", "scaduto"] as const;
export type Ordine = (typeof ORDINI)[number];
export const FILTRI = ["in_scadenza", "scaduto", "anomalie", "da_leggere", "da_spostare"] as const;
export type Filtro = (typeof FILTRI)[number];

/** As many deleganti as one sees at a glance: totals, search and filters would only stand before them. */
const POCHI_DELEGANTI = 5;

/** Whether a desk needs more than its list. */
export const haBisognoDiFiltri = (deleganti: number, gruppi: number): boolean =>
  gruppi > 0 || deleganti > POCHI_DELEGANTI;

export type Conti = {
  prossimaScadenza: DataIso | null;
  prossimoImporto: Cents;
  scaduto: Cents;
  anomalie: number;
};

/**
 * The figures of a row of the desk as they are today. What was due next when they were written and has passed since
 * is overdue; what is due after it is known when the desk is written anew, soon after midnight.
 */
export function contiDiOggi<T extends Conti>(riga: T, oggi: DataIso): T {
  if (riga.prossimaScadenza === null || riga.prossimaScadenza >= oggi) return riga;
  return {
    ...riga,
    prossimaScadenza: null,
    prossimoImporto: 0,
    scaduto: riga.scaduto + riga.prossimoImporto,
    anomalie: Math.max(1, riga.anomalie),
  };
}
