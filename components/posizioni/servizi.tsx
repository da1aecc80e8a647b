import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";

// The institute's other services stay where they are during the transition.
const SITO = "https://www.inps.it";
const NOMI = ["assunzione", "variazione", "cessazione", "sospensione", "portale", "rimborso"] as const;

/** "Servizi per il lavoro domestico": what is done elsewhere, one click away. */
export function Servizi() {
  const t = useTranslations("servizi");
  const tp = useTranslations("panoramica");
  return (
    <section className="sezione" aria-labelledby="servizi">
      <h2 id="servizi">{tp("servizi")}</h2>
      <p className="minore mt-1 max-w-text">{tp("serviziTesto")}</p>
      <ul className="mt-4 grid gap-x-8 border-t border-slate-85 tablet:grid-cols-2">
        {NOMI.map((nome) => (
          <li key={nome} className="border-b border-slate-85">
            <a href={SITO} rel="noreferrer" className="flex min-h-13 items-center justify-between gap-3 py-2">
              {t(nome)}
              <ExternalLink aria-hidden size={18} className="shrink-0" />
              <span className="solo-lettori">({t("esterno")})</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
