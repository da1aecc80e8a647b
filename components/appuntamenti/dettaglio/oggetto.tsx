import { useTranslations } from "next-intl";
import { ElencoAllegati } from "@/components/allegati/elenco-allegati";
import { Dati } from "@/components/ui/dati";
import type { AllegatoElencato } from "@/lib/allegati/queries";
import type { AppuntamentoIntero } from "@/lib/appuntamenti/queries";
import { righeOggetto } from "../promemoria/righe-promemoria";

type Props = {
  riga: AppuntamentoIntero;
  allegati: AllegatoElencato[];
  base: string;
  /** Of a sede, which has other addresses for the thread and the files. */
  ufficio: boolean;
  concluso: boolean;
};

/** What it is about, the note and the files that go with it, and what to bring. */
export function Oggetto({ riga, allegati, base, ufficio, concluso }: Props) {
  const t = useTranslations();
  const td = useTranslations("appuntamenti.dettaglio");
  const { appuntamento, motivo, quesito } = riga;
  const thread = quesito?.protocollo && `${ufficio ? "/sede" : base}/comunicazioni/${quesito.protocollo}`;
  return (
    <>
      {motivo.daPortare && !concluso && (
        <section className="sezione" aria-labelledby="da-portare">
          <h2 id="da-portare">{td(appuntamento.modo === "in_persona" ? "daPortare" : "daTenere")}</h2>
          <p className="mt-1 max-w-text">{motivo.daPortare}</p>
        </section>
      )}
      <section className="sezione" aria-labelledby="dati">
        <h2 id="dati">{td("dati")}</h2>
        <div className="scheda mt-3">
          <Dati
            mancante={t("comune.nonIndicato")}
            righe={[...righeOggetto(t, riga), [td("numero"), appuntamento.numero]]}
          />
          <p className="mt-3 flex flex-wrap gap-x-6 print:hidden">
            {appuntamento.rapporto && (
              <a href={`${base}/rapporti/${appuntamento.rapporto}`} className="collegamento">
                {td("vaiAlRapporto")}
              </a>
            )}
            {thread && (
              <a href={thread} className="collegamento">
                {td("vaiAlQuesito")}
              </a>
            )}
          </p>
        </div>
      </section>
      {(appuntamento.nota || allegati.length > 0) && (
        <section className="sezione" aria-labelledby="nota">
          <h2 id="nota">{td("nota")}</h2>
          {appuntamento.nota && (
            <p className="mt-1 max-w-text break-words whitespace-pre-line">{appuntamento.nota}</p>
          )}
          <ElencoAllegati allegati={allegati} base={ufficio ? "/sede/allegati" : `${base}/allegati`} />
        </section>
      )}
    </>
  );
}
