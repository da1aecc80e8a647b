/** What a sede finds of a posizione before it opens the drawer. */
export type PosizioneTrovata = {
  posizione: string;
  nome: string;
  cognome: string;
  codiceFiscale: string;
  comune: string | null;
  sede: string;
};
