import { useTranslations } from "next-intl";
import { Orologio } from "@/components/sede/orologio";
import { Empty } from "@/components/ui/empty";
import type { QuesitoInCoda } from "@/lib/quesiti/lavorazione/coda/queries";

type Props = {
  scaduti: QuesitoInCoda[];
  quanti: number;
  nomi: Map<string | null, string | null>;
  oggi: string;
};

/** The quesiti whose term is past, the longest first. */
export function Scaduti({ scaduti, quanti, nomi, oggi }: Props) {
  const t = useTranslations("sede");
  return (
    <section className="sezione" aria-labelledby="scaduti">
      <h2 id="scaduti">{t("andamento.scaduti")}</h2>
      {scaduti.length === 0 && <Empty titolo={t("coda.vuote.scaduti")} />}
      <ul className="mt-3">
        {scaduti.map((quesito) => (
          <li
            key={quesito.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-slate-85 py-2"
          >
            <a
              href={`/sede/comunicazioni/${quesito.protocollo}`}
              className="inline-flex min-h-11 min-w-0 flex-1 basis-64 items-center break-words"
            >
              {quesito.oggetto}
            </a>
            <span className="minore">{nomi.get(quesito.assegnatoA) ?? t("coda.nessunoInCarico")}</span>
            <Orologio quesito={quesito} oggi={oggi} />
          </li>
        ))}
      </ul>
      {quanti > scaduti.length && (
        <a href="/sede/comunicazioni?vista=scaduti" className="collegamento mt-2 non-stampare">
          {t("andamento.tuttiScaduti", { n: quanti })}
        </a>
      )}
    </section>
  );
}
