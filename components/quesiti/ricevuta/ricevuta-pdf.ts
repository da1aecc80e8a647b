import type { useTranslations } from "next-intl";
import PDFDocument from "pdfkit";
import { formatByte } from "@/lib/allegati/rules";
import { formatIstante } from "@/lib/dates";
import type { Ricevuta } from "@/lib/quesiti/ricevuta/queries";
import { caratteri, type Peso, trattiDi } from "./caratteri";
import { righeRicevuta } from "./righe-ricevuta";

type T = ReturnType<typeof useTranslations<never>>;
type Riga = { testo: string; peso?: Peso; corpo?: number; colore?: string; sotto?: number };

const MARGINE = 56;
const INCHIOSTRO = "#17324d";
const GRIGIO = "#435a70";

/** The receipt as a tagged PDF on A4 (PDF/UA): the same words as the page, its letters in the file itself. */
export async function ricevutaPdf(t: T, ricevuta: Ricevuta, adesso: Date): Promise<Uint8Array<ArrayBuffer>> {
  const doc = new PDFDocument({
    size: "A4",
    margin: MARGINE,
    lang: "it-IT",
    pdfVersion: "1.7",
    // The types lag behind.
    ...({ subset: "PDF/UA" } as object),
    tagged: true,
    displayTitle: true,
    info: { Title: t("quesiti.ricevuta.titolo"), Author: t("comune.istituto"), CreationDate: adesso },
    font: caratteri[0]?.file,
  });
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", resolve);
    doc.on("error", reject);
  });
  for (const { nome, file } of caratteri) doc.registerFont(nome, file);

  const radice = doc.struct("Document");
  doc.addStructure(radice);
  const write = (tipo: string, riga: Riga) => radice.add(doc.struct(tipo, {}, [() => line(doc, riga)]));
  write("P", {
    testo: `${t("comune.istituto")}. ${t("comune.servizio")}`,
    corpo: 10,
    colore: GRIGIO,
    sotto: 18,
  });
  write("H1", { testo: t("quesiti.ricevuta.titolo"), peso: "forte", corpo: 24, sotto: 14 });
  for (const [nome, valore] of righeRicevuta(t, ricevuta)) {
    write("P", { testo: nome, corpo: 10, colore: GRIGIO, sotto: 0 });
    write("P", { testo: valore, peso: "forte", sotto: 7 });
  }
  write("H2", { testo: t("quesiti.ricevuta.allegati"), peso: "forte", corpo: 15, sotto: 6 });
  if (ricevuta.file.length === 0) write("P", { testo: t("quesiti.ricevuta.nessunFile") });
  for (const { nome, byte, sha256 } of ricevuta.file) {
    write("P", { testo: `${nome} (${formatByte(byte)})`, peso: "forte", sotto: 0 });
    write("P", { testo: `${t("quesiti.ricevuta.impronta")}: ${sha256}`, corpo: 9, colore: GRIGIO });
  }
  const quando = formatIstante(adesso, "lungo");
  write("P", { testo: t("quesiti.ricevuta.piede", { quando }), corpo: 9, colore: GRIGIO });
  radice.end();
  doc.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

function line(doc: PDFKit.PDFDocument, { testo, peso = "normale", corpo = 11, colore, sotto = 8 }: Riga) {
  const tratti = trattiDi(testo, peso);
  doc.fontSize(corpo).fillColor(colore ?? INCHIOSTRO);
  tratti.forEach((tratto, index) => {
    doc.font(tratto.carattere).text(tratto.testo, { continued: index < tratti.length - 1 });
  });
  doc.y += sotto;
}
