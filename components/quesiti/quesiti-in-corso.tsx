import { useTranslations } from "next-intl";
import type { Prenotabile } from "@/components/appuntamenti/prenota-link";
import type { QuesitoElencato } from "@/lib/quesiti/elenco/queries";
import { SchedaQuesito } from "./elenco/scheda-quesito";

type Props = { quesiti: QuesitoElencato[]; base: string; oggi: string; prenota: Prenotabile };

/** The threads that are not over, and the answers nobody has read; nothing when there are none. */
export function QuesitiInCorso({ quesiti, base, oggi, prenota }: Props) {
  const t = useTranslations("quesiti.inCorso");
  if (quesiti.length === 0) return null;
  return (
    <section className="sezione" aria-labelledby="quesiti">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="quesiti">{t("titolo")}</h2>
        <a href={`${base}/comunicazioni`} className="collegamento non-stampare">
          {t("tutte")}
        </a>
      </div>
      <ul className="mt-4 grid gap-4">
        {quesiti.map((quesito) => (
          <SchedaQuesito key={quesito.id} quesito={quesito} base={base} oggi={oggi} prenota={prenota} />
        ))}
      </ul>
    </section>
  );
}
