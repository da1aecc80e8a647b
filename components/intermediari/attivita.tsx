import { useTranslations } from "next-intl";
import { CosaFatta } from "@/components/posizioni/cosa-fatta";
import { formatIstante } from "@/lib/dates";
import type { AttivitaElencata } from "@/lib/intermediari/queries";

type Props = { attivita: AttivitaElencata[]; altre: string | null };

/** Which drawers were opened in the studio's name, by whom, and what was done there. */
export function Attivita({ attivita, altre }: Props) {
  const t = useTranslations("intermediari.studio");
  const tc = useTranslations("comune");
  return (
    <section id="attivita" className="sezione" aria-labelledby="chi-cosa">
      <h2 id="chi-cosa">{t("attivita")}</h2>
      {attivita.length === 0 && <p className="minore mt-2">{t("nessunaAttivita")}</p>}
      <ul className="mt-3 border-t border-slate-85 empty:hidden">
        {attivita.map(({ cursore, quandoAt, posizioneId, chi, cosa, oggetto, nome, cognome }) => (
          <li
            key={cursore}
            className="grid gap-x-6 border-b border-slate-85 py-2.5 tablet:grid-cols-[11rem_minmax(0,1fr)_minmax(0,2fr)_minmax(0,1fr)]"
          >
            <span className="minore tabular-nums">{formatIstante(quandoAt, "lungo")}</span>
            <strong className="break-words">{chi}</strong>
            <span>
              <CosaFatta cosa={cosa} oggetto={oggetto} base={cognome && `/cassetto/${posizioneId}`} />
            </span>
            <span className="break-words">{cognome ? `${cognome} ${nome}` : t("delegaFinita")}</span>
          </li>
        ))}
      </ul>
      {altre && (
        <a href={altre} className="collegamento mt-4 non-stampare">
          {tc("precedenti")}
        </a>
      )}
    </section>
  );
}
