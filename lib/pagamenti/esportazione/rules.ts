/**
 * The files a person takes away: `pagamenti.csv` (contract, section 5; RFC 4180), the due dates for a calendar (RFC 5545).
 */
import type { Temporal } from "temporal-polyfill";
import { csvHead, csvRow } from "@/lib/csv";
import { type DataIso, formatData } from "@/lib/dates";
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

const CRLF = "\r\n";
const MAX_OCTETS = 75;
const utf8 = new TextEncoder();

/** One due date, its words already in the language of the reader. */
export type RigaCalendario = {
  /** Always the same for the same contributo: the calendar then mends the event instead of adding one. */
  uid: string;
  scadenza: DataIso;
  titolo: string;
  descrizione: string;
};

export type TestataCalendario = { nome: string; prodotto: string; istante: Temporal.Instant };

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

/** All-day events that leave the day free, each with an alarm a week before. RFC 5545 wants at least one. */
export function scadenzeIcs(
  righe: readonly RigaCalendario[],
  { nome, prodotto, istante }: TestataCalendario,
): string {
  const dtstamp = istante.toString({ smallestUnit: "second" }).replace(/[-:]/g, "");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${icsText(prodotto)}`,
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${icsText(nome)}`,
    ...righe.flatMap((riga) => eventLines(riga, dtstamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => fold(line) + CRLF).join("");
}

function eventLines({ uid, scadenza, titolo, descrizione }: RigaCalendario, dtstamp: string): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${icsText(uid)}`,
    `DTSTAMP:${dtstamp}`,
    `DTSTART;VALUE=DATE:${scadenza.replaceAll("-", "")}`,
    `SUMMARY:${icsText(titolo)}`,
    `DESCRIPTION:${icsText(descrizione)}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `TRIGGER:-P${GIORNI_DI_PREAVVISO}D`,
    `DESCRIPTION:${icsText(titolo)}`,
    "END:VALARM",
    "END:VEVENT",
  ];
}

function icsText(text: string): string {
  return (
    text
      .replace(/[\\;,]/g, "\\$&")
      .replace(/\r\n|\r|\n/g, "\\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 5545 allows no control character but the tab.
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")
  );
}

// RFC 5545, 3.1: at most 75 octets to a line, the rest after a line end and a space; never inside a character.
function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = utf8.encode(character).length;
    if (octets + size > MAX_OCTETS) {
      folded += `${CRLF} `;
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
