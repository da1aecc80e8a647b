import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import type { ModoAppuntamento } from "@/db/schema/agenda";
import type { PercheNessuno } from "@/lib/appuntamenti/orari/queries";
import { formatIstante } from "@/lib/dates";
import type { SedeScelta } from "./scelta";

export type Alternativa = { modo: ModoAppuntamento; inizio: Date; sede: string; href: string };

type Props = {
  modo: ModoAppuntamento;
  giorni: number;
  /** Null: it was not looked into. */
  perche: PercheNessuno | null;
  sedi: (SedeScelta & { telefono: string | null })[];
  /** The one that was asked for; null: all were. */
  sede: string | null;
  /** Other ways and sedi, each with its first time. */
  alternative: Alternativa[];
};

/** Nothing is free: why, and where there is something. */
export function NessunOrario({ modo, giorni, perche, sedi, sede, alternative }: Props) {
  const t = useTranslations("appuntamenti");
  const chieste = sede ? sedi.filter(({ codice }) => codice === sede) : sedi;
  const dove = t(`prenota.quando.${sede ? "inSede" : "inNessuna"}`, {
    sede: chieste[0]?.denominazione ?? "",
  });
  const daChiamare = chieste.flatMap(({ denominazione, telefono }) =>
    telefono ? [{ denominazione, telefono }] : [],
  );
  return (
    <section className="scheda mt-7 max-w-text">
      <h2>{t("prenota.quando.nessuno")}</h2>
      <p className="mt-1">
        {t(`prenota.quando.perche.${perche ?? "tutti_presi"}`, {
          ...{ giorni, dove, modo: t(`modi.${modo}`).toLowerCase() },
        })}
      </p>
      {alternative.length > 0 && (
        <>
          <p className="mt-4 font-semibold">{t("prenota.quando.invece")}</p>
          <ul className="mt-2 grid gap-3">
            {alternative.map(({ modo: altro, inizio, sede: dove, href }) => (
              <li key={href} className="grid">
                <ButtonLink href={href} secondario>
                  {t("prenota.quando.alternativa", {
                    modo: t(`modi.${altro}`),
                    quando: formatIstante(inizio, "esteso"),
                    sede: dove,
                  })}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </>
      )}
      {daChiamare.length > 0 && (
        <>
          <p className="mt-4 font-semibold">{t("prenota.quando.telefona")}</p>
          <ul className="mt-2">
            {daChiamare.map(({ denominazione, telefono }) => (
              <li key={denominazione}>
                {`${denominazione}: `}
                <a href={`tel:${telefono.replace(/[^+\d]/g, "")}`} className="collegamento">
                  {telefono}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
