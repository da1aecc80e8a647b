/**
 * The life of a delega. The acts themselves are SQL (migration 0004), because they must hold however many ask at
 * once; here stands what a page may offer, and the words for what is refused. vita.itest.ts compares the two.
 * Sources: circ. 28/2011 and msg 2073/2017 (professionale: exclusive), circ. 127/2021 (personale: one delegato, at
 * most three deleghe each, none of this for who is named by a court).
 */
import type { Delega } from "@/db/schema/deleghe";
import type { Proposta } from "@/db/schema/proposte";
import { type DataIso, dataInRome } from "@/lib/dates";

/** How long the other side has to decide. */
export const GIORNI_PER_DECIDERE = 30;
export const DELEGHE_PERSONALI_MASSIME = 3;
export const PROPOSTE_IN_ATTESA_MASSIME = 10;
export const PROPOSTE_AL_GIORNO_MASSIME = 300;
/** How much of what happened in 30 days a studio is shown. */
export const CAMBIAMENTI_MASSIMI = 100;

/** Why an act on a delega, a proposta or a nomina was refused. */
export const RIFIUTI = [
  "non_trovata",
  "te_stesso",
  "intermediario_sconosciuto",
  "delegato_gia_presente",
  "gia_attiva",
  "gia_proposta",
  "troppe_proposte",
  "gia_decisa",
  "gia_risposto",
  "gia_ritirata",
  "scaduta",
  "fine_passata",
  "senza_posizione",
  "limite_deleghe",
  "per_provvedimento",
  "gia_chiusa",
  "altra_delega",
  "gia_nominato",
  "riprova",
] as const;
export type Rifiuto = (typeof RIFIUTI)[number];

export type Atto = "accetta" | "rifiuta" | "ritira";
export type Parte = "datore" | "delegato";
export type StatoVisto = Delega["stato"] | "futura";

/** What a delega is on that day: the calendar ends it before anybody has written so. */
export function statoDelega(
  { stato, dataInizio, fine }: Pick<Delega, "stato" | "dataInizio" | "fine">,
  oggi: DataIso,
): StatoVisto {
  if (stato !== "attiva") return stato;
  if (fine !== null && fine < oggi) return "scaduta";
  return dataInizio > oggi ? "futura" : "attiva";
}

export function statoProposta(
  { stato, termine }: Pick<Proposta, "stato" | "termine">,
  oggi: DataIso,
): Proposta["stato"] {
  return stato === "proposta" && termine < oggi ? "scaduta" : stato;
}

/** What a side may do with a proposta: who made it may take it back, the other decides. */
export function attiSuProposta(
  proposta: Pick<Proposta, "stato" | "termine" | "proponente">,
  parte: Parte,
  oggi: DataIso,
): readonly Atto[] {
  if (proposta.stato !== "proposta") return [];
  const aspetta = statoProposta(proposta, oggi) === "proposta";
  // What was refused waits until the last day too, for a studio: after it there is nothing left to take back.
  if (proposta.proponente === parte) return aspetta || parte === "datore" ? ["ritira"] : [];
  return aspetta ? ["accetta", "rifiuta"] : [];
}

/**
 * What a side sees of a proposta. To a studio that asked, a refusal and a silence are one thing: only a datore can refuse,
 * so the difference would tell whether that codice fiscale is one.
 */
export function statoPropostaVisto(
  proposta: Pick<Proposta, "stato" | "termine" | "proponente">,
  parte: Parte,
  oggi: DataIso,
): Proposta["stato"] | "non_accettata" {
  const aspetta = proposta.termine >= oggi;
  if (proposta.proponente === parte && parte === "delegato") {
    if (proposta.stato === "rifiutata") return aspetta ? "proposta" : "non_accettata";
    if (statoProposta(proposta, oggi) === "scaduta") return "non_accettata";
  }
  return statoProposta(proposta, oggi);
}

/** The day on which somebody ended it here; null: the calendar did, or the archive, which does not say when. */
export const chiusaIl = ({ stato, chiusaAt }: Pick<Delega, "stato" | "chiusaAt">): DataIso | null =>
  stato === "revocata" && chiusaAt ? dataInRome(chiusaAt) : null;

type Portata = Pick<Delega, "tipo" | "stato" | "dataInizio" | "fine">;

/** Of a datore's deleghe those that a proposta, accepted today, takes the place of: an intermediario is one at a time. */
export function sostituite<T extends { delega: Portata }>(
  righe: readonly T[],
  { tipo, dataInizio, dataFine }: Pick<Proposta, "tipo" | "dataInizio" | "dataFine">,
  oggi: DataIso,
): T[] {
  if (tipo !== "professionale") return [];
  const dal = dataInizio > oggi ? dataInizio : oggi;
  return righe.filter(
    ({ delega }) =>
      delega.tipo === "professionale" &&
      delega.stato === "attiva" &&
      (dataFine === null || delega.dataInizio <= dataFine) &&
      (delega.fine === null || delega.fine >= dal),
  );
}

/**
 * Why a proposta could not be decided any more, to who tried: their own answer, given in another window, is no other's
 * decision. `solo`: nobody else can have answered for them, as for a studio.
 */
export function whyGiaDecisa(
  stato: Proposta["stato"] | undefined,
  atto: Atto,
  solo: boolean,
): Extract<Rifiuto, "gia_decisa" | "gia_risposto" | "gia_ritirata" | "scaduta"> {
  if (stato === "scaduta") return "scaduta";
  if (atto === "ritira") return "gia_decisa";
  if (stato === "annullata") return "gia_ritirata";
  return solo ? "gia_risposto" : "gia_decisa";
}

/** Whether either side may end it, and the datore change it. What a court gave, neither takes away. */
export function isChiudibile(
  delega: Pick<Delega, "stato" | "dataInizio" | "fine" | "titolo">,
  oggi: DataIso,
): boolean {
  return delega.titolo === "volontaria" && ["attiva", "futura"].includes(statoDelega(delega, oggi));
}
