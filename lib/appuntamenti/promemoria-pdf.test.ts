import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import { promemoriaPdf } from "@/components/appuntamenti/promemoria/promemoria-pdf";
import { righePromemoria } from "@/components/appuntamenti/promemoria/righe-promemoria";
import messages from "@/messages/it.json";
import type { AppuntamentoIntero } from "./queries";

const t = createTranslator({ locale: "it", messages }) as unknown as Parameters<typeof promemoriaPdf>[0];
const sede = {
  codice: "700100",
  denominazione: "Agenzia Roma Nord",
  tipo: "agenzia",
  indirizzo: "Via 25 Aprile 2",
  cap: "00184",
  comune: "Roma",
  provincia: "RM",
  telefono: "06 5551234",
  pec: null,
};
const aRiga = (over: Partial<AppuntamentoIntero["appuntamento"]> = {}) =>
  ({
    appuntamento: {
      numero: "12AB-34CD",
      modo: "in_persona",
      inizioAt: new Date("2026-10-25T01:30:00Z"),
      fineAt: new Date("2026-10-25T01:50:00Z"),
      stato: "confermato",
      espertoNome: "Jiří Dvořák",
      datoreNome: "Rossi Anna",
      chi: "Bruno Conti",
      perConto: null,
      profilo: "delegato",
      rapporto: "7002600001",
      anno: 2026,
      trimestre: 2,
      telefono: null,
      nota: "Vengo con mia figlia.\nPorto le ricevute.",
      ...over,
    },
    sede,
    motivo: { nome: "Un trimestre che risulta non pagato", daPortare: "Porta le ricevute." },
    quesito: null,
    lavoratore: { nome: "Maria", cognome: "Cojocaru" },
  }) as unknown as AppuntamentoIntero;

it("says when, where, with whom, for whom", () => {
  expect(Object.fromEntries(righePromemoria(t, aRiga()))).toEqual({
    Quando: "Domenica 25 ottobre 2026, 2:30 (20 minuti)",
    Come: "In Sede",
    Sede: "Agenzia Roma Nord, Via 25 Aprile 2, 00184 Roma (RM)",
    "Telefono della Sede": "06 5551234",
    Con: "Jiří Dvořák",
    Perché: "Un trimestre che risulta non pagato",
    Riguarda: "Maria Cojocaru, 2° trimestre 2026",
    "Prenotato da": "Bruno Conti (soggetto delegato)",
    "Per il datore": "Rossi Anna",
    "Numero dell'appuntamento": "12AB-34CD",
  });
});

it("by phone it says at which number, and of the whole posizione that it is about all of it", () => {
  const over = {
    modo: "telefono",
    telefono: "333 1234567",
    rapporto: null,
    anno: null,
    trimestre: null,
  } as const;
  const riga = { ...aRiga(over), lavoratore: null };
  expect(Object.fromEntries(righePromemoria(t, riga))).toMatchObject({
    "Ti chiamano al numero": "333 1234567",
    Riguarda: messages.quesiti.tuttaLaPosizione,
  });
});

it("is one tagged page in Italian, whose title names nobody, also with the longest note", async () => {
  const nota = "Buongiorno, vengo con mia figlia e con le carte. ".repeat(10);
  const bytes = await promemoriaPdf(t, aRiga({ nota }), new Date("2026-10-23T08:00:00Z"));
  const pdf = Buffer.from(bytes).toString("latin1");
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(pdf).toContain("/Lang (it-IT)");
  expect(pdf).toContain("/Marked true");
  expect(pdf, "outside the page itself").not.toMatch(/Rossi|Conti|Cojocaru|7002600001/);
});
