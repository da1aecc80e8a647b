import { House } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Viewer } from "@/lib/auth/viewer";
import type { listDelegantiRecenti } from "@/lib/deleghe/deleganti/queries";

type Props = {
  propria: Viewer["propria"];
  recenti: Awaited<ReturnType<typeof listDelegantiRecenti>>;
  /** The page one comes from, and what answers to it in another drawer. */
  da: string;
  pagina: string;
};

/** What the dialog offers before anything is typed, above the list that stands for it: one's own drawer, the last opened. */
export function Subito({ propria, recenti, da, pagina }: Props) {
  const t = useTranslations("cambia");
  if (!propria && recenti.length === 0) return null;
  return (
    <nav aria-label={t("titolo")} className="mt-5 flex flex-wrap items-center gap-x-6 gap-y-1 print:hidden">
      {propria && (
        <form method="post" action="/profilo/scelta">
          <input type="hidden" name="profilo" value={propria.profiloId} />
          {da && <input type="hidden" name="da" value={da} />}
          <button type="submit" className="bottone bottone-secondario">
            <House aria-hidden size={19} />
            {t("perMe")}
          </button>
        </form>
      )}
      {recenti.length > 0 && (
        <div className="flex min-w-0 flex-wrap items-center gap-x-5">
          <span className="minore">{t("recenti")}</span>
          <ul className="flex min-w-0 flex-wrap gap-x-5">
            {recenti.map(({ id, nome, cognome }) => (
              <li key={id} className="min-w-0">
                <a href={`/cassetto/${id}${pagina}`} className="collegamento [overflow-wrap:anywhere]">
                  {cognome} {nome}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </nav>
  );
}
