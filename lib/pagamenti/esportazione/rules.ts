/**
 * The files a person takes away: `pagamenti.csv` (contract, section 5; RFC 4180), the due dates for a calendar (RFC 5545).
 */
import { csvHead, csvRow } from "@/lib/csv";
import { type DataIso, formatData } from "@/lib/dates";
import { icsFile } from "@/lib/ics";
import { formatEuroCsv } from "@/lib/money";
import type { Situazione } from "@/lib/pagamenti/rules";

export const COLONNE_PAGAMENTI = [
  "rapporto",
  "anno",
  "trimestre",
  "progressivo",
  "importo",
  "scadenza",
  "stato",
  "pagato",
  "ultimo_versamento",
  "codice_avviso",
] as const;

export const GIORNI_DI_PREAVVISO = 7;

/** One due date, its words already in the language of the reader. */
export type RigaCalendario = {
  /** Always the same for the same contributo: the calendar then mends the event instead of adding one. */
  uid: string;
  scadenza: DataIso;
  titolo: string;
  descrizione: string;
};

/** The rows come selected and ordered by `righePagamenti`. */
export function pagamentiCsv(righe: readonly Situazione[]): string {
  const lines = righe.map(({ contributo, stato, pagato, ultimoVersamento }) =>
    csvRow([
      contributo.rapporto,
      contributo.anno,
      contributo.trimestre,
      contributo.progressivo,
      formatEuroCsv(contributo.importo),
      formatData(contributo.scadenza, "breve"),
      stato,
      formatEuroCsv(pagato),
      ultimoVersamento === null ? "" : formatData(ultimoVersamento, "breve"),
      contributo.codiceAvviso ?? "",
    ]),
  );
  return csvHead(COLONNE_PAGAMENTI) + lines.join("");
}

/** All-day events that leave the day free, each with an alarm a week before. */
export function scadenzeIcs(
  righe: readonly RigaCalendario[],
  testata: { nome: string; istante: Date },
): string {
  const voci = righe.map(({ scadenza, ...riga }) => ({
    ...riga,
    quando: { giorno: scadenza },
    preavvisoGiorni: GIORNI_DI_PREAVVISO,
  }));
  return icsFile(voci, testata);
}
