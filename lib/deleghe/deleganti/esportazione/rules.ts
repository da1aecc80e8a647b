/** The desk as a file for a spreadsheet, row by row: it may have tens of thousands. */
import { csvHead, csvRow } from "@/lib/csv";
import { type DataIso, formatData } from "@/lib/dates";
import { formatEuroCsv } from "@/lib/money";
import { type Conti, contiDiOggi } from "../rules";

export type RigaEsportata = Conti & {
  cognome: string;
  nome: string;
  codiceFiscale: string;
  comune: string | null;
  ambito: string;
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
]);

export function delegantiCsvRow(riga: RigaEsportata, oggi: DataIso): string {
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
  ]);
}
