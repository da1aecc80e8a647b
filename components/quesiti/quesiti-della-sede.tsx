import { useTranslations } from "next-intl";
import { Orologio } from "@/components/sede/orologio";
import { StatoQuesito } from "@/components/sede/stato-quesito";
import type { QuesitoElencato } from "@/lib/quesiti/elenco/queries";

type Props = { quesiti: QuesitoElencato[]; oggi: string };

/** The open quesiti of a drawer as somebody of the sede sees them, who works on them elsewhere; nothing when there are none. */
export function QuesitiDellaSede({ quesiti, oggi }: Props) {
  const t = useTranslations("quesiti");
  if (quesiti.length === 0) return null;
  return (
    <section className="sezione" aria-labelledby="quesiti">
      <h2 id="quesiti">{t("inCorso.titoloSede")}</h2>
      <ul className="mt-4 grid gap-4">
        {quesiti.map((quesito) => (
          <li key={quesito.id} className="scheda min-w-0">
            <p className="flex flex-wrap gap-2">
              <StatoQuesito stato={quesito.stato} esito={quesito.esito} />
              <Orologio quesito={quesito} oggi={oggi} />
            </p>
            <h3 className="mt-1 break-words">
              <a href={`/sede/comunicazioni/${quesito.protocollo}`} className="collegamento wrap-anywhere">
                {quesito.oggetto}
              </a>
            </h3>
            <p className="minore mt-1">
              {quesito.categoria}: {quesito.argomento.toLowerCase()}
              {". "}
              <span className="tabular-nums">{t("protocollo", { numero: quesito.protocollo })}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
