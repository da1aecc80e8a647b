import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import { ricevutaPdf } from "@/components/quesiti/ricevuta/ricevuta-pdf";
import { trattiDi } from "@/components/ui/pdf/caratteri";
import messages from "@/messages/it.json";
import type { Ricevuta } from "./queries";

const t = createTranslator({ locale: "it", messages }) as unknown as Parameters<typeof ricevutaPdf>[0];
const sede = {
  codice: "700100",
  denominazione: "Agenzia Roma Nord",
  tipo: "agenzia",
  indirizzo: "Via 25 Aprile 2",
  cap: "00184",
  comune: "Roma",
  provincia: "RM",
  telefono: null,
  pec: null,
};
const ricevuta: Ricevuta = {
  messaggioId: "",
  protocollo: "700100.2026.0000001",
  inviatoAt: new Date("2026-11-23T07:05:00Z"),
  chi: "Jiří Dvořák",
  profilo: "delegato",
  perConto: null,
  quesito: "700100.2026.0000001",
  oggetto: "Perché l’importo è di 239,12 €?",
  rapporto: "7002600001",
  datore: "Rossi Anna",
  termine: "2026-12-23",
  argomento: "Importo o dati dell'avviso inesatti",
  categoria: "MAV e avvisi di pagamento",
  sede,
  file: [
    { id: "1", nome: "ricevuta di pagamento č.pdf", byte: 2_500_000, sha256: "a".repeat(64) },
    { id: "2", nome: `${"foto".repeat(29)}.jpeg`, byte: 400_000, sha256: "0".repeat(64) },
    { id: "3", nome: "scansione.tiff", byte: 100_000, sha256: "f".repeat(64) },
  ],
};

it("a receipt is one tagged page in Italian, whose title names nobody and whose letters are its own", async () => {
  const bytes = await ricevutaPdf(t, ricevuta, new Date("2026-11-23T08:00:00Z"));
  const pdf = Buffer.from(bytes).toString("latin1");
  expect(pdf.startsWith("%PDF-1.7")).toBe(true);
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(pdf).toContain("/Lang (it-IT)");
  expect(pdf).toContain("/Marked true");
  expect(pdf).toContain("(Ricevuta)");
  expect(pdf, "outside the page itself").not.toMatch(/Rossi|Dvo|7002600001|importo/);
  expect(pdf).toMatch(/TitilliumWeb/);
  expect(pdf, "no letters of somebody else's").not.toMatch(/Helvetica/);
});

it("a name is written in the letters that have it", () => {
  expect(trattiDi("Dvořák €", "forte")).toEqual([
    { testo: "Dvo", carattere: "forte-latin" },
    { testo: "ř", carattere: "forte-latin-ext" },
    { testo: "ák €", carattere: "forte-latin" },
  ]);
  expect(trattiDi("a\u0300", "normale")).toEqual([{ testo: "à", carattere: "normale-latin" }]);
});
