import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listAccessi } from "@/lib/accessi/queries";
import { listOfferti } from "@/lib/deleghe/cambio/queries";
import { filtroDelegantiInput } from "@/lib/deleghe/deleganti/input";
import { countDeleganti, listDeleganti, listDelegantiRecenti } from "@/lib/deleghe/deleganti/queries";
import { listEventiDelloStudio, listProposteDelloStudio } from "@/lib/deleghe/proposte/queries";
import { listDelegheAttive, listDelegheFuture } from "@/lib/deleghe/queries";
import { ATTIVITA_PER_PAGINA, listAttivita } from "@/lib/intermediari/queries";
import { listContributi, listVersamenti } from "@/lib/pagamenti/queries";
import { getAnagrafica } from "@/lib/posizioni/queries";
import { listBozze } from "@/lib/quesiti/bozze/queries";
import { codaInput } from "@/lib/quesiti/lavorazione/coda/input";
import { countCoda, listCoda } from "@/lib/quesiti/lavorazione/coda/queries";
import { getRapporto, listRapporti, listVariazioni } from "@/lib/rapporti/queries";
import { listRegistro, RIGHE_PER_PAGINA } from "@/lib/registro/queries";
import { cercaUtentiInput } from "@/lib/utenti/gestione/input";
import { getUtente, isTroppoComune, listEventiDiUtente, listUtenti } from "@/lib/utenti/gestione/queries";
import { type Contesto, inTransaction } from "./client";
import { aPersona, onDay } from "./mondo-deleghe";
import { type aViewer, aWorld, OGGI, openWorld, type Scopes, scopesOf, type World } from "./mondo-di-prova";
import { quesiti } from "./schema/quesiti";

/** What grows with the number of citizens: no page of one drawer may read all of it. */
const GRANDI = [
  ...["contributi", "versamenti", "rapporti", "variazioni_rapporto", "accessi"],
  ...["posizioni", "soggetti", "deleghe", "utenti", "profili", "sessioni"],
  ...["deleganti", "proposte", "eventi_delega", "quesiti", "messaggi", "bozze"],
  ...["eventi_quesito", "eventi_appuntamento", "appuntamenti", "eventi_studio", "eventi_amministrazione"],
];
const POSIZIONI = 5_000;
const APERTI = 1_000;
/** 20,000 quesiti of one sede, 1,000 of them open, each with its messaggio. */
const QUESITI = `
    insert into soggetti (codice_fiscale, cognome, nome)
      select 'E' || n, 'Cognome' || n % 700, 'Nome' || n % 90 from generate_series(1, 20000) n;
    insert into quesiti (posizione_id, id, protocollo, sede_codice, argomento_codice, datore_nome, oggetto, stato, esito,
        chiuso_at, chiuso_da, aperto_da, inviato_at, prima_risposta_at, termine, parole)
      select posizione_id, gen_random_uuid(), '700100.2025.' || lpad(n::text, 7, '0'), '700100', 'avviso_inesatto', 'Cognome',
        'Oggetto', case when chiuso then 'chiuso' else 'inviato' end, case when chiuso then 'positivo' end,
        case when chiuso then now() end, case when chiuso then 'sede' end, (select id from utenti limit 1),
        now() - interval '20 days', case when chiuso then now() end, date '2026-10-01' + (n % 60)::int, to_tsvector('ore')
      from (select posizione_id, row_number() over () as n, row_number() over () > ${APERTI} as chiuso from rapporti
        where codice between '0020000000' and '0020020000') r;
    insert into messaggi (posizione_id, quesito_id, id, protocollo, lato, utente_id, profilo, chi, testo)
      select posizione_id, id, id, protocollo, 'cittadino', aperto_da, 'datore', 'x', 'testo' from quesiti;`;
/** One of each delegante, 1,000 of them to come and 100 to be moved. */
const APPUNTAMENTI = `
    insert into appuntamenti (posizione_id, id, numero, sede_codice, esperto, esperto_nome, motivo_codice, datore_nome, modo,
        utente_id, profilo, chi, stato, da_spostare_at, inizio_at, fine_at, impegno)
      select posizione_id, gen_random_uuid(), n::text, '700100', utente, 'x', 'pagamento_doppio', 'x', 'video', utente,
        'datore', 'x', case when n > 1000 then 'tenuto' else 'confermato' end, case when n <= 100 then now() end, at, at + interval '1 hour',
        tstzrange(at, at + interval '1 hour')
      from (select posizione_id, n, (select id from utenti limit 1) as utente,
          timestamptz '2026-10-07' + case when n > 1000 then - interval '1 year' else n * interval '1 hour' end as at
        from (select posizione_id, row_number() over () as n from deleganti) d) a;`;

/** What the studios did and decided: 5,000 of each kind for S2, and as many for the others. */
const FATTI = `
    insert into appuntamenti (posizione_id, id, numero, sede_codice, esperto, esperto_nome, motivo_codice, datore_nome, modo,
        stato, inizio_at, fine_at, impegno, utente_id, profilo, chi)
      select posizione_id, id, left(id::text, 9), '700100', aperto_da, 'x', 'rapporto_sospeso', 'Cognome', 'telefono',
        'tenuto', t.inizio, t.inizio + interval '10 min', tstzrange(t.inizio, t.inizio + interval '10 min'), aperto_da,
        'intermediario', 'x'
      from (select q.*, timestamptz '2026-01-01' + row_number() over () * interval '1 hour' as inizio from quesiti q
        where stato <> 'chiuso') t;
    insert into eventi_quesito (posizione_id, quesito_id, quando_at, evento, lato, utente_id, profilo, chi, per_conto,
        intermediario_codice)
      select posizione_id, id, now() - n * interval '1 min', 'inviato', 'cittadino', aperto_da, 'intermediario', 'x', 'Studio',
        case when n % 4 = 0 then 'S2' else 'I' || n % 100 end
      from (select *, row_number() over () as n from quesiti) q;
    insert into eventi_appuntamento (posizione_id, appuntamento_id, quando_at, evento, utente_id, profilo, chi, per_conto,
        intermediario_codice)
      select posizione_id, id, now() - row_number() over () * interval '1 min', 'spostato', utente_id, 'intermediario', 'x', 'Studio',
        case when n % 2 = 0 then 'S2' else 'I' || n % 100 end
      from appuntamenti cross join generate_series(1, 10) n;
    insert into eventi_delega (delega_id, quando_at, evento, datore_codice_fiscale, intermediario_codice, utente_id, chi,
        per_conto)
      select d.id, now() - interval '1 min' * row_number() over (), 'accettata', p.codice_fiscale, 'S2', (select id from utenti limit 1), 'x', 'Studio'
      from deleghe d join posizioni p on p.id = d.posizione_id where d.intermediario_codice = 'S2';
    insert into accessi (posizione_id, quando_at, utente_id, profilo, chi, cosa, intermediario_codice)
      select posizione_id, now() - interval '1 min' * row_number() over (), (select id from utenti limit 1), 'intermediario',
        'x', 'panoramica', 'S2' from deleghe where intermediario_codice = 'S2';
    insert into eventi_studio (intermediario_codice, quando_at, evento, utente_id, chi, oggetto)
      select case when n % 2 = 0 then 'S2' else 'I' || n % 100 end, now() - n * interval '1 min', 'gruppo_creato',
        (select id from utenti limit 1), 'x', 'Nord' from generate_series(1, 10000) n;`;

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let vito: Awaited<ReturnType<typeof aViewer>>;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  await opened.owner.unsafe(`
    insert into soggetti (codice_fiscale, cognome, nome)
      select 'D' || n, 'Cognome' || n % 700, 'Nome' || n % 90 from generate_series(1, ${POSIZIONI}) n;
    insert into posizioni (codice_fiscale, sede_codice) select 'D' || n, '700100' from generate_series(1, ${POSIZIONI}) n;
    insert into deleghe (posizione_id, tipo, intermediario_codice, data_inizio, stato)
      select id, 'professionale', 'S2', '2025-01-01', 'attiva' from posizioni where codice_fiscale ~ '^D[0-9]';
    insert into rapporti (posizione_id, codice, lavoratore, stato, data_inizio, tipo_contratto, mansione, livello,
        convivente, ore_settimanali, retribuzione_oraria, cuaf, sede_codice)
      select p.id, lpad((row_number() over () + 20000000)::text, 10, '0'), p.codice_fiscale, 'attivo', '2024-01-01',
        'indeterminato', 'colf', 'B', false, 20, 900, true, '700100'
      from posizioni p cross join generate_series(1, 4) where p.codice_fiscale ~ '^D[0-9]';
    insert into contributi (posizione_id, rapporto, anno, trimestre, progressivo, settimane, ore, importo,
        quota_lavoratore, cassacolf, scadenza)
      select posizione_id, codice, 2026, 1, 1, 13, 260, 41600, 10000, 1560, '2026-04-10'
      from rapporti where codice < '0020100000';
    insert into versamenti (posizione_id, identificativo, rapporto, anno, trimestre, progressivo, data, importo, canale)
      select posizione_id, codice, rapporto, 2026, 1, 1, '2026-04-09', 41600, 'pagopa'
      from (select posizione_id, rapporto, rapporto as codice from contributi where rapporto < '0020100000') c;
    insert into variazioni_rapporto (posizione_id, rapporto, importazione_id, campo)
      select posizione_id, codice, 1, 'livello' from rapporti where codice < '0020100000';
    insert into utenti (codice_fiscale, pin_hash) select 'D' || n, 'x' from generate_series(1, ${POSIZIONI}) n;
    insert into profili (utente_id, tipo) select id, 'datore' from utenti where codice_fiscale ~ '^D[0-9]';
    insert into sessioni (chiave, utente_id, profilo_id)
      select decode(md5(id::text), 'hex'), utente_id, id from profili;
    insert into accessi (posizione_id, utente_id, profilo, chi, cosa)
      select posizione_id, (select id from utenti limit 1), 'delegato', 'x', 'rapporti' from rapporti;
    insert into intermediari (codice, denominazione, tipo, codice_fiscale)
      select 'I' || n, 'Studio ' || n, 'avvocato', '01234567897' from generate_series(0, 99) n;
    insert into proposte (tipo, datore_codice_fiscale, intermediario_codice, ambito, data_inizio, proponente, termine)
      select 'professionale', codice_fiscale, 'I' || (row_number() over ()) % 100, 'operazioni', '2026-10-05', 'delegato',
        '2026-11-04' from posizioni;
    insert into eventi_delega (delega_id, evento, datore_codice_fiscale, intermediario_codice)
      select id, 'proposta', datore_codice_fiscale, intermediario_codice from proposte;
    select aggiorna_deleganti(null, '${OGGI}');
    insert into accessi (posizione_id, quando_at, utente_id, profilo, chi, cosa, motivo)
      select p.id, now() - interval '1 min' * row_number() over (), u.id, 'operatore', 'x', 'panoramica', 'Verifica'
      from posizioni p cross join utenti u where p.codice_fiscale ~ '^D[0-9]' and u.codice_fiscale in ('D1', 'D2');
    insert into eventi_delega (delega_id, evento, datore_codice_fiscale, utente_id, chi)
      select id, 'registrata', datore_codice_fiscale, (select id from utenti where codice_fiscale = 'D1'), 'x' from proposte;
    insert into eventi_amministrazione (evento, utente_id)
      select 'utente_creato', id from utenti where codice_fiscale ~ '^D[0-9]';
    ${QUESITI}
    ${FATTI}
    ${APPUNTAMENTI}
    analyze;`);
  // As after a night: what was added to the index of names is in its place.
  await opened.owner`vacuum analyze soggetti`;
  vito = await aPersona(opened.owner, "vito", { tipo: "intermediario", studio: "S2" });
  // On another connection: what is read in this one is what a test counts.
  await onDay(opened.owner, vito(), OGGI, (tx) => tx`select conta_deleganti()`);
});
afterAll(() => opened.close());

/**
 * Of which tables `read` has read more than a page could show, the functions behind the policies included. Counters
 * hold also what the connection did before, until they are flushed.
 */
async function tablesScanned(contesto: Contesto, read: (scopes: Scopes) => unknown) {
  return inTransaction(contesto, async (tx) => {
    const counters = () =>
      tx.execute<{ relname: string; read: number }>(
        sql`select relname, seq_tup_read::int as read from pg_stat_xact_user_tables`,
      );
    const before = new Map((await counters()).map((row) => [row.relname, row.read]));
    await read(scopesOf(tx, contesto));
    const after = await counters();
    return after.filter((row) => row.read - (before.get(row.relname) ?? 0) > 500).map((row) => row.relname);
  });
}

it("a table read from end to end is noticed", async () => {
  const scanned = await tablesScanned(world.chi.anna(world.anna), ({ cassetto }) =>
    cassetto.tx.execute(sql`select count(*) from contributi where importo > 0`),
  );
  expect(scanned).toEqual([]);
  await opened.owner.begin(async (owner) => {
    await owner`select count(*) from contributi where importo > 0`;
    const rows = await owner`select relname from pg_stat_xact_user_tables where seq_scan > 0`;
    expect(rows.map((row) => row.relname)).toContain("contributi");
  });
});

it.each<[string, (scopes: Scopes) => unknown]>([
  ["the session", ({ viewer }) => viewer.tx.execute(sql`select * from apri_sessione()`)],
  ["itself", ({ viewer }) => viewer.tx.execute(sql`select * from apri_cassetto('panoramica', null, true)`)],
  ["its rapporti", ({ cassetto }) => listRapporti(cassetto)],
  ["one rapporto", ({ cassetto }) => getRapporto(cassetto, world.attivo)],
  ["what changed in a rapporto", ({ cassetto }) => listVariazioni(cassetto, world.attivo)],
  ["its contributi", ({ cassetto }) => listContributi(cassetto)],
  ["the contributi of one rapporto", ({ cassetto }) => listContributi(cassetto, world.attivo)],
  ["its versamenti", ({ cassetto }) => listVersamenti(cassetto)],
  ["its anagrafica", ({ cassetto }) => getAnagrafica(cassetto)],
  ["its deleghe", ({ cassetto }) => listDelegheAttive(cassetto, OGGI)],
  ["its visits", ({ cassetto }) => listAccessi(cassetto, null)],
  ["its bozze", ({ cassetto }) => listBozze(cassetto)],
  [
    "its quesiti",
    ({ cassetto }) => cassetto.tx.select().from(quesiti).where(eq(quesiti.posizioneId, cassetto.posizioneId)),
  ],
])("a drawer finds %s by an index", async (_, query) => {
  for (const contesto of [
    world.chi.anna(world.anna),
    world.chi.bruno(world.anna),
    world.chi.carla(world.dario),
  ]) {
    const scanned = await tablesScanned(contesto, query);
    expect(scanned.filter((table) => GRANDI.includes(table))).toEqual([]);
  }
});

const TUTTI = filtroDelegantiInput.parse({});
it.each<[string, (scopes: Scopes) => unknown]>([
  ["the session", ({ viewer }) => viewer.tx.execute(sql`select * from apri_sessione()`)],
  ["a page of its desk", ({ viewer }) => listDeleganti(viewer, TUTTI, OGGI)],
  ["the next due ones", ({ viewer }) => listDeleganti(viewer, { ...TUTTI, ordine: "scadenza" }, OGGI)],
  ["those who owe most", ({ viewer }) => listDeleganti(viewer, { ...TUTTI, ordine: "scaduto" }, OGGI)],
  [
    "who is to be met at another time",
    ({ viewer }) => listDeleganti(viewer, { ...TUTTI, filtro: "da_spostare" }, OGGI),
  ],
  ["whom to change to", ({ viewer }) => listOfferti(viewer, "", 9)],
  ["the last opened", ({ viewer }) => listDelegantiRecenti(viewer, 10)],
  ["what is offered to it", ({ viewer }) => listProposteDelloStudio(viewer, "ricevute", null)],
  ["what it asked", ({ viewer }) => listProposteDelloStudio(viewer, "chieste", null)],
  ["what was decided", ({ viewer }) => listProposteDelloStudio(viewer, "passate", null)],
  ["what has not begun", ({ viewer }) => listDelegheFuture(viewer, "studio")],
  ["its news", ({ viewer }) => listEventiDelloStudio(viewer)],
  ["what was done in its name", ({ viewer }) => listAttivita(viewer, null)],
])("a studio with 5,000 deleganti finds %s by an index", async (_, query) => {
  const scanned = await tablesScanned(vito(), query);
  expect(scanned.filter((table) => GRANDI.includes(table))).toEqual([]);
});

it("a studio with 25,000 things done finds a page of them without looking at the others", async () => {
  const fetched = await inTransaction(vito(), async (tx) => {
    const counter = async () =>
      (
        await tx.execute<{ n: number }>(sql`
          select sum(seq_tup_read + idx_tup_fetch)::int as n from pg_stat_xact_user_tables
          where relname in ('accessi', 'eventi_quesito', 'eventi_appuntamento', 'eventi_delega', 'eventi_studio', 'quesiti', 'appuntamenti')`)
      )[0]?.n ?? 0;
    const { viewer } = scopesOf(tx, vito());
    const before = await counter();
    const first = await listAttivita(viewer, null);
    const next = await listAttivita(viewer, first.at(-1)?.cursore ?? null);
    expect(new Set([...first, ...next].map(({ cursore }) => cursore)).size).toBe(
      2 * (ATTIVITA_PER_PAGINA + 1),
    );
    return (await counter()) - before;
  });
  // Two pages of five kinds, each event with what it was about.
  expect(fetched).toBeLessThan(2 * 5 * 2 * (ATTIVITA_PER_PAGINA + 1) + 500);
});

it("a studio's sums are counted once a day", async () => {
  const read = await inTransaction(vito(), async (tx) => {
    const counter = () =>
      tx.execute<{ n: number }>(
        sql`select (seq_tup_read + idx_tup_fetch)::int as n from pg_stat_xact_user_tables where relname = 'deleganti'`,
      );
    const [before] = await counter();
    await countDeleganti(scopesOf(tx, vito()).viewer);
    const [after] = await counter();
    return (after?.n ?? 0) - (before?.n ?? 0);
  });
  expect(read).toBe(0);
});

const CODA = codaInput.parse({});
it.each<[string, (scopes: Scopes) => unknown]>([
  ["what nobody has", ({ viewer }) => listCoda(viewer, CODA, OGGI)],
  ["what is mine", ({ viewer }) => listCoda(viewer, { ...CODA, vista: "miei" }, OGGI)],
  ["all that is open", ({ viewer }) => listCoda(viewer, { ...CODA, vista: "sede" }, OGGI)],
  ["what is late", ({ viewer }) => listCoda(viewer, { ...CODA, vista: "scaduti" }, OGGI)],
  ["what is asked of me", ({ viewer }) => listCoda(viewer, { ...CODA, vista: "pareri" }, OGGI)],
  ["how much of each", ({ viewer }) => countCoda(viewer, OGGI)],
  [
    "a name",
    ({ viewer }) => viewer.tx.execute(sql`select * from cerca_posizioni('cognome7 nome7', 'Chiamata')`),
  ],
])("a sede with 20,000 quesiti finds %s by an index, and reads of them what is open", async (_, query) => {
  const quanti = async (tx: Scopes["viewer"]["tx"]) =>
    (
      await tx.execute<{ n: number }>(
        sql`select idx_tup_fetch::int as n from pg_stat_xact_user_tables where relname = 'quesiti'`,
      )
    )[0]?.n ?? 0;
  for (const contesto of [world.chi.olga(), world.chi.renzo()]) {
    const scanned = await tablesScanned(contesto, query);
    // Of a hundred names the planner finds the posizioni by reading all, while they are five thousand.
    expect(scanned.filter((table) => GRANDI.includes(table) && table !== "posizioni")).toEqual([]);
    const fetched = await inTransaction(contesto, async (tx) => {
      const before = await quanti(tx);
      await query(scopesOf(tx, contesto));
      return (await quanti(tx)) - before;
    });
    expect(fetched).toBeLessThanOrEqual(2 * APERTI);
  }
});

const UTENTI = { codiceFiscale: "D4000", parole: null, filtro: null, dopo: null, cerca: "" } as const;
const PER_NOME = { ...UTENTI, codiceFiscale: null, parole: "cognome123 nome" };
const TUTTI_GLI_UTENTI = cercaUtentiInput.parse({});
it.each<[string, (scopes: Scopes) => unknown]>([
  ["who works for the institute", ({ viewer }) => listUtenti(viewer, TUTTI_GLI_UTENTI)],
  ["who works at a sede", ({ viewer }) => listUtenti(viewer, { ...TUTTI_GLI_UTENTI, filtro: "sede" })],
  ["who is suspended", ({ viewer }) => listUtenti(viewer, { ...TUTTI_GLI_UTENTI, filtro: "sospesi" })],
  ["a codice fiscale", ({ viewer }) => listUtenti(viewer, UTENTI)],
  ["a name", ({ viewer }) => listUtenti(viewer, PER_NOME)],
  ["a name among the suspended", ({ viewer }) => listUtenti(viewer, { ...PER_NOME, filtro: "sospesi" })],
  [
    "a name among the intermediari",
    ({ viewer }) => listUtenti(viewer, { ...PER_NOME, filtro: "intermediari" }),
  ],
  ["whether a name is too common", ({ viewer }) => isTroppoComune(viewer, "cognome123")],
])("an amministratore finds %s among all citizens by an index", async (_, query) => {
  const nora = world.chi.nora();
  const scanned = await tablesScanned(nora, query);
  expect(scanned.filter((table) => GRANDI.includes(table))).toEqual([]);
  const fetched = await inTransaction(nora, async (tx) => {
    const counter = async () =>
      (
        await tx.execute<{ n: number }>(sql`select sum(seq_tup_read + idx_tup_fetch)::int as n
          from pg_stat_xact_user_tables where relname in ('utenti', 'profili', 'soggetti', 'sessioni')`)
      )[0]?.n ?? 0;
    const before = await counter();
    await query(scopesOf(tx, nora));
    return (await counter()) - before;
  });
  // Some forty people have that name, and fewer work for the institute.
  expect(fetched).toBeLessThan(1_000);
});

it("an amministratore finds one user, and what was done about them, by an index", async () => {
  const [utente] = await opened.owner`select id from utenti where codice_fiscale = 'D4000'`;
  const scanned = await tablesScanned(world.chi.nora(), ({ viewer }) =>
    Promise.all([getUtente(viewer, utente?.id), listEventiDiUtente(viewer, utente?.id)]),
  );
  expect(scanned.filter((table) => GRANDI.includes(table))).toEqual([]);
});

it.each<[string, string | null]>([
  ["of all", null],
  ["of one person of a sede", "D1"],
  ["of one who did nothing", "D4000"],
])("an amministratore finds a page of the register %s without looking at the rest", async (_, di) => {
  const nora = world.chi.nora();
  const page = ({ viewer }: Scopes) => listRegistro(viewer, di, null);
  const scanned = await tablesScanned(nora, page);
  expect(scanned.filter((table) => GRANDI.includes(table))).toEqual([]);
  const fetched = await inTransaction(nora, async (tx) => {
    const counter = async () =>
      (
        await tx.execute<{ n: number }>(sql`select sum(seq_tup_read + idx_tup_fetch)::int as n
          from pg_stat_xact_user_tables where relname in ('accessi', 'eventi_delega', 'eventi_amministrazione')`)
      )[0]?.n ?? 0;
    const before = await counter();
    const { length } = await page(scopesOf(tx, nora));
    expect(length).toBe(di === "D4000" ? 0 : RIGHE_PER_PAGINA + 1);
    return (await counter()) - before;
  });
  // Three sources, a page of each.
  expect(fetched).toBeLessThanOrEqual(3 * (RIGHE_PER_PAGINA + 1));
});
