import { useTranslations } from "next-intl";
import { indirizzoCoda } from "@/components/sede/coda/indirizzo-coda";
import { ScrollBox } from "@/components/ui/scroll-box";
import type { Carico as Riga } from "@/lib/quesiti/andamento/queries";

const COLONNE = ["inCarico", "scaduti", "attesa", "chiusi"] as const;

/** How much each person of the sede has in hand. */
export function Carico({ carico }: { carico: Riga[] }) {
  const t = useTranslations("sede.andamento");
  return (
    <section className="sezione" aria-labelledby="carico">
      <h2 id="carico">{t("carico")}</h2>
      <ScrollBox nome={t("carico")}>
        <table className="tabella mt-4">
          <thead>
            <tr>
              <th scope="col">{t("colonneCarico.chi")}</th>
              {COLONNE.map((colonna) => (
                <th key={colonna} scope="col" className="text-end">
                  {t(`colonneCarico.${colonna}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {carico.map((riga) => (
              <tr key={riga.id}>
                <th scope="row" className="min-w-40 break-words">
                  <a
                    href={
                      riga.id
                        ? indirizzoCoda({ vista: "sede", collega: riga.id })
                        : indirizzoCoda({ vista: "da_assegnare" })
                    }
                    className="inline-flex min-h-11 items-center"
                  >
                    {riga.nome ?? t("nessuno")}
                  </a>
                </th>
                {COLONNE.map((colonna) => (
                  <td
                    key={colonna}
                    className={`numero ${colonna === "scaduti" && riga.scaduti > 0 ? "font-bold text-red-37" : ""}`}
                  >
                    {riga[colonna]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
