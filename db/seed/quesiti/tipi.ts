export type Esito = "positivo" | "negativo" | "parziale";
export type Chi = "anna" | "dario" | "elena" | "furio" | "carla";

export type Messaggio = {
  /** Days before today. */
  fa: number;
  testo: string;
  /** Of the sede; none: of who asks. */
  azione?: "risposta" | "richiesta" | "chiusura";
  esito?: Esito;
};

/** One quesito from its first messaggio to its last. */
export type Storia = {
  di: "anna" | "dario" | number;
  argomento: string;
  oggetto: string;
  contributo?: { anno: number; trimestre: number; progressivo: number };
  carico?: "elena" | "furio";
  messaggi: Messaggio[];
};
