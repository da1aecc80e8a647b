/**
 * What a row owes to other rows: its key comes once, and what it names exists in the archive or in the database.
 * As SQL over the staging tables. A row goes out once, for its first column at fault, faults of form included.
 */
import { chiaveSql, DIFETTI, depositoOf, RIFIUTI } from "../deposito/rules";
import { columnIndex, formatoOf } from "../formato/rules";
import type { Guasto } from "../lettura/rules";
import type { Formato, NomeFile, Riferimento } from "../types";

const MANCANTI = "pg_temp.archivio_mancanti";
const LUNGHEZZA_MASSIMA = 255;

/** Where in the database the rows of a file are, for a row `m` that names one. */
const IN_DATABASE: Partial<Record<NomeFile, string>> = {
  sedi: "select from public.sedi t where t.codice = m.c0",
  soggetti: "select from public.soggetti t where t.codice_fiscale = m.c0",
  datori: "select from public.posizioni t where t.codice_fiscale = m.c0",
  intermediari: "select from public.intermediari t where t.codice = m.c0",
  rapporti: "select from public.rapporti t where t.codice = m.c0",
  // Through the rapporto, because the key of contributi begins with its posizione.
  contributi: `select from public.rapporti r join public.contributi t
    on t.posizione_id = r.posizione_id and t.rapporto = r.codice
    where r.codice = m.c0 and t.anno = m.c1 and t.trimestre = m.c2 and t.progressivo = m.c3`,
};

/** What a row refused for its form names, as far as it can be trusted: the columns before the fault. */
export function riferimentiOf(formato: Formato, campi: string[], guasto: Guasto): (string | null)[] {
  return formato.riferimenti.map(({ colonne, se }) => {
    const indices = colonne.map((nome) => columnIndex(formato, nome));
    if (guasto.conteggio || Math.max(...indices) >= guasto.colonna) return null;
    if (se && campi[columnIndex(formato, se.colonna)] !== se.vale) return null;
    const named = indices.map((index) => campi[index]).join("/");
    return named.length <= LUNGHEZZA_MASSIMA ? named : null;
  });
}

export function findRepeatedKeys(formato: Formato, indice: number): string {
  return `insert into ${DIFETTI}
    select riga, 0, 'chiave ripetuta', 0 from (
      select riga, row_number() over (partition by chiave order by riga) as volta from (
        select s.riga, ${chiaveSql(formato, "s")} as chiave from ${depositoOf(formato.nome)} s
        union all
        select riga, chiave from ${RIFIUTI} where file = ${indice} and chiave <> ''
      ) as tutte
    ) as contate where volta > 1`;
}

/** The rows whose reference is not in this archive: usually none, so that the database need not be asked. */
export function findMissing(formato: Formato, indice: number, ordine: number, rifiutate: boolean): string {
  const riferimento = formato.riferimenti[ordine] as Riferimento;
  const altro = formatoOf(riferimento.file);
  const keys = altro.colonne.slice(0, altro.chiave).map(({ nome }) => nome);
  const named = riferimento.colonne.map((nome, index) => `s.${nome} as c${index}`);
  const sameKey = riferimento.colonne.map((nome, index) => `g.${keys[index]} = s.${nome}`);
  const wanted = riferimento.se ? `s.${riferimento.se.colonna} = '${riferimento.se.vale}' and` : "";
  const among = riferimento.compreso ? `s.riga in (select riga from ${DIFETTI}) and` : "";
  const create = `drop table if exists ${MANCANTI};
    create temporary table archivio_mancanti as
    select s.riga, ${named.join(", ")} from ${depositoOf(formato.nome)} s
    where ${wanted} ${among} not exists (select from ${depositoOf(altro.nome)} g where ${sameKey.join(" and ")})`;
  return rifiutate ? `${create}\n union all ${missingAmongRefused(altro, indice, ordine)}` : create;
}

function missingAmongRefused(altro: Formato, indice: number, ordine: number): string {
  const key = altro.colonne.slice(0, altro.chiave);
  const parts = key.map(({ forma }, index) => {
    const part = altro.chiave === 1 ? "named" : `split_part(named, '/', ${index + 1})`;
    return forma.tipo === "intero" ? `${part}::smallint` : part;
  });
  return `select riga, ${parts.join(", ")}
    from (select riga, riferimenti[${ordine + 1}] as named from ${RIFIUTI} where file = ${indice}) as rifiutate
    where named is not null
      and not exists (select from ${depositoOf(altro.nome)} g where ${chiaveSql(altro, "g")} = named)`;
}

export const ANALYZE_MISSING = `analyze ${MANCANTI}`;
export const COUNT_MISSING = `select count(*)::integer as righe from ${MANCANTI}`;

export function recordMissing(formato: Formato, ordine: number): string {
  const { file, colonne, motivo } = formato.riferimenti[ordine] as Riferimento;
  const colonna = columnIndex(formato, colonne[0] ?? "");
  return `insert into ${DIFETTI} select m.riga, ${colonna}, '${motivo}', ${ordine + 1} from ${MANCANTI} m
    where not exists (${IN_DATABASE[file]})`;
}

/** Moves the rows at fault out of the staging table, so that the files after this one do not find them. */
export function refuseFaulty(formato: Formato, indice: number): string {
  const primi = `(select distinct on (riga) riga, colonna, motivo from ${DIFETTI}
      order by riga, colonna, ordine desc) as d`;
  return `update ${RIFIUTI} r set colonna = d.colonna, motivo = d.motivo from ${primi}
      where r.file = ${indice} and r.riga = d.riga and d.colonna < r.colonna;
    with tolte as (
      delete from ${depositoOf(formato.nome)} s using ${primi} where s.riga = d.riga
      returning s.riga, ${chiaveSql(formato, "s")} as chiave, d.colonna, d.motivo
    )
    insert into ${RIFIUTI} select ${indice}, riga, chiave, colonna, motivo from tolte;
    truncate ${DIFETTI}`;
}
