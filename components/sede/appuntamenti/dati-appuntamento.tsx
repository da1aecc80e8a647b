import { useTranslations } from "next-intl";
import { ElencoAllegati } from "@/components/allegati/elenco-allegati";
import { Dati } from "@/components/ui/dati";
import type { AllegatoElencato } from "@/lib/allegati/queries";
import type { AppuntamentoIntero } from "@/lib/appuntamenti/queries";
import { formatIstante } from "@/lib/dates";
import { Modo } from "./modo";

type Props = {
  riga: AppuntamentoIntero;
  allegati: AllegatoElencato[];
  /** The thread behind it, if this sede answers it. */
  quesito: { protocollo: string; oggetto: string } | undefined;
};

/** All that is known of an appuntamento before it begins: what, who, how, and what who asked wrote. */
export function DatiAppuntamento({ riga, allegati, quesito }: Props) {
  const t = useTranslations("appuntamenti.giornata");
  const ti = useTranslations("comune");
  const tp = useTranslations("pagamenti");
  const tu = useTranslations("utenti.tipi");
  const { appuntamento: a, motivo, lavoratore } = riga;
  const perConto = a.perConto && t("perConto", { chi: a.perConto });
  return (
    <section className="mt-7" aria-labelledby="dati">
      <h2 id="dati">{t("dati.titolo")}</h2>
      <Dati
        mancante={ti("nonIndicato")}
        righe={[
          [t("dati.datore"), a.datoreNome],
          [t("dati.motivo"), motivo.nome],
          ...(a.anno !== null
            ? [
                [
                  t("dati.trimestre"),
                  tp("trimestreAnno", { n: a.trimestre ?? 0, anno: String(a.anno) }),
                ] as const,
              ]
            : []),
          ...(a.rapporto
            ? [
                [
                  t("dati.lavoratore"),
                  lavoratore ? `${lavoratore.nome} ${lavoratore.cognome}` : a.rapporto,
                ] as const,
              ]
            : []),
          [t("dati.modo"), <Modo key="modo" modo={a.modo} />],
          [t("dati.telefono"), a.telefono && <Telefono numero={a.telefono} />],
          [t("dati.esperto"), a.espertoNome],
          [t("dati.prenotato"), [a.chi, tu(a.profilo), perConto].filter(Boolean).join(", ")],
          [t("dati.quando"), formatIstante(a.creatoAt, "lungo")],
          ...(quesito
            ? [
                [
                  t("dati.quesito"),
                  <a
                    key="quesito"
                    href={`/sede/comunicazioni/${quesito.protocollo}`}
                    className="inline-flex min-h-11 items-center break-words"
                  >
                    {quesito.oggetto}
                  </a>,
                ] as const,
              ]
            : []),
        ]}
      />
      <h3 className="mt-6 text-xl">{t("dati.nota")}</h3>
      <p className="mt-1 max-w-text break-words whitespace-pre-wrap">{a.nota || t("dati.nessunaNota")}</p>
      <ElencoAllegati allegati={allegati} base="/sede/allegati" />
      {a.notaSede && (
        <div className="scheda-evidenza mt-6">
          <h3 className="text-xl">{t("dati.notaSede")}</h3>
          <p className="mt-1 max-w-text break-words whitespace-pre-wrap">{a.notaSede}</p>
        </div>
      )}
    </section>
  );
}

const Telefono = ({ numero }: { numero: string }) => (
  <a href={`tel:${numero.replaceAll(" ", "")}`} className="inline-flex min-h-11 items-center">
    {numero}
  </a>
);
