import type { useTranslations } from "next-intl";
import { foglioPdf } from "@/components/ui/pdf/foglio-pdf";
import { formatByte } from "@/lib/allegati/rules";
import { formatIstante } from "@/lib/dates";
import type { Ricevuta } from "@/lib/quesiti/ricevuta/queries";
import { righeRicevuta } from "./righe-ricevuta";

type T = ReturnType<typeof useTranslations<never>>;

/** The receipt as a file: the same words as the page. */
export function ricevutaPdf(t: T, ricevuta: Ricevuta, adesso: Date): Promise<Uint8Array<ArrayBuffer>> {
  const autore = t("comune.istituto");
  const testata = {
    titolo: t("quesiti.ricevuta.titolo"),
    autore,
    sopra: `${autore}. ${t("comune.servizio")}`,
  };
  return foglioPdf({ ...testata, creato: adesso }, ({ write, dato, minore }) => {
    for (const [nome, valore] of righeRicevuta(t, ricevuta)) dato(nome, valore);
    write("H2", { testo: t("quesiti.ricevuta.allegati"), peso: "forte", corpo: 15, sotto: 6 });
    if (ricevuta.file.length === 0) write("P", { testo: t("quesiti.ricevuta.nessunFile") });
    for (const { nome, byte, sha256 } of ricevuta.file) {
      write("P", { testo: `${nome} (${formatByte(byte)})`, peso: "forte", sotto: 0 });
      minore(`${t("quesiti.ricevuta.impronta")}: ${sha256}`);
    }
    minore(t("quesiti.ricevuta.piede", { quando: formatIstante(adesso, "lungo") }));
  });
}
