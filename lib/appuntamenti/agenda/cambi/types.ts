/** What is shown, in words, before an agenda changes under appuntamenti that are booked. */
export type Mostrati = {
  /** Goes back with the form: these were seen. */
  visti: string;
  /** Others were shown before. */
  cambiato: boolean;
  colpiti: { numero: string; datore: string; quando: string; esperto: string; proposte: string[] }[];
};
