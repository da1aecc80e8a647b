/**
 * The life of an appuntamento. The acts themselves are SQL (migration 0014), because they must hold however many ask
 * at once; here stands what a page may offer, and the words for what is refused.
 * Source: msg 2561/2019 (about a quesito closed negatively or not answered in time; states); the limits in hours and
 * numbers are this service's own.
 */
import type { Appuntamento } from "@/db/schema/appuntamenti";
import { dataInRome, formatData, formatIstante } from "@/lib/dates";

/** Until when who asked may cancel or move by themselves. */
export const ORE_PER_CAMBIARE = 24;
export const SPOSTAMENTI_MASSIMI = 3;

/** Why an act on an appuntamento was refused. */
export const RIFIUTI = [
  "non_consentito",
  "non_trovata",
  "senza_quesito",
  "gia_prenotato",
  "occupato",
  "troppe_prenotazioni",
  "non_riceve",
  "troppo_presto",
  "troppo_avanti",
  "troppo_tardi",
  "troppi_spostamenti",
  "scaduto",
  "senza_telefono",
  "allegato_infetto",
  "gia_chiuso",
  "altro_giorno",
  "altra_sede",
] as const;
export type Rifiuto = (typeof RIFIUTI)[number];

type Istante = Pick<Appuntamento, "stato" | "inizioAt" | "daSpostareAt" | "chiusoAt" | "spostamenti">;

/** Why who asked cannot cancel it by themselves; null: they can. */
export function whyNotCancel(
  { stato, inizioAt, daSpostareAt, chiusoAt }: Omit<Istante, "spostamenti">,
  now: Date,
): Rifiuto | null {
  if (stato !== "confermato" || chiusoAt !== null) return "gia_chiuso";
  if (daSpostareAt !== null) return null;
  return inizioAt.getTime() - now.getTime() < ORE_PER_CAMBIARE * 3_600_000 ? "troppo_tardi" : null;
}

/** Why who asked cannot move it; null: they can. An agenda that changed under it lifts both limits. */
export function whyNotMove(appuntamento: Istante, now: Date): Rifiuto | null {
  const rifiuto = whyNotCancel(appuntamento, now);
  if (rifiuto || appuntamento.daSpostareAt !== null) return rifiuto;
  return appuntamento.spostamenti >= SPOSTAMENTI_MASSIMI ? "troppi_spostamenti" : null;
}

/** Whether it is at another sede than that of whoever looks (null: of none): from here it changes nothing of it. */
export const isAltrove = ({ sedeCodice }: Pick<Appuntamento, "sedeCodice">, sede: string | null): boolean =>
  sede !== null && sede !== sedeCodice;

/** Seconds a hold still lasts, 0 when it is over. */
export function secondiRimasti({ scadeAt }: Pick<Appuntamento, "scadeAt">, now: Date): number {
  return scadeAt ? Math.max(0, Math.floor((scadeAt.getTime() - now.getTime()) / 1_000)) : 0;
}

/** When something ends, as messages say it: the hour, and its day when that is not today. */
export const fineDi = (istante: Date, adesso: Date) => ({
  ora: formatIstante(istante, "ora"),
  giorno: dataInRome(istante) === dataInRome(adesso) ? "oggi" : formatData(dataInRome(istante), "esteso"),
});
