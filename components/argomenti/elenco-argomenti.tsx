import { Check, Pencil, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { ArgomentoElencato, CategoriaElencata } from "@/lib/argomenti/queries";

type Props = { categorie: CategoriaElencata[]; argomenti: ArgomentoElencato[] };

/** By categoria, in the order in which who asks finds them. */
export function ElencoArgomenti({ categorie, argomenti }: Props) {
  const t = useTranslations("argomenti");
  return categorie.map(({ codice, nome }) => {
    const suoi = argomenti.filter(({ categoriaCodice }) => categoriaCodice === codice);
    return (
      <section key={codice} className="sezione" aria-labelledby={codice}>
        <h2 id={codice}>{nome}</h2>
        {suoi.length === 0 && <p className="minore mt-3">{t("nessuno")}</p>}
        <ul className="mt-3 border-t border-slate-85 empty:hidden">
          {suoi.map((argomento) => (
            <Riga key={argomento.codice} argomento={argomento} />
          ))}
        </ul>
      </section>
    );
  });
}

function Riga({
  argomento: { codice, nome, aiuto, termineGiorni, attivo },
}: {
  argomento: ArgomentoElencato;
}) {
  const t = useTranslations("argomenti");
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-slate-85 py-4">
      <div className="min-w-0 flex-1 basis-72">
        <h3 className="text-lg break-words">{nome}</h3>
        {aiuto && <p className="minore max-w-text break-words">{aiuto}</p>}
        <p className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1.5">
          <span>{t("entro", { giorni: t("giorni", { n: termineGiorni }) })}</span>
          <Tag tono={attivo ? "verde" : "grigio"} icon={attivo ? Check : X}>
            {t(attivo ? "offerto" : "nonOfferto")}
          </Tag>
        </p>
      </div>
      <a
        href={`/amministrazione/argomenti/${codice}`}
        aria-label={t("cambiaDi", { nome })}
        className="bottone bottone-secondario print:hidden"
      >
        <Pencil aria-hidden size={18} className="shrink-0" />
        {t("cambia")}
      </a>
    </li>
  );
}
