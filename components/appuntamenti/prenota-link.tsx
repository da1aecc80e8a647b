import { useTranslations } from "next-intl";
import type { AppuntamentoElencato } from "@/lib/appuntamenti/elenco/queries";
import { indirizzoPrenota, isStesso, type Perche } from "@/lib/appuntamenti/motivi/rules";
import { formatIstante } from "@/lib/dates";

/** What the drawer has to come; null: who looks may not make an appointment. */
export type Prenotabile = AppuntamentoElencato[] | null;

type Props = {
  /** `/cassetto/P`. */
  base: string;
  perche: Perche | null;
  /** Behind it, if it is a quesito. */
  quesitoId?: string;
  /** For who hears the link and does not see where it stands. */
  cosa: string;
  prenota: Prenotabile;
};

/** Where an appuntamento about it is asked for, filled in; or the one there is. */
export function PrenotaLink({ base, perche, quesitoId, cosa, prenota }: Props) {
  const t = useTranslations("appuntamenti.chiedi");
  if (!perche || !prenota) return null;
  const vivo = prenota.find((appuntamento) => isStesso(appuntamento, perche, quesitoId ?? null));
  const quando = vivo && formatIstante(vivo.inizioAt, "esteso");
  return (
    <a
      href={vivo ? `${base}/appuntamenti/${vivo.numero}` : indirizzoPrenota(base, perche)}
      aria-label={quando ? t("cePerCosa", { quando, cosa }) : t("perCosa", { cosa })}
      className="collegamento non-stampare text-base [overflow-wrap:anywhere]"
    >
      {quando ? t("ce", { quando }) : t("prenota")}
    </a>
  );
}
