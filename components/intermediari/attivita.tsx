import { useTranslations } from "next-intl";
import { CosaFatta } from "@/components/posizioni/cosa-fatta";
import { formatIstante } from "@/lib/dates";
import type { AttivitaElencata } from "@/lib/intermediari/queries";

type Props = { attivita: AttivitaElencata[]; altre: string | null };

/** Which drawers were opened in the studio's name, by whom, what was done there; who changed people and gruppi. */
export function Attivita({ attivita, altre }: Props) {
  const t = useTranslations("intermediari.studio");
  const tc = useTranslations("comune");
  return (
    <section id="attivita" className="sezione" aria-labelledby="chi-cosa">
      <h2 id="chi-cosa">{t("attivita")}</h2>
      {attivita.length === 0 && <p className="minore mt-2">{t("nessunaAttivita")}</p>}
      <ul className="mt-3 border-t border-slate-85 empty:hidden">
        {attivita.map((riga) => (
          <Riga key={riga.cursore} {...riga} />
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

function Riga({ quandoAt, posizioneId, chi, cosa, oggetto, quanti, nome, cognome }: AttivitaElencata) {
  const t = useTranslations("intermediari.studio");
  const nelloStudio = cosa.startsWith("studio_");
  // Nobody of the studio: who refused, of whom it knows the codice fiscale alone, or the institute, which asks nobody.
  const senzaNome = cosa === "studio_nomina_rifiutata" ? oggetto : t("istituto");
  const registrata = chi === null && cosa === "studio_nomina_accettata";
  return (
    <li className="grid items-baseline gap-x-6 border-b border-slate-85 py-2.5 tablet:grid-cols-[9rem_minmax(11rem,1fr)_minmax(0,2fr)_minmax(0,1fr)]">
      <span className="minore tabular-nums">{formatIstante(quandoAt, "lungo")}</span>
      <strong className="break-words">{chi ?? senzaNome}</strong>
      <span className={nelloStudio ? "break-words tablet:col-span-2" : undefined}>
        <CosaFatta
          cosa={registrata ? "studio_nomina_registrata" : cosa}
          oggetto={oggetto}
          quanti={quanti}
          base={cognome && `/cassetto/${posizioneId}`}
        />
      </span>
      {!nelloStudio && (
        <span className="break-words">{cognome ? `${cognome} ${nome}` : t("delegaFinita")}</span>
      )}
    </li>
  );
}
