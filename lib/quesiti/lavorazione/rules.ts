/** What somebody of a sede may be offered on a quesito; the acts themselves decide again (migration 0010). */
import type { Bozza } from "@/db/schema/messaggi";
import type { Quesito } from "@/db/schema/quesiti";
import type { Viewer } from "@/lib/auth/viewer";

/** What an answer does, in the one choice its form offers: the last three close the quesito. */
export const TIPI_RISPOSTA = ["risposta", "richiesta", "positivo", "negativo", "parziale"] as const;
export type TipoRisposta = (typeof TIPI_RISPOSTA)[number];

type AzioneEsito = Pick<Bozza, "azione" | "esito">;

export function azioneDi(tipo: TipoRisposta | null): AzioneEsito {
  if (tipo === null || tipo === "risposta" || tipo === "richiesta") return { azione: tipo, esito: null };
  return { azione: "chiusura", esito: tipo };
}

export const tipoDi = ({ azione, esito }: AzioneEsito): TipoRisposta | null =>
  azione === "chiusura" ? esito : azione;

/** A modello goes after what is written already: nothing is lost. */
export const conModello = (testo: string, modello: string): string =>
  testo.trim() === "" ? modello : `${testo.trimEnd()}\n\n${modello}`;

/** Why the acts on a quesito are not this person's. */
export type Impedimento = "altra_sede" | "chiuso" | "di_altri" | "di_nessuno";

export type Atti = {
  impedimento: Impedimento | null;
  prendi: boolean;
  rilascia: boolean;
  rispondi: boolean;
  chiediParere: boolean;
  /** Gives it to a colleague, or to another sede. */
  passa: boolean;
  annota: boolean;
};

type Lavorato = Pick<Quesito, "sedeCodice" | "stato" | "assegnatoA">;

/** @param inPartenza whether an answer is on its way: until it has left nobody else gets the quesito */
export function attiDi(
  { sedeCodice, stato, assegnatoA }: Lavorato,
  { utenteId, profilo }: Pick<Viewer, "utenteId" | "profilo">,
  inPartenza: boolean,
): Atti {
  const dellaSede = profilo?.sede?.codice === sedeCodice;
  const aperto = dellaSede && stato !== "chiuso";
  const mio = aperto && assegnatoA === utenteId;
  const passa = aperto && (mio || assegnatoA === null || profilo?.tipo === "responsabile") && !inPartenza;
  return {
    impedimento: impedimentoOf(dellaSede, aperto, mio, assegnatoA),
    prendi: aperto && assegnatoA === null,
    rilascia: mio && !inPartenza,
    rispondi: mio && !inPartenza,
    chiediParere: mio,
    passa,
    annota: dellaSede,
  };
}

function impedimentoOf(dellaSede: boolean, aperto: boolean, mio: boolean, assegnatoA: string | null) {
  if (!dellaSede) return "altra_sede";
  if (!aperto) return "chiuso";
  if (mio) return null;
  return assegnatoA === null ? "di_nessuno" : "di_altri";
}

/** Seconds until an answer leaves; negative: its minute has been over for so long. */
export const secondiFinoA = (parteAt: Date, now: Date): number =>
  Math.ceil((parteAt.getTime() - now.getTime()) / 1_000);
