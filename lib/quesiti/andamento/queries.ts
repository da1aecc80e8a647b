import "server-only";
import { sql } from "drizzle-orm";
import type { ViewerScope } from "@/lib/auth/viewer";
import { addMonths, type DataIso } from "@/lib/dates";

/** What a person of the sede has in hand; `id` null: nobody has it yet. */
export type Carico = {
  id: string | null;
  nome: string | null;
  inCarico: number;
  scaduti: number;
  attesa: number;
  chiusi: number;
};

/** Everybody of the sede with what is theirs, also who has nothing; what is nobody's last. */
export async function listCarico({ tx }: ViewerScope, oggi: DataIso): Promise<Carico[]> {
  const rows = await tx.execute<Record<keyof Carico, string | number | null>>(sql`
    with miei as (select * from quesiti where sede_codice = (select sede_corrente())),
      persone as (select utente, nome from colleghi() where sede = (select sede_corrente()))
    select p.utente as id, p.nome,
      count(m.id) filter (where m.stato <> 'chiuso') as "inCarico",
      count(m.id) filter (where m.stato <> 'chiuso' and m.sospeso_dal is null and m.termine < ${oggi}::date) as scaduti,
      count(m.id) filter (where m.stato = 'in_attesa_del_cittadino') as attesa,
      count(m.id) filter (where m.chiuso_at at time zone 'Europe/Rome' > ${oggi}::date - 30) as chiusi
    from persone p full join miei m on m.assegnato_a = p.utente
    group by p.utente, p.nome
    order by p.utente is null, p.nome, p.utente`);
  return rows.map((row) => ({
    id: row.id as string | null,
    nome: row.nome as string | null,
    inCarico: Number(row.inCarico),
    scaduti: Number(row.scaduti),
    attesa: Number(row.attesa),
    chiusi: Number(row.chiusi),
  }));
}

/** How long answers took: the middle one, and the one that 90 in 100 stay within. */
export type Tempi = { risposte: number; mediana: number | null; novanta: number | null };
export type TempiDelMese = Tempi & { mese: DataIso };
export type TempiDellaCategoria = Tempi & { codice: string; nome: string };

const GIORNI = sql`extract(day from q.prima_risposta_at - q.inviato_at)`;
const MISURE = sql`count(q.id)::int as risposte,
  percentile_disc(0.5) within group (order by ${GIORNI})::int as mediana,
  percentile_disc(0.9) within group (order by ${GIORNI})::int as novanta`;
const DELLA_SEDE = sql`q.sede_codice = (select sede_corrente())`;

/** The twelve months up to this one, by when the first answer left; `categoria` null: all of them. */
export async function listTempiPerMese(
  { tx }: ViewerScope,
  categoria: string | null,
  oggi: DataIso,
): Promise<TempiDelMese[]> {
  const ultimo = `${oggi.slice(0, 7)}-01`;
  const rows = await tx.execute<TempiDelMese>(sql`
    select to_char(m.mese, 'YYYY-MM-DD') as mese, ${MISURE}
    from generate_series(${addMonths(ultimo, -11)}::timestamp, ${ultimo}::timestamp, interval '1 month') m (mese)
    left join (select q.* from quesiti q join argomenti a on a.codice = q.argomento_codice
        where ${DELLA_SEDE} and (${categoria}::text is null or a.categoria_codice = ${categoria})) q
      on date_trunc('month', q.prima_risposta_at at time zone 'Europe/Rome') = m.mese
    group by m.mese order by m.mese`);
  return [...rows];
}

/** The same twelve months, by categoria. */
export async function listTempiPerCategoria(
  { tx }: ViewerScope,
  oggi: DataIso,
): Promise<TempiDellaCategoria[]> {
  const primo = addMonths(`${oggi.slice(0, 7)}-01`, -11);
  const rows = await tx.execute<TempiDellaCategoria>(sql`
    select c.codice, c.nome, ${MISURE}
    from categorie_quesito c
    left join (select q.*, a.categoria_codice from quesiti q join argomenti a on a.codice = q.argomento_codice
        where ${DELLA_SEDE} and q.prima_risposta_at at time zone 'Europe/Rome' >= ${primo}::timestamp) q
      on q.categoria_codice = c.codice
    group by c.codice, c.nome, c.ordine order by c.ordine`);
  return [...rows];
}
