import { House } from "lucide-react";
import { useTranslations } from "next-intl";
import type { listDelegantiRecenti } from "@/lib/deleghe/deleganti/queries";

type Props = {
  recenti: Awaited<ReturnType<typeof listDelegantiRecenti>>;
  /** The own drawer, at the page one comes from. */
  proprio: string | null;
  /** What answers to that page in another drawer. */
  pagina: string;
};

/** What the dialog offers before anything is typed, above the list that stands for it: one's own drawer, the last opened. */
export function Subito({ proprio, recenti, pagina }: Props) {
  const t = useTranslations("cambia");
  if (!proprio && recenti.length === 0) return null;
  return (
    <nav aria-label={t("titolo")} className="mt-5 flex flex-wrap items-center gap-x-6 gap-y-1 print:hidden">
      {proprio && (
        <a href={proprio} className="bottone bottone-secondario">
          <House aria-hidden size={19} />
          {t("perMe")}
        </a>
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
