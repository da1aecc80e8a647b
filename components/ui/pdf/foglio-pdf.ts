import PDFDocument from "pdfkit";
import { caratteri, type Peso, trattiDi } from "./caratteri";

type Riga = { testo: string; peso?: Peso; corpo?: number; colore?: string; sotto?: number };
/** `tipo`: of PDF's structure, which is what a screen reader follows. */
type Write = (tipo: "P" | "H1" | "H2", riga: Riga) => void;

const MARGINE = 56;
const INCHIOSTRO = "#17324d";
const GRIGIO = "#435a70";

type Testata = {
  titolo: string;
  autore: string;
  /** Whose paper it is, above the title. */
  sopra: string;
  creato: Date;
};

export type Foglio = {
  write: Write;
  /** A name in small letters, its value below. */
  dato: (nome: string, valore: string) => void;
  /** What is said by the way. */
  minore: (testo: string) => void;
};

/** A tagged PDF on A4 (PDF/UA), its letters in the file itself. Its title stands outside the page: it names nobody. */
export async function foglioPdf(
  { titolo, autore, sopra, creato }: Testata,
  fill: (foglio: Foglio) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const doc = new PDFDocument({
    size: "A4",
    margin: MARGINE,
    lang: "it-IT",
    pdfVersion: "1.7",
    // The types lag behind.
    ...({ subset: "PDF/UA" } as object),
    tagged: true,
    displayTitle: true,
    info: { Title: titolo, Author: autore, CreationDate: creato },
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
  const write: Write = (tipo, riga) => radice.add(doc.struct(tipo, {}, [() => line(doc, riga)]));
  write("P", { testo: sopra, corpo: 10, colore: GRIGIO, sotto: 18 });
  write("H1", { testo: titolo, peso: "forte", corpo: 24, sotto: 14 });
  fill({
    write,
    dato: (nome, valore) => {
      write("P", { testo: nome, corpo: 10, colore: GRIGIO, sotto: 0 });
      write("P", { testo: valore, peso: "forte", sotto: 7 });
    },
    minore: (testo) => write("P", { testo, corpo: 9, colore: GRIGIO }),
  });
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
