import { useTranslations } from "next-intl";
import { Dati } from "@/components/ui/dati";
import { formatIndirizzo } from "@/components/ui/indirizzo";
import type { AppuntamentoIntero } from "@/lib/appuntamenti/queries";
import { formatIstante } from "@/lib/dates";
import { useRiguarda } from "./nomi";

/** What is about to be confirmed: when, where or how, with whom, about what, and what to bring. */
export function RiepilogoPrenotazione({ riga }: { riga: AppuntamentoIntero }) {
  const t = useTranslations("appuntamenti");
  const tc = useTranslations("comune");
  const riguarda = useRiguarda();
  const { appuntamento, sede, motivo, quesito, lavoratore } = riga;
  const { inizioAt, fineAt, modo, espertoNome, rapporto, anno, trimestre } = appuntamento;
  const contributo = anno !== null && trimestre !== null ? { anno, trimestre } : null;
  const minuti = Math.round((fineAt.getTime() - inizioAt.getTime()) / 60_000);
  return (
    <section className="scheda mt-6 max-w-text" aria-labelledby="riepilogo">
      <h2 id="riepilogo" className="text-balance first-letter:uppercase">
        {formatIstante(inizioAt, "esteso")}
      </h2>
      <p className="minore">{t("prenota.conferma.durata", { minuti })}</p>
      <Dati
        mancante={tc("nonIndicato")}
        righe={[
          [t("prenota.conferma.modo"), t(`modi.${modo}`)],
          [
            t("prenota.conferma.sede"),
            modo === "in_persona" ? `${sede.denominazione}, ${formatIndirizzo(sede)}` : sede.denominazione,
          ],
          [t("prenota.conferma.esperto"), espertoNome],
          [t("prenota.conferma.motivo"), motivo.nome],
          [t("prenota.conferma.riguarda"), riguarda({ rapporto, contributo, lavoratore, quesito })],
        ]}
      />
      {motivo.daPortare && (
        <>
          <h3 className="mt-5">{t(`prenota.conferma.${modo === "in_persona" ? "porta" : "tieni"}`)}</h3>
          <p>{motivo.daPortare}</p>
        </>
      )}
    </section>
  );
}
