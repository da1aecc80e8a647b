import { useTranslations } from "next-intl";
import { cosaAperta } from "@/components/posizioni/cosa-aperta";
import { formatIstante } from "@/lib/dates";
import type { AttivitaElencata } from "@/lib/intermediari/queries";

type Props = { attivita: AttivitaElencata[]; altre: string | null };

/** Which drawers were opened in the studio's name, by whom. */
export function Attivita({ attivita, altre }: Props) {
  const t = useTranslations("intermediari.studio");
  const ta = useTranslations("accessi");
  const tc = useTranslations("comune");
  return (
    <section id="attivita" className="sezione" aria-labelledby="chi-cosa">
      <h2 id="chi-cosa">{t("attivita")}</h2>
      {attivita.length === 0 && <p className="minore mt-2">{t("nessunaAttivita")}</p>}
      <ul className="mt-3 border-t border-slate-85 empty:hidden">
        {attivita.map(({ id, quandoAt, chi, cosa, rapporto, nome, cognome }) => (
          <li
            key={id}
            className="grid gap-x-6 border-b border-slate-85 py-2.5 tablet:grid-cols-[14rem_1fr_1fr_1fr]"
          >
            <span className="minore tabular-nums">{formatIstante(quandoAt, "lungo")}</span>
            <strong className="break-words">{chi}</strong>
            <span>{cosaAperta(ta, cosa, rapporto)}</span>
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
