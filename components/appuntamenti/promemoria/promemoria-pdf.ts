import type { useTranslations } from "next-intl";
import { foglioPdf } from "@/components/ui/pdf/foglio-pdf";
import type { AppuntamentoIntero } from "@/lib/appuntamenti/queries";
import { formatIstante } from "@/lib/dates";
import { righePromemoria } from "./righe-promemoria";

type T = ReturnType<typeof useTranslations<never>>;

/** The appuntamento as one sheet to take along. */
export function promemoriaPdf(
  t: T,
  riga: AppuntamentoIntero,
  adesso: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const { appuntamento, motivo } = riga;
  const autore = t("comune.istituto");
  const titolo = t("appuntamenti.dettaglio.promemoria");
  const sopra = `${autore}. ${t("comune.servizio")}`;
  return foglioPdf({ titolo, autore, sopra, creato: adesso }, ({ write, dato, minore }) => {
    if (appuntamento.stato !== "confermato") {
      write("P", {
        testo: t("appuntamenti.dettaglio.nonVale", { stato: t(`appuntamenti.stati.${appuntamento.stato}`) }),
        peso: "forte",
        corpo: 13,
        sotto: 12,
      });
    }
    for (const [nome, valore] of righePromemoria(t, riga)) dato(nome, valore);
    if (motivo.daPortare) {
      write("H2", {
        testo: t(`appuntamenti.dettaglio.${appuntamento.modo === "in_persona" ? "daPortare" : "daTenere"}`),
        peso: "forte",
        corpo: 15,
        sotto: 4,
      });
      write("P", { testo: motivo.daPortare, sotto: 12 });
    }
    if (appuntamento.nota) {
      write("H2", { testo: t("appuntamenti.dettaglio.nota"), peso: "forte", corpo: 15, sotto: 4 });
      for (const testo of appuntamento.nota.split("\n").filter(Boolean)) write("P", { testo, sotto: 4 });
    }
    minore(t("appuntamenti.dettaglio.piede", { quando: formatIstante(adesso, "lungo") }));
  });
}
