import { useTranslations } from "next-intl";
import { Dati } from "@/components/ui/dati";
import { formatIndirizzo } from "@/components/ui/indirizzo";
import { formatData, formatIstante } from "@/lib/dates";
import type { QuesitoLetto } from "@/lib/quesiti/queries";
import { nomeOggetto } from "../nomi";

/** Number, sede, what it is about, when it began and by when an answer is due. */
export function DatiQuesito({ riga }: { riga: QuesitoLetto }) {
  const t = useTranslations("quesiti");
  const tp = useTranslations("pagamenti");
  const mancante = useTranslations("comune")("nonIndicato");
  const { quesito, sede, argomento, categoria, lavoratore } = riga;
  const { anno, trimestre } = quesito;
  const nome = nomeOggetto(t, quesito.rapporto, lavoratore);
  return (
    <section className="sezione" aria-labelledby="dati">
      <h2 id="dati">{t("conversazione.dati")}</h2>
      <div className="scheda mt-3">
        <Dati
          mancante={mancante}
          righe={[
            [t("conversazione.protocolloVoce"), quesito.protocollo],
            [t("conversazione.aperto"), formatIstante(quesito.inviatoAt, "lungo")],
            [
              t("conversazione.riguarda"),
              trimestre === null
                ? nome
                : `${nome}, ${tp("trimestreAnno", { n: trimestre, anno: String(anno) })}`,
            ],
            [t("conversazione.materia"), `${categoria}: ${argomento.toLowerCase()}`],
            [t("conversazione.sedeVoce"), `${sede.denominazione}, ${formatIndirizzo(sede)}`],
            ...(["inviato", "in_carico"].includes(quesito.stato)
              ? [[t("conversazione.termine"), formatData(quesito.termine, "lungo")] as const]
              : []),
          ]}
        />
      </div>
    </section>
  );
}
