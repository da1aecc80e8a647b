/**
 * The files of an archive: columns, keys, closed values, references (contract, section 4). Reading, checks, staging
 * tables and COPY are all driven by this table; the order is that of dependency, and of loading.
 */
import type { Delega } from "@/db/schema/deleghe";
import type { Contributo, Versamento } from "@/db/schema/pagamenti";
import type { Rapporto } from "@/db/schema/rapporti";
import type { Colonna, Forma, Formato, NomeFile } from "../types";

const ORE_IN_UNA_SETTIMANA = 168;
const SETTIMANE_MASSIME_IN_UN_TRIMESTRE = 14;

export const VALORI = {
  sesso: ["M", "F"],
  statoDelega: ["attiva", "revocata"] satisfies Delega["stato"][],
  tipoDelega: ["professionale", "personale"] satisfies Delega["tipo"][],
  statoRapporto: ["attivo", "cessato", "sospeso_in_definizione", "annullato"] satisfies Rapporto["stato"][],
  tipoContratto: ["indeterminato", "determinato"] satisfies Rapporto["tipoContratto"][],
  mansione: ["colf", "badante", "baby_sitter"] satisfies Rapporto["mansione"][],
  livello: ["A", "AS", "B", "BS", "C", "CS", "D", "DS"] satisfies Rapporto["livello"][],
  sospensione: ["maternita", "aspettativa", "malattia_infortunio"] satisfies NonNullable<
    Contributo["sospensione"]
  >[],
  canale: ["pagopa", "pagopa_app_io", "banca", "mav"] satisfies Versamento["canale"][],
} as const;

const testo: Forma = { tipo: "testo" };
const data: Forma = { tipo: "data" };
const importo: Forma = { tipo: "importo" };
const booleano: Forma = { tipo: "booleano" };
const codiceFiscale: Forma = { tipo: "codice_fiscale" };
const cifre = (quante: number): Forma => ({ tipo: "cifre", quante });
const unoDi = (valori: readonly string[]): Forma => ({ tipo: "uno_di", valori });
const intero = (minimo: number, massimo: number): Forma => ({ tipo: "intero", minimo, massimo });

const di = (nome: string, forma: Forma = testo): Colonna => ({ nome, forma });
const se = (nome: string, forma: Forma = testo): Colonna => ({ nome, forma, facoltativa: true });

const indirizzo = [se("indirizzo"), se("cap"), se("comune"), se("provincia")];
const rapportoETrimestre = [
  di("rapporto", cifre(10)),
  di("anno", intero(1970, 2100)),
  di("trimestre", intero(1, 4)),
  di("progressivo", intero(1, 32_767)),
];

export const FORMATI: readonly Formato[] = [
  {
    nome: "sedi",
    chiave: 1,
    colonne: [
      di("codice", cifre(6)),
      di("denominazione"),
      di("tipo"),
      ...indirizzo,
      se("telefono"),
      se("pec"),
    ],
    riferimenti: [],
  },
  {
    nome: "soggetti",
    chiave: 1,
    colonne: [
      di("codice_fiscale", codiceFiscale),
      di("cognome"),
      di("nome"),
      se("sesso", unoDi(VALORI.sesso)),
      se("data_nascita", data),
      se("comune_nascita"),
      se("provincia_nascita"),
      se("cittadinanza"),
      ...indirizzo,
      se("telefono"),
      se("cellulare"),
      se("email"),
      se("pec"),
    ],
    riferimenti: [],
  },
  {
    nome: "datori",
    chiave: 1,
    colonne: [di("codice_fiscale"), di("sede"), se("data_iscrizione", data)],
    riferimenti: [
      { colonne: ["codice_fiscale"], file: "soggetti", motivo: "soggetto inesistente" },
      { colonne: ["sede"], file: "sedi", motivo: "sede inesistente" },
    ],
  },
  {
    nome: "intermediari",
    chiave: 1,
    colonne: [
      di("codice"),
      di("denominazione"),
      di("tipo"),
      di("codice_fiscale", codiceFiscale),
      ...indirizzo,
      se("telefono"),
      se("pec"),
    ],
    riferimenti: [],
  },
  {
    nome: "deleghe",
    chiave: 1,
    colonne: [
      di("identificativo"),
      di("datore"),
      di("tipo", unoDi(VALORI.tipoDelega)),
      {
        nome: "delegato",
        forma: testo,
        formaSe: { colonna: "tipo", vale: "personale", forma: codiceFiscale },
      },
      di("data_inizio", data),
      se("data_fine", data),
      di("stato", unoDi(VALORI.statoDelega)),
    ],
    periodi: [{ inizio: "data_inizio", fine: "data_fine" }],
    riferimenti: [
      { colonne: ["datore"], file: "datori", motivo: "datore inesistente" },
      {
        colonne: ["delegato"],
        file: "intermediari",
        motivo: "intermediario inesistente",
        se: { colonna: "tipo", vale: "professionale" },
      },
    ],
  },
  {
    nome: "rapporti",
    chiave: 1,
    colonne: [
      di("codice", cifre(10)),
      di("datore"),
      di("lavoratore"),
      di("stato", unoDi(VALORI.statoRapporto)),
      di("data_inizio", data),
      se("data_fine", data),
      se("motivo_cessazione"),
      di("tipo_contratto", unoDi(VALORI.tipoContratto)),
      se("data_termine", data),
      di("mansione", unoDi(VALORI.mansione)),
      di("livello", unoDi(VALORI.livello)),
      di("convivente", booleano),
      di("ore_settimanali", { tipo: "ore", massimo: ORE_IN_UNA_SETTIMANA }),
      di("retribuzione_oraria", importo),
      di("cuaf", booleano),
      ...indirizzo,
      di("sede"),
    ],
    periodi: [
      { inizio: "data_inizio", fine: "data_fine" },
      { inizio: "data_inizio", fine: "data_termine" },
    ],
    riferimenti: [
      { colonne: ["datore"], file: "datori", motivo: "datore inesistente" },
      { colonne: ["lavoratore"], file: "soggetti", motivo: "lavoratore inesistente" },
      { colonne: ["sede"], file: "sedi", motivo: "sede inesistente" },
    ],
  },
  {
    nome: "contributi",
    chiave: 4,
    colonne: [
      ...rapportoETrimestre,
      di("settimane", intero(0, SETTIMANE_MASSIME_IN_UN_TRIMESTRE)),
      di("ore", { tipo: "ore", massimo: ORE_IN_UNA_SETTIMANA * SETTIMANE_MASSIME_IN_UN_TRIMESTRE }),
      di("importo", importo),
      di("quota_lavoratore", importo),
      di("cassacolf", importo),
      di("scadenza", data),
      se("codice_avviso"),
      se("sospensione", unoDi(VALORI.sospensione)),
    ],
    oreEntroSettimane: { ore: "ore", settimane: "settimane" },
    riferimenti: [{ colonne: ["rapporto"], file: "rapporti", motivo: "rapporto inesistente" }],
  },
  {
    nome: "versamenti",
    chiave: 1,
    colonne: [
      di("identificativo"),
      ...rapportoETrimestre,
      di("data", data),
      di("importo", importo),
      di("canale", unoDi(VALORI.canale)),
      se("codice_avviso"),
    ],
    riferimenti: [
      {
        colonne: rapportoETrimestre.map(({ nome }) => nome),
        file: "contributi",
        motivo: "contributo inesistente",
      },
      { colonne: ["rapporto"], file: "rapporti", motivo: "rapporto inesistente", compreso: true },
    ],
  },
];

export const headerOf = (formato: Formato) => formato.colonne.map(({ nome }) => nome);
export const columnIndex = (formato: Formato, nome: string) =>
  formato.colonne.findIndex((colonna) => colonna.nome === nome);

export function formatoOf(nome: NomeFile): Formato {
  const formato = FORMATI.find((candidate) => candidate.nome === nome);
  if (!formato) throw new Error(`no such file in an archive: ${nome}`);
  return formato;
}
