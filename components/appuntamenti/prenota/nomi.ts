import { useTranslations } from "next-intl";
import type { Cassetto } from "@/lib/auth/viewer";

/** Whose words the steps speak: those to whom it is for, or to an officer who books for them. */
export type Voce = "prenota" | "sportello";
export const voceDi = ({ ufficio }: Pick<Cassetto, "ufficio">): Voce => (ufficio ? "sportello" : "prenota");

type Riguarda = {
  rapporto: string | null;
  contributo: { anno: number; trimestre: number } | null;
  lavoratore: { nome: string | null; cognome: string | null } | null;
  quesito: { protocollo: string | null; oggetto: string | null } | null;
};

/** What an appuntamento is about, beside its reason: the thread, or the worker and the quarter. */
export function useRiguarda(): (oggetto: Riguarda) => string {
  const t = useTranslations("appuntamenti.prenota");
  const tq = useTranslations("quesiti");
  const tp = useTranslations("pagamenti");
  return ({ rapporto, contributo, lavoratore, quesito }) => {
    const persona = lavoratore?.cognome
      ? `${lavoratore.nome} ${lavoratore.cognome}`
      : rapporto && tq("rapportoCodice", { codice: rapporto });
    const { protocollo = null, oggetto = null } = quesito ?? {};
    const parti = [
      protocollo && oggetto && t("quesito", { oggetto, protocollo }),
      contributo && tp("trimestreAnno", { n: contributo.trimestre, anno: String(contributo.anno) }),
      persona,
    ];
    return parti.filter(Boolean).join(", ");
  };
}
