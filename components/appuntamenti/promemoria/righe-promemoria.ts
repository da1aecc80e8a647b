import type { useTranslations } from "next-intl";
import { formatIndirizzo } from "@/components/ui/indirizzo";
import type { AppuntamentoIntero } from "@/lib/appuntamenti/queries";
import { formatQuando, minutiFra } from "../nomi";

type T = ReturnType<typeof useTranslations<never>>;

/** What one has to know to be there, as names and values. */
export function righePromemoria(t: T, riga: AppuntamentoIntero): (readonly [string, string])[] {
  const { appuntamento, sede } = riga;
  const { modo, inizioAt, fineAt, telefono, collegamento, espertoNome, numero } = appuntamento;
  const minuti = t("appuntamenti.dettaglio.minuti", { n: minutiFra(inizioAt, fineAt) });
  return [
    [t("appuntamenti.dettaglio.quando"), `${formatQuando(inizioAt)} (${minuti})`],
    [t("appuntamenti.dettaglio.come"), t(`appuntamenti.modi.${modo}`)],
    ...(telefono ? [[t("appuntamenti.dettaglio.telefonoTuo"), telefono] as const] : []),
    ...(collegamento ? [[t("appuntamenti.dettaglio.video.indirizzo"), collegamento] as const] : []),
    [
      t("appuntamenti.dettaglio.sede"),
      [sede.denominazione, formatIndirizzo(sede)].filter(Boolean).join(", "),
    ],
    ...(sede.telefono ? [[t("appuntamenti.dettaglio.telefonoSede"), sede.telefono] as const] : []),
    [t("appuntamenti.dettaglio.esperto"), espertoNome],
    ...righeOggetto(t, riga),
    [t("appuntamenti.dettaglio.numero"), numero],
  ];
}

/** What it is about and who asked for it. */
export function righeOggetto(
  t: T,
  { appuntamento, motivo, quesito, lavoratore }: AppuntamentoIntero,
): (readonly [string, string])[] {
  const { rapporto, anno, trimestre, chi, perConto, profilo, datoreNome } = appuntamento;
  const nome = lavoratore?.cognome
    ? `${lavoratore.nome} ${lavoratore.cognome}`
    : rapporto === null
      ? t("quesiti.tuttaLaPosizione")
      : t("quesiti.rapportoCodice", { codice: rapporto });
  const nomeChi = perConto ? t("quesiti.perConto", { chi, conto: perConto }) : chi;
  return [
    [t("appuntamenti.dettaglio.perche"), motivo.nome],
    [
      t("appuntamenti.dettaglio.riguarda"),
      trimestre === null || anno === null
        ? nome
        : `${nome}, ${t("pagamenti.trimestreAnno", { n: trimestre, anno: String(anno) })}`,
    ],
    ...(quesito?.oggetto ? [[t("appuntamenti.dettaglio.quesito"), quesito.oggetto] as const] : []),
    [t("appuntamenti.dettaglio.prenotatoDa"), `${nomeChi} (${t(`utenti.tipi.${profilo}`).toLowerCase()})`],
    ...(profilo === "datore" ? [] : [[t("appuntamenti.dettaglio.perIlDatore"), datoreNome] as const]),
  ];
}
