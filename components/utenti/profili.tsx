import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { listProfili } from "@/lib/utenti/queries";

type Props = { profili: Awaited<ReturnType<typeof listProfili>>; corrente: string | null };

/** The profiles to choose from; each is a plain form, so that changing loads a whole new page. */
export function Profili({ profili, corrente }: Props) {
  const t = useTranslations("utenti");
  if (profili.length === 0) return <p className="scheda mt-6">{t("profilo.nessuno")}</p>;
  return (
    <section className="mt-7">
      <h2 className={corrente ? undefined : "solo-lettori"}>{t("profilo.tuoiProfili")}</h2>
      <ul className="mt-3 grid gap-4 tablet:grid-cols-2">
        {profili.map(({ id, tipo, sede, intermediario }) => (
          <li key={id} className="scheda flex flex-col gap-1">
            <div className="flex flex-wrap items-start justify-between gap-3">
              <h3>{t(`tipi.${tipo}`)}</h3>
              {id === corrente && (
                <Tag tono="verde" icon={CircleCheck}>
                  {t("profilo.inUso")}
                </Tag>
              )}
            </div>
            <p className="minore">{sede ?? intermediario ?? t(`tipiTesto.${tipo}`)}</p>
            {id !== corrente && (
              <form method="post" action="/profilo/scelta" className="mt-3">
                <input type="hidden" name="profilo" value={id} />
                <button type="submit" className="bottone">
                  {t("profilo.usa")}
                  <span className="solo-lettori">
                    : {t(`tipi.${tipo}`)} {sede ?? intermediario}
                  </span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
