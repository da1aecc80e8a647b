import { readFileSync } from "node:fs";
import postgres, { type Sql } from "postgres";
import persone from "@/db/seed/persone.json";
import { OGGI } from "@/e2e/fixtures/world";
import { logIn, perSecond } from "./carico";
import { type Misura, median } from "./misura";

const POCHE = 50;
const TANTE = 50_000;
const GIRI = 5;
const RAPPORTO_MASSIMO = 1.5;

/** Words that some of the deleganti begin with, as they are typed into the switcher. */
const CERCATO = "b1";

/**
 * The desk of a studio with 50,000 deleganti against that of one with 50, and the search of the switcher among them: what
 * a request costs, one over the other.
 */
export async function misuraDeleganti(base: string): Promise<Misura[]> {
  const { ownerUrl } = JSON.parse(readFileSync(".prove/mondo/postgres.json", "utf8")) as { ownerUrl: string };
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const poche = await aStudio(sql, "POCHE", POCHE, "carla");
    const tante = await aStudio(sql, "TANTE", TANTE, "nora");
    await sql`vacuum analyze`;
    const cookies = [await logIn(base, poche), await logIn(base, tante)] as const;
    return [
      await misura("elenco dei deleganti", `${base}/deleganti`, cookies),
      await misura("ricerca di un delegante da cui passare", `${base}/deleganti/cerca`, cookies, {
        q: CERCATO,
      }),
    ];
  } finally {
    await sql.end();
  }
}

async function misura(
  che: string,
  url: string,
  [poche, tante]: readonly [string, string],
  body?: object,
): Promise<Misura> {
  await perSecond(url, tante, body);
  await perSecond(url, poche, body);
  const pairs: { tante: number; poche: number }[] = [];
  for (let giro = 0; giro < GIRI; giro++) {
    pairs.push({ tante: await perSecond(url, tante, body), poche: await perSecond(url, poche, body) });
  }
  const rapporto = median(pairs.map((pair) => pair.poche / pair.tante));
  return {
    nome: `${che}, con ${TANTE} deleghe`,
    valore: 1_000 / median(pairs.map((pair) => pair.tante)),
    unita: "ms per richiesta",
    confronto: `lo stesso con ${POCHE} deleghe`,
    valoreConfronto: 1_000 / median(pairs.map((pair) => pair.poche)),
    rapporto,
    obiettivo: RAPPORTO_MASSIMO,
    raggiunto: rapporto <= RAPPORTO_MASSIMO,
  };
}

/** Makes a studio with so many deleganti, each with a rapporto and four contributi, and puts `chiave` at its desk. */
async function aStudio(sql: Sql, codice: string, deleghe: number, chiave: string): Promise<string> {
  const iniziale = codice[0] ?? "";
  const primo = deleghe === POCHE ? 3_000_000_000 : 4_000_000_000;
  await sql`insert into intermediari (codice, denominazione, tipo, codice_fiscale)
    values (${codice}, ${`Studio ${codice}`}, 'consulente_del_lavoro', '01234567897')`;
  await sql`insert into soggetti (codice_fiscale, cognome, nome, comune)
    select ${iniziale} || lpad(n::text, 15, '0'), 'Cognome ' || chr(65 + n % 26) || n % 700, 'Nome' || n % 90, 'Roma'
    from generate_series(1, ${deleghe}::int) n`;
  await sql`insert into posizioni (codice_fiscale, sede_codice)
    select codice_fiscale, (select min(codice) from sedi) from soggetti where codice_fiscale like ${`${iniziale}00%`}`;
  await sql`insert into rapporti (posizione_id, codice, lavoratore, stato, data_inizio, tipo_contratto, mansione, livello,
      convivente, ore_settimanali, retribuzione_oraria, cuaf, sede_codice)
    select id, (${primo}::bigint + row_number() over ())::text, codice_fiscale, 'attivo', '2024-01-01',
      'indeterminato', 'colf', 'B', false, 20, 900, true, sede_codice
    from posizioni where codice_fiscale like ${`${iniziale}00%`}`;
  await sql`insert into contributi (posizione_id, rapporto, anno, trimestre, progressivo, settimane, ore, importo,
      quota_lavoratore, cassacolf, scadenza)
    select r.posizione_id, r.codice, 2026, q, 1, 13, 260, 41600, 10000, 1560,
      (array['2026-04-10', '2026-07-10', '2026-10-12', '2027-01-11'])[q]::date
    from rapporti r join posizioni p on p.id = r.posizione_id cross join generate_series(1, 4) q
    where p.codice_fiscale like ${`${iniziale}00%`}`;
  await sql`insert into deleghe (posizione_id, tipo, intermediario_codice, data_inizio, stato)
    select id, 'professionale', ${codice}, '2025-01-01', 'attiva' from posizioni
    where codice_fiscale like ${`${iniziale}00%`}`;
  await workFor(sql, codice);
  await sql`select aggiorna_deleganti(null, ${OGGI}::date)`;
  const codiceFiscale = persone.find((persona) => persona.chiave === chiave)?.codiceFiscale;
  await sql`update profili set tipo = 'intermediario', intermediario_codice = ${codice}, ruolo = 'titolare'
    where utente_id = (select id from utenti where codice_fiscale = ${codiceFiscale ?? ""})`;
  return chiave;
}

/**
 * What goes on between a studio's deleganti and the sede: of a hundred two have an open quesito, one of these an answer
 * nobody has read, and one an appuntamento to come, of which the sede has to move every tenth.
 */
async function workFor(sql: Sql, codice: string): Promise<void> {
  const protocolli = codice === "POCHE" ? "990001" : "990002";
  const drawers = sql`(select p.id as posizione_id, p.sede_codice, row_number() over (order by p.id) as n,
      (select id from utenti order by md5(id::text || ${codice}) limit 1) as utente
    from posizioni p join deleghe d on d.posizione_id = p.id where d.intermediario_codice = ${codice}) d`;
  await sql`insert into quesiti (posizione_id, id, protocollo, sede_codice, argomento_codice, datore_nome, oggetto, aperto_da,
      termine, parole)
    select posizione_id, gen_random_uuid(), ${protocolli} || '.2025.' || lpad(n::text, 7, '0'), sede_codice, 'avviso_inesatto',
      'Cognome', 'Oggetto', utente, date '2026-12-20', to_tsvector('ore')
    from ${drawers} where n % 50 = 1`;
  await sql`insert into messaggi (posizione_id, quesito_id, id, protocollo, lato, azione, utente_id, profilo, chi, testo)
    select posizione_id, id, gen_random_uuid(), replace(protocollo, '.2025.', '.2024.'), 'sede', 'risposta', aperto_da,
      'operatore', 'x', 'testo'
    from quesiti where protocollo like ${`${protocolli}.2025.%`} and right(protocollo, 2)::int % 100 = 1`;
  await sql`insert into appuntamenti (posizione_id, id, numero, sede_codice, esperto, esperto_nome, motivo_codice, datore_nome,
      modo, utente_id, profilo, chi, stato, da_spostare_at, inizio_at, fine_at, impegno)
    select posizione_id, gen_random_uuid(), ${protocolli} || n, sede_codice, utente, 'x', 'pagamento_doppio', 'x', 'video',
      utente, 'datore', 'x', 'confermato', case when n % 1000 = 2 then now() end, at, at + interval '1 hour',
      tstzrange(at, at + interval '1 hour')
    from (select d.*, timestamptz '2026-11-25' + n * interval '1 hour' as at from ${drawers} where n % 100 = 2) t`;
}
