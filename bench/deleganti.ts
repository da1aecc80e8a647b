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

/** The desk of a studio with 50,000 deleghe against that of one with 50: what a request costs, one over the other. */
export async function misuraDeleganti(base: string): Promise<Misura> {
  const { ownerUrl } = JSON.parse(readFileSync(".prove/mondo/postgres.json", "utf8")) as { ownerUrl: string };
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const poche = await aStudio(sql, "POCHE", POCHE, "carla");
    const tante = await aStudio(sql, "TANTE", TANTE, "nora");
    await sql`vacuum analyze`;
    return await misura(base, await logIn(base, poche), await logIn(base, tante));
  } finally {
    await sql.end();
  }
}

async function misura(base: string, poche: string, tante: string): Promise<Misura> {
  const url = `${base}/deleganti`;
  await perSecond(url, tante);
  await perSecond(url, poche);
  const pairs: { tante: number; poche: number }[] = [];
  for (let giro = 0; giro < GIRI; giro++) {
    pairs.push({ tante: await perSecond(url, tante), poche: await perSecond(url, poche) });
  }
  const rapporto = median(pairs.map((pair) => pair.poche / pair.tante));
  return {
    nome: `elenco dei deleganti, con ${TANTE} deleghe`,
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
  await sql`select aggiorna_deleganti(null, ${OGGI}::date)`;
  const codiceFiscale = persone.find((persona) => persona.chiave === chiave)?.codiceFiscale;
  await sql`update profili set tipo = 'intermediario', intermediario_codice = ${codice}, ruolo = 'titolare'
    where utente_id = (select id from utenti where codice_fiscale = ${codiceFiscale ?? ""})`;
  return chiave;
}
