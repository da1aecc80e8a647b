import { ARGOMENTO, TERMINE } from "./mondo-quesiti";

/**
 * All with anna's drawer open, or asked for. bruno, ciro, elio, ines, silvia, ugo, rita, zeno, carla: what they are is
 * said in db/mondo-quesiti.ts. `legge`: the studio's delega is one for reading only.
 */
export const CHI = [
  ...["anna", "dario", "dario dal suo", "bruno", "ciro", "elio", "rita", "zeno", "ines", "ines legge"],
  ...["silvia", "silvia legge", "ugo", "carla", "olga", "livia", "renzo"],
  ...["omar", "elsa", "nora", "nessuno", "anna PIN", "anna disabilitata", "olga PIN", "olga disabilitata"],
] as const;
export type Chi = (typeof CHI)[number];

/**
 * What each act answers: to each person the words for a quesito that is inviato, in_carico (of olga),
 * in_attesa_del_cittadino (hers too) and chiuso, one word if it is the same for all; `altri`: to everybody else, and
 * then nothing has changed. `prima`: what is so before. The bozza, the replica and its file are anna's, the risposta is
 * olga's, the parere was asked of elsa.
 */
export type Riga = { atto: string; prima?: string; altri: string } & { [chi in Chi]?: string };
const IN_PARTENZA = "update bozze set parte_at = now() + interval '1 minute' where id = $risposta";
/** Each state by itself: what another of her quesiti would open is no matter. */
const SOLO = "update pareri set reso_at = now() where reso_at is null and quesito_id <> $quesito";
/** A sede reads at an address of its own, outside any drawer. */
const ALLA_SEDE = `select set_config('app.posizione',
  case when sede_corrente() is null then current_setting('app.posizione', true) else '' end, true)`;
const NUMERO = "gen_random_uuid()";
const FILE = `${NUMERO}, 'r.pdf', 'pdf', 1, '\\x01'::bytea, '{}', '{}', '{}'`;
/** Who may write in her drawer, besides herself. */
const perConto = (parole: string) => ({ bruno: parole, ines: parole, silvia: parole });
/** Who may read there, besides them. */
const chiLegge = (parole: string) => ({ ciro: parole, "ines legge": parole, "silvia legge": parole });
const NON_SUO = "non_in_carico non_in_carico non_in_carico gia_chiuso";
const SUO = "non_in_carico ok ok gia_chiuso";
const LIBERO = "ok non_in_carico non_in_carico gia_chiuso";
const APERTO = "ok ok ok gia_chiuso";
const PARTE = "in_partenza in_partenza in_partenza gia_chiuso";
const SUO_E_PARTE = "non_in_carico in_partenza in_partenza gia_chiuso";
const DAL_SUO = { "dario dal suo": "non_trovata", altri: "non_consentito" } as const;
export const ATTI: Record<string, Riga> = {
  "begins a quesito": {
    atto: `apri_bozza(${NUMERO}, null, $rapporto, '${ARGOMENTO}', 2026, 1, 1)`,
    ...{ anna: "ok", ...perConto("ok"), ...DAL_SUO },
  },
  "begins a reply": {
    atto: `apri_bozza(${NUMERO}, $quesito, null, null, null, null, null)`,
    ...{ anna: "ok", ...perConto("ok"), ...DAL_SUO },
  },
  "takes over her bozza": {
    atto: `apri_bozza($bozza, null, null, '${ARGOMENTO}', null, null, null)`,
    ...{ anna: "ok", ...perConto("non_trovata"), ...DAL_SUO },
  },
  "begins what was sent": {
    atto: `apri_bozza($quesito, null, null, '${ARGOMENTO}', null, null, null)`,
    ...{ anna: "gia_inviata", ...perConto("gia_inviata"), ...DAL_SUO },
  },
  "writes into her bozza": {
    atto: "scrivi_bozza($bozza, 'Altro oggetto', 'Altro testo')",
    ...{ anna: "ok", ...perConto("non_trovata"), ...DAL_SUO },
  },
  "throws her bozza away": { atto: "elimina_bozza($bozza)", anna: "ok", altri: "non_trovata" },
  "throws the risposta away": { atto: "elimina_bozza($risposta)", olga: "ok", altri: "non_trovata" },
  "adds a file to her bozza": {
    atto: `aggiungi_allegato($bozza, ${FILE})`,
    anna: "ok",
    altri: "non_trovata",
  },
  "adds a file to the risposta": {
    atto: `aggiungi_allegato($risposta, ${FILE})`,
    ...{ olga: "ok", altri: "non_trovata" },
  },
  "takes her file away": { atto: "togli_allegato($file)", anna: "ok", altri: "non_trovata" },
  "takes a sent file away": { atto: "togli_allegato($inviato)", altri: "non_trovata" },
  "takes a file from a risposta on its way": {
    prima: IN_PARTENZA,
    ...{ atto: "togli_allegato($fileRisposta)", altri: "non_trovata" },
  },
  "sends her bozza": {
    atto: `(select esito from invia_bozza($bozza, '${TERMINE}', '${TERMINE}'))`,
    ...{ anna: "ok", ...perConto("non_trovata"), ...DAL_SUO },
  },
  "sends her reply": {
    atto: `(select esito from invia_bozza($replica, '${TERMINE}', '${TERMINE}'))`,
    ...{ anna: "ok", ...perConto("non_trovata"), ...DAL_SUO },
  },
  "sends what was sent": {
    atto: `(select esito from invia_bozza($quesito, '${TERMINE}', '${TERMINE}'))`,
    ...{ anna: "ok", ...perConto("non_trovata"), ...DAL_SUO },
  },
  "sends the risposta as hers": {
    atto: `(select esito from invia_bozza($risposta, '${TERMINE}', '${TERMINE}'))`,
    ...{ anna: "non_trovata", ...perConto("non_trovata"), ...DAL_SUO },
  },
  "closes it as who asked": {
    atto: "chiudi_quesito($quesito)",
    anna: APERTO,
    ...perConto(APERTO),
    ...DAL_SUO,
  },
  "reads it at an address of the drawer": {
    atto: "(select count(*)::text from leggi_quesito($protocollo))",
    ...{ anna: "1", ...perConto("1"), ...chiLegge("1") },
    altri: "0",
  },
  "reads it": {
    prima: ALLA_SEDE,
    atto: "(select count(*)::text from leggi_quesito($protocollo))",
    ...{
      anna: "1",
      ...perConto("1"),
      ...chiLegge("1"),
      olga: "1",
      livia: "1",
      renzo: "1",
      elsa: "1 1 1 0",
      altri: "0",
    },
  },
  "reads it, with nothing else asked of elsa": {
    prima: `${SOLO}; ${ALLA_SEDE}`,
    atto: "(select count(*)::text from leggi_quesito($protocollo))",
    ...{ anna: "1", ...perConto("1"), ...chiLegge("1"), olga: "1", livia: "1", renzo: "1", elsa: "1 1 1 0" },
    altri: "0",
  },
  "takes charge": {
    atto: "(select esito from prendi_in_carico($quesito))",
    ...{
      olga: APERTO,
      livia: "ok gia_preso gia_preso gia_chiuso",
      renzo: "ok gia_preso gia_preso gia_chiuso",
    },
    altri: "non_trovata",
  },
  "gives it back": {
    atto: "rilascia_quesito($quesito)",
    ...{ olga: SUO, livia: NON_SUO, renzo: NON_SUO, altri: "non_trovata" },
  },
  "gives it back with a risposta on its way": {
    prima: IN_PARTENZA,
    atto: "rilascia_quesito($quesito)",
    ...{ olga: SUO_E_PARTE, livia: NON_SUO, renzo: NON_SUO, altri: "non_trovata" },
  },
  "gives it to livia": {
    atto: "assegna_quesiti(array[$quesito]::uuid[], $livia, 'Ferie')",
    ...{ olga: APERTO, livia: LIBERO, renzo: APERTO, altri: "non_trovata" },
  },
  "gives it to omar of another sede": {
    ...{ atto: "assegna_quesiti(array[$quesito]::uuid[], $omar, 'Ferie')", altri: "non_trovata" },
  },
  "gives it to livia with a risposta on its way": {
    prima: IN_PARTENZA,
    atto: "assegna_quesiti(array[$quesito]::uuid[], $livia, 'Ferie')",
    ...{ olga: PARTE, renzo: PARTE, altri: "non_trovata" },
    livia: "in_partenza non_in_carico non_in_carico gia_chiuso",
  },
  "passes it on": {
    atto: "trasferisci_quesito($quesito, $altraSede, 'Non è nostro')",
    ...{ olga: APERTO, livia: LIBERO, renzo: APERTO, altri: "non_trovata" },
  },
  "passes it on without a reason": {
    atto: "trasferisci_quesito($quesito, $altraSede, null)",
    olga: "senza_motivo senza_motivo senza_motivo gia_chiuso",
    livia: "senza_motivo non_in_carico non_in_carico gia_chiuso",
    ...{ renzo: "senza_motivo senza_motivo senza_motivo gia_chiuso", altri: "non_trovata" },
  },
  "passes it on with a risposta on its way": {
    prima: IN_PARTENZA,
    atto: "trasferisci_quesito($quesito, $altraSede, 'Non è nostro')",
    ...{ olga: PARTE, renzo: PARTE, altri: "non_trovata" },
    livia: "in_partenza non_in_carico non_in_carico gia_chiuso",
  },
  "writes an answer": {
    atto: `scrivi_risposta(${NUMERO}, $quesito, 'risposta', null, 'Ecco.')`,
    ...{ olga: SUO, livia: NON_SUO, renzo: NON_SUO, altri: "non_trovata" },
  },
  "writes into the risposta": {
    atto: "scrivi_risposta($risposta, $quesito, 'risposta', null, 'Ecco.')",
    ...{ olga: SUO, livia: NON_SUO, renzo: NON_SUO, altri: "non_trovata" },
  },
  "puts the risposta on its way": {
    atto: "(select esito from invia_risposta($risposta))",
    ...{ olga: SUO, altri: "non_trovata" },
  },
  "stops it": {
    ...{ prima: IN_PARTENZA, atto: "ferma_risposta($risposta)", olga: "ok", altri: "non_trovata" },
  },
  "adds a note": {
    atto: `aggiungi_nota(${NUMERO}, $quesito, 'Chiamata')`,
    ...{ olga: "ok", livia: "ok", renzo: "ok", altri: "non_trovata" },
  },
  "asks elsa": {
    prima: "update pareri set testo = 'Sì', reso_at = now()",
    atto: "chiedi_parere($quesito, $elsa, 'È giusto?')",
    ...{ olga: SUO, livia: NON_SUO, renzo: NON_SUO, altri: "non_trovata" },
  },
  "asks elsa again": {
    atto: "chiedi_parere($quesito, $elsa, 'È giusto?')",
    olga: "non_in_carico gia_chiesto gia_chiesto gia_chiuso",
    ...{ livia: NON_SUO, renzo: NON_SUO, altri: "non_trovata" },
  },
  "asks who is no esperto": { atto: "chiedi_parere($quesito, $omar, 'È giusto?')", altri: "non_trovata" },
  "gives the parere": {
    ...{ atto: "rendi_parere($parere, 'Sì.')", elsa: "ok ok ok non_trovata", altri: "non_trovata" },
  },
  "gives it twice": {
    ...{ prima: "update pareri set testo = 'Sì', reso_at = now()", atto: "rendi_parere($parere, 'Sì.')" },
    altri: "non_trovata",
  },
  "opens her drawer": {
    atto: "(select apri_da_sede($anna, 'Verifica delle ore')::text)",
    ...{ olga: "true", livia: "true", renzo: "true", altri: "false" },
  },
  "opens it without a reason": { atto: "(select apri_da_sede($anna, ' ')::text)", altri: "false" },
  "looks for her by name": {
    atto: "(select count(*)::text from cerca_posizioni('anna pro', 'Chiamata'))",
    ...{ olga: "1", livia: "1", renzo: "1", altri: "0" },
  },
  "looks for her without a reason": {
    ...{ atto: "(select count(*)::text from cerca_posizioni('anna pro', ''))", altri: "0" },
  },
  "tries a dead letter again": { atto: "ritenta_posta($morta)", nora: "ok", altri: "non_trovata" },
  "names the sede": {
    atto: "(select coalesce(sede_competente($anna, $rapporto), 'nessuna'))",
    ...{ anna: "700100", ...perConto("700100"), ...chiLegge("700100"), altri: "nessuna" },
  },
};
