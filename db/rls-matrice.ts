/** What db/rls.itest.ts holds every table to: who sees how many rows of it, and writes how many. */

/** Public data: the one table every role may read without a session. */
export const SENZA_POLITICHE = ["sedi"];

export const CONTESTI = [
  "anna in her drawer",
  "anna at the door",
  "anna in dario's drawer",
  "bruno in anna's drawer",
  "carla at the door",
  "carla in dario's drawer",
  "carla in anna's drawer",
  "olga, operatore",
  "renzo, responsabile",
  "nora, amministratore",
  "nobody",
  "anna's closed session",
  "anna with the initial PIN",
  "anna, no profile chosen",
  "anna, disabled",
  "bruno at the door",
  "silvia, sub-abilitata, in dario's drawer",
  "ugo, no longer sub-abilitato",
  "vito of another studio, in dario's drawer",
  "ines, consultazione, in anna's drawer",
  "olghina, who opened anna's drawer",
  "omar of the other sede",
  "elsa, esperta asked about anna's quesito",
] as const;

/** How many rows each of CONTESTI sees, in that order. A table that is missing here is a red test. */
export const VISTE: Record<string, string> = {
  sedi: "                2 2 2  2  2 2 2  2 2 2  2 2 2 2 2  2 2 2 2  2 2 2 2",
  intermediari: "        3 3 3  3  3 3 3  3 3 3  0 0 3 3 0  3 3 0 3  3 3 3 3",
  utenti: "              1 1 1  1  1 1 1  1 1 1  0 0 1 1 0  1 1 0 1  1 1 1 1",
  profili: "             1 1 1  1  1 1 1  1 1 1  0 0 1 1 0  1 1 0 1  1 1 1 1",
  sessioni: "            3 3 3  1  1 1 1  1 1 1  0 0 3 3 0  1 1 0 1  1 1 1 1",
  nomine: "              0 0 0  1  3 3 3  0 0 0  0 0 0 0 0  1 1 0 0  0 0 0 0",
  posizioni: "           1 1 0  1  0 1 0  0 0 0  0 0 0 0 0  1 1 0 0  1 1 0 0",
  soggetti: "            6 1 0  6  0 2 0  0 0 0  0 0 0 0 0  1 2 0 0  6 6 0 0",
  rapporti: "            2 2 0  2  0 1 0  0 0 0  0 0 0 0 0  2 1 0 0  2 2 0 0",
  variazioni_rapporto: " 1 1 0  1  0 1 0  0 0 0  0 0 0 0 0  1 1 0 0  1 1 0 0",
  contributi: "          3 3 0  3  0 1 0  0 0 0  0 0 0 0 0  3 1 0 0  3 3 0 0",
  versamenti: "          2 2 0  2  0 1 0  0 0 0  0 0 0 0 0  2 1 0 0  2 2 0 0",
  deleghe: "             4 4 0  4  0 1 0  0 0 0  0 0 0 0 0  4 1 0 0  4 4 0 0",
  proposte: "            1 1 1  1  2 2 2  0 0 0  0 0 0 0 0  1 2 0 0  0 0 0 0",
  eventi_delega: "       1 1 1  1  2 2 2  0 0 0  0 0 0 0 0  1 2 0 0  0 0 0 0",
  eventi_studio: "       0 0 0  0  6 6 6  0 0 0  0 0 0 0 0  0 0 0 1  0 0 0 0",
  deleganti: "           0 0 0  1  1 1 1  0 0 0  0 0 0 0 0  1 1 0 0  1 0 0 0",
  totali_deleganti: "    - - -  -  - - -  - - -  - - - - -  - - - -  - - - -",
  gruppi: "              0 0 0  0  1 1 1  0 0 0  0 0 0 0 0  0 1 0 1  0 0 0 0",
  gruppi_deleganti: "    0 0 0  0  1 1 1  0 0 0  0 0 0 0 0  0 1 0 0  0 0 0 0",
  promemoria: "          - - -  -  - - -  - - -  - - - - -  - - - -  - - - -",
  preferenze: "          1 1 1  0  0 0 0  0 0 0  0 0 0 0 0  0 0 0 0  0 0 0 0",
  categorie_quesito: "   5 5 5  5  5 5 5  5 5 5  0 0 5 5 0  5 5 0 5  5 5 5 5",
  argomenti: "           11 11 11  11  11 11 11  11 11 11  0 0 11 11 0  11 11 0 11  11 11 11 11",
  protocolli: "          - - -  -  - - -  - - -  - - - - -  - - - -  - - - -",
  quesiti: "             1 1 0  1  0 1 0  1 1 0  0 0 0 0 0  1 1 0 0  1 1 1 2",
  eventi_quesito: "      1 1 0  1  0 1 0  2 2 0  0 0 0 0 0  1 1 0 0  1 2 1 3",
  bozze: "               1 1 0  1  0 0 0  1 1 0  0 0 0 0 0  1 0 0 0  0 1 0 0",
  messaggi: "            1 1 0  1  0 1 0  1 1 0  0 0 0 0 0  1 1 0 0  1 1 1 2",
  allegati: "            1 1 0  2  0 1 0  2 2 0  0 0 0 0 0  2 1 0 0  1 2 1 2",
  contenuti_allegato: "  1 1 0  1  0 0 0  2 2 0  0 0 0 0 0  1 0 0 0  1 2 0 1",
  anteprime: "           1 1 0  1  0 0 0  2 2 0  0 0 0 0 0  1 0 0 0  1 2 0 1",
  note_quesito: "        0 0 0  0  0 0 0  1 1 0  0 0 0 0 0  0 0 0 0  0 1 0 1",
  pareri: "              0 0 0  0  0 0 0  1 1 0  0 0 0 0 0  0 0 0 0  0 1 0 1",
  modelli_risposta: "    0 0 0  0  0 0 0  1 1 0  0 0 0 0 0  0 0 0 0  0 1 1 1",
  motivi_appuntamento: " 6 6 6  6  6 6 6  6 6 6  0 0 6 6 0  6 6 0 6  6 6 6 6",
  disponibilita: "      7 7 7  7  7 7 7  7 7 7  0 0 7 7 0  7 7 0 7  7 7 7 7",
  patroni: "            1 1 1  1  1 1 1  1 1 1  0 0 1 1 0  1 1 0 1  1 1 1 1",
  assenze: "            0 0 0  0  0 0 0  1 1 0  0 0 0 0 0  0 0 0 0  0 1 0 0",
  calendari: "          0 0 0  0  0 0 0  1 0 0  0 0 0 0 0  0 0 0 0  0 0 0 0",
  appuntamenti: "       1 1 0  2  0 1 0  2 2 0  0 0 0 0 0  2 1 0 0  1 2 1 1",
  eventi_appuntamento: " 1 1 0  1  0 0 0  1 1 0  0 0 0 0 0  1 0 0 0  1 1 0 0",
  attese: "             1 1 0  1  0 0 0  0 0 0  0 0 0 0 0  1 0 0 0  1 0 0 0",
  accessi: "             2 2 2  0  1 1 1  0 0 0  0 0 0 0 0  0 0 0 0  0 0 0 0",
  posta: "               0 0 0  0  0 0 0  0 0 1  0 0 0 0 0  0 0 0 0  0 0 0 0",
  eventi_amministrazione: " 0 0 0  0  0 0 0  0 0 1  0 0 0 0 0  0 0 0 0  0 0 0 0",
  importazioni: "        0 0 0  0  0 0 0  0 0 1  0 0 0 0 0  0 0 0 0  0 0 0 0",
  tentativi: "           - - -  -  - - -  - - -  - - - - -  - - - -  - - - -",
};

/** What may be written, and how many rows of it; everything else is refused to everybody. */
export const SCRITTE: Record<string, { statement: string; viste: string }> = {
  // One of anna's three is closed, and stays so.
  "sessioni update": {
    statement: "update sessioni set chiusa_at = chiusa_at",
    viste: "2 2 2  1  1 1 1  1 1 1  0 0 2 2 0  1 1 0 1  1 1 1 1",
  },
  "gruppi insert": {
    statement: "insert into gruppi (intermediario_codice, nome) values ('S1', 'Nuovo')",
    viste: "- - -  -  1 1 1  - - -  - - - - -  - - - -  - - - -",
  },
  "gruppi update": {
    statement: "update gruppi set nome = nome",
    viste: "0 0 0  0  1 1 1  0 0 0  0 0 0 0 0  0 0 0 1  0 0 0 0",
  },
  "gruppi delete": {
    statement: "delete from gruppi",
    viste: "0 0 0  0  1 1 1  0 0 0  0 0 0 0 0  0 0 0 1  0 0 0 0",
  },
  "gruppi_deleganti insert": {
    statement: `insert into gruppi_deleganti select posizione_id, 'S1', (select min(id::text)::uuid from gruppi)
      from deleganti on conflict (posizione_id, intermediario_codice) do update set gruppo_id = excluded.gruppo_id`,
    viste: "0 0 0  -  1 1 1  0 0 0  0 0 0 0 0  - - 0 0  - 0 0 0",
  },
  "gruppi_deleganti update": {
    statement: "update gruppi_deleganti set gruppo_id = gruppo_id",
    viste: "0 0 0  0  1 1 1  0 0 0  0 0 0 0 0  0 0 0 0  0 0 0 0",
  },
  "gruppi_deleganti delete": {
    statement: "delete from gruppi_deleganti",
    viste: "0 0 0  0  1 1 1  0 0 0  0 0 0 0 0  0 0 0 0  0 0 0 0",
  },
  "preferenze insert": {
    statement: `insert into preferenze (posizione_id, avvisa_se_aperto) select id, true from posizioni
      on conflict (posizione_id) do update set avvisa_se_aperto = true`,
    viste: "1 1 0  -  0 - 0  0 0 0  0 0 0 0 0  - - 0 0  - - 0 0",
  },
  "preferenze update": {
    statement: "update preferenze set avvisa_se_aperto = true",
    viste: "1 1 1  0  0 0 0  0 0 0  0 0 0 0 0  0 0 0 0  0 0 0 0",
  },
  "argomenti insert": {
    statement: `insert into argomenti (codice, categoria_codice, nome, ordine) values ('nuovo', 'mav', 'Nuovo', 9)`,
    viste: "- - -  -  - - -  - - 1  - - - - -  - - - -  - - - -",
  },
  "argomenti update": {
    statement: "update argomenti set termine_giorni = 20",
    viste: "0 0 0  0  0 0 0  0 0 11  0 0 0 0 0  0 0 0 0  0 0 0 0",
  },
  "modelli_risposta insert": {
    statement:
      "insert into modelli_risposta (sede_codice, titolo, testo) values ('700100', 'Nuovo', 'Testo.')",
    viste: "- - -  -  - - -  - 1 -  - - - - -  - - - -  - - - -",
  },
  "modelli_risposta update": {
    statement: "update modelli_risposta set titolo = titolo",
    viste: "0 0 0  0  0 0 0  0 1 0  0 0 0 0 0  0 0 0 0  0 0 0 0",
  },
  "modelli_risposta delete": {
    statement: "delete from modelli_risposta",
    viste: "0 0 0  0  0 0 0  0 1 0  0 0 0 0 0  0 0 0 0  0 0 0 0",
  },
  "motivi_appuntamento insert": {
    statement: `insert into motivi_appuntamento (codice, nome, richiede_quesito, ordine)
      values ('nuovo', 'Nuovo', false, 9)`,
    viste: "- - -  -  - - -  - - 1  - - - - -  - - - -  - - - -",
  },
  "motivi_appuntamento update": {
    statement: "update motivi_appuntamento set ordine = ordine",
    viste: "0 0 0  0  0 0 0  0 0 6  0 0 0 0 0  0 0 0 0  0 0 0 0",
  },
  "disponibilita insert": {
    statement: `insert into disponibilita (sede_codice, esperto, giorno, dalle, alle, dal, modi)
      select sede_codice, esperto, 1, '14:00', '15:00', '2026-01-01', array['video'] from disponibilita limit 1`,
    viste: "- - -  -  - - -  1 1 -  0 0 - - 0  - - 0 -  - - - -",
  },
  "disponibilita update": {
    statement: "update disponibilita set giorno = giorno",
    viste: "0 0 0  0  0 0 0  7 7 0  0 0 0 0 0  0 0 0 0  0 0 0 0",
  },
  "disponibilita delete": {
    statement: "delete from disponibilita",
    viste: "0 0 0  0  0 0 0  7 7 0  0 0 0 0 0  0 0 0 0  0 0 0 0",
  },
  "assenze insert": {
    statement: `insert into assenze (sede_codice, esperto, inizio_at, fine_at)
      select sede_codice, esperto, now(), now() + interval '1 hour' from disponibilita limit 1`,
    viste: "- - -  -  - - -  1 1 -  0 0 - - 0  - - 0 -  - - - -",
  },
  "assenze delete": {
    statement: "delete from assenze",
    viste: "0 0 0  0  0 0 0  1 1 0  0 0 0 0 0  0 0 0 0  0 0 0 0",
  },
  "patroni insert": {
    statement: `insert into patroni (sede_codice, mese, giorno, nome) values ('700100', 11, 3, 'San Giusto')
      on conflict (sede_codice) do update set nome = excluded.nome`,
    viste: "- - -  -  - - -  - 1 -  - - - - -  - - - -  - - - -",
  },
  "patroni update": {
    statement: "update patroni set nome = nome",
    viste: "0 0 0  0  0 0 0  0 1 0  0 0 0 0 0  0 0 0 0  0 0 0 0",
  },
  "patroni delete": {
    statement: "delete from patroni",
    viste: "0 0 0  0  0 0 0  0 1 0  0 0 0 0 0  0 0 0 0  0 0 0 0",
  },
  "calendari insert": {
    statement: `insert into calendari (sede_codice, esperto, segreto) select sede_codice, esperto, 'x' from disponibilita limit 1
      on conflict (sede_codice, esperto) do update set segreto = excluded.segreto`,
    viste: "- - -  -  - - -  1 - -  0 0 - - 0  - - 0 -  - - - -",
  },
  "calendari update": {
    statement: "update calendari set segreto = segreto",
    viste: "0 0 0  0  0 0 0  1 0 0  0 0 0 0 0  0 0 0 0  0 0 0 0",
  },
  "calendari delete": {
    statement: "delete from calendari",
    viste: "0 0 0  0  0 0 0  1 0 0  0 0 0 0 0  0 0 0 0  0 0 0 0",
  },
};
