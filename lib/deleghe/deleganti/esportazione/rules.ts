/** The desk as a file for a spreadsheet, row by row: it may have tens of thousands. */
import { csvHead, csvRow } from "@/lib/csv";
import { type DataIso, dataInRome, formatData, formatIstante } from "@/lib/dates";
import { formatEuroCsv } from "@/lib/money";
import { type Conti, contiDiOggi } from "../rules";

export type RigaEsportata = Conti & {
  cognome: string;
  nome: string;
  codiceFiscale: string;
  comune: string | null;
  ambito: string;
  daLeggere: number;
  prossimoAppuntamento: Date | null;
  daSpostare: number;
};

export const delegantiCsvHead = csvHead([
  "cognome",
  "nome",
  "codice_fiscale",
  "comune",
  "ambito",
  "prossima_scadenza",
  "importo_in_scadenza",
  "scaduto",
  "da_sistemare",
  "prossimo_appuntamento",
  "appuntamenti_da_spostare",
  "comunicazioni_da_leggere",
  "gruppo",
]);

export function delegantiCsvRow(riga: RigaEsportata, gruppo: string | undefined, oggi: DataIso): string {
  const conti = contiDiOggi(riga, oggi);
  return csvRow([
    conti.cognome,
    conti.nome,
    conti.codiceFiscale,
    conti.comune ?? "",
    conti.ambito,
    conti.prossimaScadenza ? formatData(conti.prossimaScadenza, "breve") : "",
    formatEuroCsv(conti.prossimoImporto),
    formatEuroCsv(conti.scaduto),
    conti.anomalie,
    conti.prossimoAppuntamento ? formatQuando(conti.prossimoAppuntamento) : "",
    conti.daSpostare,
    conti.daLeggere,
    gruppo ?? "",
  ]);
}

/** As a spreadsheet takes it for a date with its time. */
const formatQuando = (istante: Date): string =>
  `${formatData(dataInRome(istante), "breve")} ${formatIstante(istante, "ora")}`;
