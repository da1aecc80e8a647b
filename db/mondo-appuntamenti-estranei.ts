/**
 * All with anna's drawer open, or asked for. bruno, ciro, elio, ines, carla, olga, livia, renzo, omar, elsa, nora: what
 * they are is said in db/mondo-quesiti.ts; olga is an esperta, too. rita's delega was revoked, zeno's begins tomorrow;
 * ines's studio may act for anna here, silvia is its sub-abilitata, ugo was. `aperto`: with the drawer opened
 * by a sede, `dal suo`: with their own open.
 */
export const CHI = [
  ...["anna", "dario", "dario dal suo", "bruno", "ciro", "elio", "rita", "zeno", "ines", "silvia"],
  ...["ugo", "carla", "olga", "olga aperto", "livia", "renzo", "renzo aperto", "omar", "omar aperto", "elsa"],
  ...["nora", "nessuno", "anna PIN", "anna disabilitata", "bruno PIN", "olga PIN", "olga disabilitata"],
] as const;
export type Chi = (typeof CHI)[number];

/**
 * What each act answers: to each person the words for an appuntamento of anna, with olga, that is in_prenotazione,
 * confermato, tenuto, non_presentato, chiuso_e_definito and annullato, one word if it is the same for all; `altri`: to
 * everybody else, and then nothing has changed. `prima`: what is so before. The hold is anna's, and so is the wait.
 */
export type Riga = { atto: string; prima?: string; altri: string } & { [chi in Chi]?: string };

const all = <Nome extends Chi>(nomi: readonly Nome[], parole: string) =>
  Object.fromEntries(nomi.map((nome) => [nome, parole])) as Record<Nome, string>;
/** Who may write in her drawer, besides herself. */
const PER_CONTO = ["bruno", "ines", "silvia"] as const;
const DATORE = ["anna", ...PER_CONTO] as const;
/** Who works for the sede where it is, with the drawer open or not. */
const APERTO = ["olga aperto", "renzo aperto"] as const;
const SEDE = ["olga", "livia", "renzo", ...APERTO] as const;
const DAL_SUO = { "dario dal suo": "non_trovata", altri: "non_consentito" } as const;

const NUMERO = "gen_random_uuid()";
const DOMANI = "2026-10-09T07:00Z";
const ALTRO = `null, null, null, null, $sede, $olga, 'in_persona'`;
const blocca = (id: string, sposta: string, motivo: string, resto: string) =>
  `(select esito from blocca_orario(${id}, ${sposta}, ${motivo}, ${resto}))`;
const inizia = (
  istante: string,
) => `update appuntamenti set inizio_at = '${istante}', fine_at = '${istante}'::timestamptz
  + interval '20 minutes', impegno = tstzrange('${istante}', '${istante}'::timestamptz + interval '20 minutes')
  where id = $app`;
/** At noon today: on its day, and less than a day ahead. */
const OGGI = inizia("2026-10-05T10:00Z");
/** As today began: its hour has struck. */
const PASSATO = inizia("2026-10-04T22:00Z");
const MOSSA = `insert into appuntamenti select (jsonb_populate_record(a, jsonb_build_object('id', $mossa, 'numero', $mossa,
  'stato', 'in_prenotazione', 'scade_at', now() + interval '1 minute', 'sposta_id', $app, 'inizio_at', '${DOMANI}',
  'fine_at', '2026-10-09T07:20Z', 'impegno', '[2026-10-09 07:00Z,2026-10-09 07:20Z)', 'annullato_da', null))).*
  from appuntamenti a where id = $app`;

const SPOSTA = "non_trovata ok non_trovata non_trovata non_trovata non_trovata";
const dopo = (confermato: string) => `non_trovata ${confermato} gia_chiuso gia_chiuso gia_chiuso gia_chiuso`;
const ANNULLA = "non_trovata ok gia_chiuso gia_chiuso gia_chiuso ok";

export const ATTI: Record<string, Riga> = {
  "holds a time": {
    atto: blocca(NUMERO, "null", "'rapporto_sospeso'", `$rapporto, ${ALTRO}, '${DOMANI}'`),
    ...{ ...all([...DATORE, ...APERTO], "ok"), ...DAL_SUO },
  },
  "holds it under the id of what anna is writing": {
    atto: blocca("$bozza", "null", "'rapporto_sospeso'", `$rapporto, ${ALTRO}, '${DOMANI}'`),
    ...{ ...all([...DATORE, ...APERTO], "non_trovata"), ...DAL_SUO },
  },
  "holds one for the same thing": {
    atto: blocca(NUMERO, "null", "$motivo", `$suo, ${ALTRO}, '${DOMANI}'`),
    anna: "ok gia_prenotato ok ok ok ok",
    ...all([...PER_CONTO, ...APERTO], "gia_prenotato gia_prenotato ok ok ok ok"),
    ...DAL_SUO,
  },
  "holds the same time": {
    atto: blocca(NUMERO, "null", "'rapporto_sospeso'", `$rapporto, ${ALTRO}, $inizio`),
    anna: "ok occupato ok ok ok ok",
    ...all([...PER_CONTO, ...APERTO], "occupato occupato ok ok ok ok"),
    ...DAL_SUO,
  },
  "holds one without the quesito it needs": {
    atto: blocca(NUMERO, "null", "'quesito_negativo'", `$rapporto, ${ALTRO}, '${DOMANI}'`),
    ...{ ...all([...DATORE, ...APERTO, "dario dal suo"], "senza_quesito"), altri: "non_consentito" },
  },
  "holds one at a sede of another province": {
    prima: "update sedi set provincia = 'RM' where codice = $altraSede",
    atto: blocca(
      NUMERO,
      "null",
      "'rapporto_sospeso'",
      `$rapporto, null, null, null, null, $altraSede, $elsa,
      'in_persona', '${DOMANI}'`,
    ),
    ...{ ...all([...DATORE, ...APERTO], "non_trovata"), ...DAL_SUO },
  },
  "holds one sooner than the notice": {
    atto: blocca(
      NUMERO,
      "null",
      "'rapporto_sospeso'",
      `$rapporto, ${ALTRO}, '2026-10-05T10:30Z'::timestamptz`,
    ),
    // Two days' notice: at whatever hour this runs, noon of the next day is sooner.
    prima: `update disponibilita set dalle = '00:00', alle = '23:59'; update motivi_appuntamento set preavviso_ore = 48;
      select set_config('app.oggi', '2026-10-04', true)`,
    ...{ ...all(DATORE, "troppo_presto"), ...all(APERTO, "ok"), ...DAL_SUO },
  },
  "holds a time to move it to": {
    atto: blocca(NUMERO, "$app", "null", `null, ${ALTRO}, '${DOMANI}'`),
    ...{ ...all([...DATORE, ...APERTO], SPOSTA), ...DAL_SUO },
  },
  "holds one to move it on the eve": {
    prima: OGGI,
    atto: blocca(NUMERO, "$app", "null", `null, ${ALTRO}, '${DOMANI}'`),
    ...{ ...all(DATORE, SPOSTA.replace("ok", "troppo_tardi")), ...all(APERTO, SPOSTA), ...DAL_SUO },
  },
  "holds one to move it a fourth time": {
    prima: "update appuntamenti set spostamenti = 3",
    atto: blocca(NUMERO, "$app", "null", `null, ${ALTRO}, '${DOMANI}'`),
    ...{ ...all(DATORE, SPOSTA.replace("ok", "troppi_spostamenti")), ...all(APERTO, SPOSTA), ...DAL_SUO },
  },
  "holds one to move what the agenda changed under": {
    prima: `update appuntamenti set spostamenti = 3, da_spostare_at = now(); ${OGGI}`,
    atto: blocca(NUMERO, "$app", "null", `null, ${ALTRO}, '${DOMANI}'`),
    ...{ ...all([...DATORE, ...APERTO], SPOSTA), ...DAL_SUO },
  },
  "lets go of it": { atto: "libera_orario($app)", anna: "ok non_trovata", altri: "non_trovata" },
  "confirms it": {
    atto: "(select esito from conferma_appuntamento($app, 'Vengo', null))",
    anna: "ok ok non_trovata non_trovata non_trovata non_trovata",
    ...{ ...all([...PER_CONTO, ...APERTO, "dario dal suo"], "scaduto"), altri: "non_consentito" },
  },
  "confirms what has run out": {
    prima: "update appuntamenti set scade_at = now() where id = $app and stato = 'in_prenotazione'",
    atto: "(select esito from conferma_appuntamento($app, 'Vengo', null))",
    anna: "scaduto ok non_trovata non_trovata non_trovata non_trovata",
    ...{ ...all([...PER_CONTO, ...APERTO, "dario dal suo"], "scaduto"), altri: "non_consentito" },
  },
  "confirms that it is moved": {
    prima: MOSSA,
    atto: "(select esito from conferma_appuntamento($mossa, '', null))",
    anna: SPOSTA,
    ...{ ...all([...PER_CONTO, ...APERTO, "dario dal suo"], "scaduto"), altri: "non_consentito" },
  },
  "confirms a fourth move": {
    prima: `${MOSSA}; update appuntamenti set spostamenti = 3 where id = $app`,
    atto: "(select esito from conferma_appuntamento($mossa, '', null))",
    anna: SPOSTA.replace("ok", "troppi_spostamenti"),
    ...{ ...all([...PER_CONTO, ...APERTO, "dario dal suo"], "scaduto"), altri: "non_consentito" },
  },
  "cancels it": {
    atto: "annulla_appuntamento($app, 'Non serve più')",
    ...{ ...all([...DATORE, ...SEDE], ANNULLA), altri: "non_trovata" },
  },
  "cancels it on the eve": {
    prima: OGGI,
    atto: "annulla_appuntamento($app, 'Non serve più')",
    ...{ ...all(DATORE, ANNULLA.replace("ok", "troppo_tardi")), ...all(SEDE, ANNULLA), altri: "non_trovata" },
  },
  "marks who arrived": {
    ...{ prima: OGGI, atto: "segna_appuntamento($app, 'arrivato', null)" },
    ...{ ...all(SEDE, dopo("ok")), altri: "non_trovata" },
  },
  "marks who arrived on another day": {
    atto: "segna_appuntamento($app, 'arrivato', null)",
    ...{ ...all(SEDE, dopo("altro_giorno")), altri: "non_trovata" },
  },
  "marks that it began": {
    ...{ prima: OGGI, atto: "segna_appuntamento($app, 'iniziato', null)" },
    ...{ ...all(SEDE, dopo("ok")), altri: "non_trovata" },
  },
  "marks that it was held": {
    ...{ prima: OGGI, atto: "segna_appuntamento($app, 'tenuto', 'Tutto a posto')" },
    ...{ ...all(SEDE, dopo("ok")), altri: "non_trovata" },
  },
  "marks that nobody came": {
    ...{ prima: PASSATO, atto: "segna_appuntamento($app, 'non_presentato', null)" },
    ...{ ...all(SEDE, dopo("ok")), altri: "non_trovata" },
  },
  "marks that nobody came before the hour": {
    atto: "segna_appuntamento($app, 'non_presentato', null)",
    ...{ ...all(SEDE, dopo("troppo_presto")), altri: "non_trovata" },
  },
  "marks that it was solved": {
    atto: "segna_appuntamento($app, 'definito', 'Corretto')",
    ...{ ...all(SEDE, dopo("ok")), altri: "non_trovata" },
  },
  "marks what is no act": { atto: "segna_appuntamento($app, 'spostato', null)", altri: "non_trovata" },
  "takes back that somebody arrived": {
    ...{ prima: "update appuntamenti set arrivato_at = now() where id = $app" },
    atto: "correggi_appuntamento($app, 'arrivato')",
    ...{ ...all(SEDE, "non_trovata ok gia_chiuso non_trovata gia_chiuso gia_chiuso"), altri: "non_trovata" },
  },
  "takes back that nobody came": {
    ...{ prima: "update appuntamenti set chiuso_at = now() where id = $app and stato = 'non_presentato'" },
    atto: "correggi_appuntamento($app, 'non_presentato')",
    ...{ ...all(SEDE, "non_trovata ok gia_chiuso ok gia_chiuso gia_chiuso"), altri: "non_trovata" },
  },
  "says where the call by video is": {
    ...{ prima: "update appuntamenti set modo = 'video' where id = $app" },
    atto: "dai_collegamento($app, 'https://video.example/stanza')",
    ...{ ...all(SEDE, dopo("ok")), altri: "non_trovata" },
  },
  "says where the call is of one in person": {
    atto: "dai_collegamento($app, 'https://video.example/stanza')",
    altri: "non_trovata",
  },
  "says that the agenda changed under it": {
    atto: "segna_da_spostare(array[$app]::uuid[])::text",
    ...{ ...all(SEDE, "0 1 0 0 0 0"), altri: "0" },
  },
  "waits for a time": {
    atto: `entra_in_attesa(${NUMERO}, 'pagamento_doppio', $rapporto, null, null, null, null, array[$sede], array['video'], null)`,
    ...{ ...all(DATORE, "ok"), ...DAL_SUO },
  },
  "waits without the quesito it needs": {
    atto: `entra_in_attesa(${NUMERO}, 'quesito_negativo', $rapporto, null, null, null, null, array[$sede], array['video'], null)`,
    ...{ ...all([...DATORE, "dario dal suo"], "senza_quesito"), altri: "non_consentito" },
  },
  "waits no longer": {
    atto: "esci_da_attesa($attesa)",
    ...{ ...all(DATORE, "ok"), altri: "non_trovata" },
  },
  "reads it as the sede": {
    atto: "(select count(*)::text from leggi_appuntamento($numero))",
    ...{ ...all(SEDE, "0 1 1 1 1 1"), altri: "0" },
  },
  "reads a calendar without its secret": {
    ...{ atto: "(select count(*)::text from leggi_calendario('altro'))", altri: "0" },
  },
  "sees what is taken, and what of it is theirs": {
    atto: `(select concat(count(*), ' di cui ', count(*) filter (where mio)) from orari_occupati(array[$sede],
      '2026-10-05', '2026-10-30'))`,
    ...{ anna: "2_di_cui_1", "anna PIN": "2_di_cui_1", altri: "2_di_cui_0" },
    ...all(["nessuno", "ugo", "anna disabilitata", "olga disabilitata"], "0_di_cui_0"),
  },
  "asks where one may be had": {
    atto: "(select count(*)::text from sedi_per_appuntamenti($anna, $rapporto))",
    ...{ ...all([...DATORE, ...APERTO, "ciro"], "2"), altri: "0" },
  },
};
