/**
 * How the staged rows become those of the visible tables, as SQL: one update of what changed, one insert of what is
 * new, nothing else written. Rows an archive no longer brings stay: a missing row says nothing about the world.
 */
import { depositoOf } from "../deposito/rules";
import { FORMATI, headerOf } from "../formato/rules";
import type { NomeFile } from "../types";

export type Destinazione = {
  tabella: string;
  /** Columns by which a row is known again. */
  chiave: readonly string[];
  /** Column of the table → expression over the staging table `s` and what is joined to it. */
  colonne: Readonly<Record<string, string>>;
  join?: string;
  /** Rows go in along the primary key, so that its index grows at its end: a million rows find their pages warm. */
  ordine?: readonly string[];
};

const same = (nome: NomeFile, rename: Record<string, string> = {}, without: readonly string[] = []) => {
  const formato = FORMATI.find((candidate) => candidate.nome === nome);
  const names = formato ? headerOf(formato).filter((column) => !without.includes(column)) : [];
  return Object.fromEntries(names.map((column) => [rename[column] ?? column, `s.${column}`]));
};

export const DESTINAZIONI: Readonly<Record<NomeFile, Destinazione>> = {
  sedi: { tabella: "sedi", chiave: ["codice"], colonne: same("sedi") },
  soggetti: { tabella: "soggetti", chiave: ["codice_fiscale"], colonne: same("soggetti") },
  datori: {
    tabella: "posizioni",
    chiave: ["codice_fiscale"],
    colonne: same("datori", { sede: "sede_codice" }),
  },
  intermediari: { tabella: "intermediari", chiave: ["codice"], colonne: same("intermediari") },
  deleghe: {
    tabella: "deleghe",
    chiave: ["identificativo"],
    colonne: {
      posizione_id: "p.id",
      // What the archive says; what comes of it is judged when all is merged (riconcilia_deleghe).
      ...same("deleghe", { stato: "stato_archivio" }, ["datore", "delegato"]),
      intermediario_codice: "case when s.tipo = 'professionale' then s.delegato end",
      delegato_codice_fiscale: "case when s.tipo = 'personale' then s.delegato end",
    },
    join: "join public.posizioni p on p.codice_fiscale = s.datore",
  },
  rapporti: {
    tabella: "rapporti",
    chiave: ["codice"],
    colonne: { posizione_id: "p.id", ...same("rapporti", { sede: "sede_codice" }, ["datore"]) },
    join: "join public.posizioni p on p.codice_fiscale = s.datore",
    ordine: ["posizione_id", "codice"],
  },
  contributi: {
    tabella: "contributi",
    chiave: ["posizione_id", "rapporto", "anno", "trimestre", "progressivo"],
    colonne: { posizione_id: "r.posizione_id", ...same("contributi") },
    join: "join public.rapporti r on r.codice = s.rapporto",
    ordine: ["posizione_id", "rapporto", "anno", "trimestre", "progressivo"],
  },
  versamenti: {
    tabella: "versamenti",
    chiave: ["identificativo"],
    colonne: { posizione_id: "r.posizione_id", ...same("versamenti") },
    join: "join public.rapporti r on r.codice = s.rapporto",
    ordine: ["posizione_id", "identificativo"],
  },
};

export function updateChanged(nome: NomeFile): string {
  const { tabella, chiave, colonne } = DESTINAZIONI[nome];
  const values = Object.keys(colonne).filter((column) => !chiave.includes(column));
  const list = (alias: string) => values.map((column) => `${alias}${column}`).join(", ");
  return `update public.${tabella} t set (${list("")}) = row(${list("f.")})
    from (${fonte(nome)}) f
    where ${sameKey(chiave)} and (${list("t.")}) is distinct from (${list("f.")})`;
}

export function insertNew(nome: NomeFile, empty: boolean): string {
  const { tabella, chiave, colonne, ordine } = DESTINAZIONI[nome];
  const columns = Object.keys(colonne).join(", ");
  const unknown = empty ? "" : `where not exists (select from public.${tabella} t where ${sameKey(chiave)})`;
  const order = ordine ? `order by ${ordine.join(", ")}` : "";
  return `insert into public.${tabella} (${columns}) select ${columns} from (${fonte(nome)}) f ${unknown} ${order}`;
}

export const isEmptySql = (nome: NomeFile) =>
  `select not exists (select from public.${DESTINAZIONI[nome].tabella}) as vuota`;

/** The staged rows as the visible table would hold them. */
function fonte(nome: NomeFile): string {
  const { colonne, join } = DESTINAZIONI[nome];
  const list = Object.entries(colonne).map(([column, expression]) => `${expression} as ${column}`);
  return `select ${list.join(", ")} from ${depositoOf(nome)} s ${join ?? ""}`;
}

const sameKey = (chiave: readonly string[]) =>
  chiave.map((column) => `t.${column} = f.${column}`).join(" and ");
