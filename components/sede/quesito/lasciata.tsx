import { useTranslations } from "next-intl";
import { ElencoAllegati } from "@/components/allegati/elenco-allegati";
import type { AllegatoElencato } from "@/lib/allegati/queries";

type Props = { testo: string; allegati: AllegatoElencato[] };

/** An answer that never left, by somebody who does not work here any more: nobody else can send it, but it can be read. */
export function Lasciata({ testo, allegati }: Props) {
  const t = useTranslations("sede.quesito.lasciata");
  return (
    <section className="scheda mt-7 border-s-6 border-s-orange-48">
      <h2 className="text-xl">{t("titolo")}</h2>
      <p className="mt-1">{t("spiega")}</p>
      <p className="mt-4 border-s-4 border-slate-85 ps-4 break-words whitespace-pre-wrap">{testo}</p>
      <ElencoAllegati allegati={allegati} base="/sede/allegati" />
    </section>
  );
}
