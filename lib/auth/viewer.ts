import type { Tx } from "@/db/client";
import type { Delega } from "@/db/schema/deleghe";
import type { TipoProfilo } from "@/db/schema/utenti";

/** Who is looking, as what. Minted only by lib/auth/session.ts, from the session's row. */
export type Viewer = {
  sessioneId: string;
  utenteId: string;
  codiceFiscale: string;
  nome: string;
  cognome: string;
  /** As what they act: in a drawer the profilo that opens it, elsewhere the one chosen at /profilo; null: none yet. */
  profilo: Profilo | null;
  pinIniziale: boolean;
  /** What was chosen at /profilo: it says where they are let in outside a drawer. */
  scelto: TipoProfilo | null;
  /** The drawer of which they are the datore. */
  propria: string | null;
  /** How many drawers of others they may open, under whatever profilo: none, one, or more (2 or above). */
  altrui: number;
  /** Their profili that open drawers of others, the chosen one first. */
  scrivanie: { profilo: string; tipo: TipoProfilo }[];
  /** In how many quesiti of their sede something new waits for them. */
  novita: number;
};

export type Profilo = {
  id: string;
  tipo: TipoProfilo;
  sede: { codice: string; denominazione: string } | null;
  intermediario: { codice: string; denominazione: string; titolare: boolean } | null;
};

declare const proof: unique symbol;

/** Proof that a session stands behind the transaction; what queries outside a drawer take first. */
export type ViewerScope = { readonly tx: Tx; readonly [proof]: "viewer" };

/** Proof that the viewer may open this one drawer; what queries of a drawer take first. */
export type CassettoScope = { readonly tx: Tx; readonly posizioneId: string; readonly [proof]: "cassetto" };

/** The open drawer, as a page shows it. */
export type Cassetto = {
  posizioneId: string;
  nome: string;
  cognome: string;
  proprio: boolean;
  /** Opened by a sede, for reading, with a reason. */
  ufficio: boolean;
  /** The delega by which the viewer is here; null in their own. */
  delegaId: string | null;
  /** By what right it was given; null in their own. */
  titolo: Delega["titolo"] | null;
  /** False: the delega is for reading only. */
  operazioni: boolean;
  /** How many messaggi of the sede nobody has read. */
  daLeggere: number;
};
