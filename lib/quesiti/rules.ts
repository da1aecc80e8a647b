/**
 * The life of a quesito. The acts themselves are SQL (migrations 0009 and 0010), because they must hold however many
 * ask at once; here stands what a page may offer, and the words for what is refused.
 * Sources: msg 2749/2018 (categorie, allegati), L. 241/1990 art. 2 (30 days, suspended while the citizen is waited
 * for), art. 2963 c.c. (a term that ends on a holiday ends on the next working day).
 */
import type { Quesito } from "@/db/schema/quesiti";
import { addDays, type DataIso } from "@/lib/dates";
import { giorniLavorativiFra, giornoLavorativoDa } from "@/lib/giorni-lavorativi";

/** How long after it was closed who asked may open it again. */
export const GIORNI_PER_RIAPRIRE = 30;

/** Why an act on a quesito, a bozza or an allegato was refused. */
export const RIFIUTI = [
  "non_consentito",
  "non_trovata",
  "gia_inviata",
  "troppe_bozze",
  "incompleta",
  "allegato_infetto",
  "troppi_quesiti",
  "troppi_messaggi",
  "chiuso_da_troppo",
  "gia_chiuso",
  "gia_preso",
  "proprio",
  "parte_in_causa",
  "non_in_carico",
  "in_partenza",
  "gia_partita",
  "senza_motivo",
  "senza_esito",
  "gia_chiesto",
  "troppi_file",
  "troppi_byte",
] as const;
export type Rifiuto = (typeof RIFIUTI)[number];

/** The last day to answer, when the clock starts on `oggi`. */
export const termineDi = (oggi: DataIso, giorni: number): DataIso =>
  giornoLavorativoDa(addDays(oggi, giorni));

export type Orologio = {
  /** Working days left, negative when the term is past; the clock stands still while the sede waits. */
  giorni: number;
  fermo: boolean;
  scaduto: boolean;
};

/** How much time the sede still has; null: none is needed any more. */
export function orologioDi(
  { stato, termine, sospesoDal }: Pick<Quesito, "stato" | "termine" | "sospesoDal">,
  oggi: DataIso,
): Orologio | null {
  if (stato === "chiuso") return null;
  const giorno = sospesoDal ?? oggi;
  return {
    giorni: giorniLavorativiFra(giorno, termine),
    fermo: sospesoDal !== null,
    scaduto: sospesoDal === null && termine < oggi,
  };
}

/** What who asked may do: write into an open thread, or open again one that was closed not long ago. */
export function whyNotWrite({ chiusoAt }: Pick<Quesito, "chiusoAt">, now: Date): "chiuso_da_troppo" | null {
  if (chiusoAt === null) return null;
  const giorni = (now.getTime() - chiusoAt.getTime()) / 86_400_000;
  return giorni > GIORNI_PER_RIAPRIRE ? "chiuso_da_troppo" : null;
}

/** Until when it may be opened again. */
export const riapribileFino = (chiusoAt: Date): Date =>
  new Date(chiusoAt.getTime() + GIORNI_PER_RIAPRIRE * 86_400_000);

/** The last day to answer, if the cittadino answered today: the days the sede waited are added, then as any term. */
export function termineRipreso(
  { termine, sospesoDal }: Pick<Quesito, "termine" | "sospesoDal">,
  oggi: DataIso,
): DataIso {
  if (sospesoDal === null) return termine;
  return giornoLavorativoDa(addDays(termine, (Date.parse(oggi) - Date.parse(sospesoDal)) / 86_400_000));
}

/**
 * The last day to answer, if what is being written were sent today. `quesito`: the thread it answers in; null: a new
 * one, which starts anew as does one opened again.
 */
export function termineAtteso(
  quesito: Pick<Quesito, "stato" | "termine" | "sospesoDal"> | null,
  giorni: number,
  oggi: DataIso,
): DataIso {
  return quesito === null || quesito.stato === "chiuso"
    ? termineDi(oggi, giorni)
    : termineRipreso(quesito, oggi);
}

/** Fewer answers tell nothing about the next one. */
const RISPOSTE_MINIME = 5;

/** Whether the answer times of a sede are worth telling. */
export const isTempoVero = (tempi: { risposte: number } | null): boolean =>
  tempi !== null && tempi.risposte >= RISPOSTE_MINIME;
