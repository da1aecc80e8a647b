/** An appuntamento in a calendar: the file of its page, and the invitation that goes with its mails. */
import type { Appuntamento } from "@/db/schema/appuntamenti";
import { type Invito, icsFile } from "@/lib/ics";

export type InCalendario = Pick<Appuntamento, "id" | "numero" | "inizioAt" | "fineAt" | "stato" | "sequenza">;

/** Words for whoever opens the calendar; a calendar is seen by others too. */
export type Parole = { nome: string; titolo: string; luogo: string; descrizione?: string };

type Opzioni = {
  /** Of the service: its host makes the UID. */
  servizio: string;
  istante: Date;
  invito?: Invito;
};

const GIORNI_DI_PREAVVISO = 1;

/**
 * Always under the same UID, so that moving and cancelling change what is in the calendar already. What was solved
 * without meeting is gone from it, like what was cancelled.
 */
export function appuntamentoIcs(
  { id, inizioAt, fineAt, stato, sequenza }: InCalendario,
  { nome, titolo, luogo, descrizione }: Parole,
  { servizio, istante, invito }: Opzioni,
): string {
  const voce = {
    uid: `${id}@${new URL(servizio).hostname}`,
    sequenza,
    titolo,
    descrizione,
    luogo,
    quando: { inizio: inizioAt, fine: fineAt },
    annullata: stato === "annullato" || stato === "chiuso_e_definito",
    preavvisoGiorni: GIORNI_DI_PREAVVISO,
  };
  return icsFile([voce], { nome, istante, invito });
}
