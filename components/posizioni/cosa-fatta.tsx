import { useTranslations } from "next-intl";

type Props = {
  cosa: string;
  oggetto: string | null;
  /** The drawer's address, if the viewer may open it: what was done is a link then. */
  base: string | null;
  /** Where the datore finds what was done to a delega; the studio finds it elsewhere. */
  deleghe?: boolean;
  /** Of how many deleganti of a studio. */
  quanti?: number | null;
};

/** What was looked at or done in a drawer, or decided in a studio, in words. */
export function CosaFatta({ cosa, oggetto, base, deleghe = false, quanti }: Props) {
  const t = useTranslations("accessi.cose");
  const chiave = cosa === "pagamenti" && oggetto ? "pagamentiRapporto" : cosa;
  const testo = t(chiave as "rapporto", { codice: oggetto ?? "", n: quanti ?? 0 });
  const parte = cosa.startsWith("quesito_")
    ? `comunicazioni/${oggetto}`
    : cosa.startsWith("appuntamento_")
      ? `appuntamenti/${oggetto}`
      : deleghe && cosa.startsWith("delega_")
        ? ["deleghe", oggetto].filter(Boolean).join("/")
        : null;
  if (!base || !parte) return testo;
  return (
    <a href={`${base}/${parte}`} className="collegamento [overflow-wrap:anywhere]">
      {testo}
    </a>
  );
}
