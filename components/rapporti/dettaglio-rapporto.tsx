import { useTranslations } from "next-intl";
import { Dati } from "@/components/ui/dati";
import { formatIndirizzo } from "@/components/ui/indirizzo";
import { formatData } from "@/lib/dates";
import { formatEuro } from "@/lib/money";
import type { getRapporto } from "@/lib/rapporti/queries";

type Props = Awaited<ReturnType<typeof getRapporto>>[number];
type Motivo = "dimissioni";

/** Worker, place, contract, hours, wage, level and dates of one rapporto. */
export function DettaglioRapporto({ rapporto, lavoratore, sede }: Props) {
  const t = useTranslations("rapporti");
  const mancante = useTranslations("comune")("nonIndicato");
  const motivo = rapporto.motivoCessazione;
  const data = (valore: string) => formatData(valore, "lungo");
  return (
    <>
      <section className="scheda mt-7">
        <h2>{t("contratto")}</h2>
        <Dati
          mancante={mancante}
          righe={[
            [t("mansione"), t(`mansioni.${rapporto.mansione}`)],
            [t("livello"), rapporto.livello],
            [t("tipoContratto"), t(`contratti.${rapporto.tipoContratto}`)],
            ...(rapporto.dataTermine ? [[t("termine"), data(rapporto.dataTermine)] as const] : []),
            [t("ore"), rapporto.oreSettimanali.toLocaleString("it-IT")],
            [t("retribuzione"), formatEuro(rapporto.retribuzioneOraria)],
            [t("convivente"), t(rapporto.convivente ? "si" : "no")],
            [t("cuaf"), t(rapporto.cuaf ? "cuafSi" : "cuafNo")],
            [t("inizio"), data(rapporto.dataInizio)],
            ...(rapporto.dataFine ? [[t("fine"), data(rapporto.dataFine)] as const] : []),
            ...(motivo
              ? [
                  [
                    t("motivo"),
                    t.has(`motivi.${motivo as Motivo}`) ? t(`motivi.${motivo as Motivo}`) : motivo,
                  ] as const,
                ]
              : []),
          ]}
        />
      </section>
      <div className="mt-4 grid gap-4 tablet:grid-cols-2">
        <section className="scheda">
          <h2>{t("lavoratore")}</h2>
          <Dati
            mancante={mancante}
            righe={[
              [t("nome"), `${lavoratore.nome} ${lavoratore.cognome}`],
              [t("codiceFiscale"), lavoratore.codiceFiscale],
              [t("cittadinanza"), lavoratore.cittadinanza],
            ]}
          />
        </section>
        <section className="scheda">
          <h2>{t("luogo")}</h2>
          <Dati
            mancante={mancante}
            righe={[
              [t("campi.indirizzo"), formatIndirizzo(rapporto)],
              [t("sede"), sede.denominazione],
            ]}
          />
        </section>
      </div>
    </>
  );
}
