import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import type { ModoAppuntamento } from "@/db/schema/agenda";
import { formatIstante } from "@/lib/dates";

export type Alternativa = { modo: ModoAppuntamento; inizio: Date; sede: string; href: string };

type Props = {
  modo: ModoAppuntamento;
  giorni: number;
  /** The name of the one sede that was asked for; null: all were. */
  sede: string | null;
  /** Other ways and sedi, each with its first time. */
  alternative: Alternativa[];
};

/** Nothing is free: why, and where there is something. */
export function NessunOrario({ modo, giorni, sede, alternative }: Props) {
  const t = useTranslations("appuntamenti");
  const comune = { giorni, modo: t(`modi.${modo}`).toLowerCase() };
  return (
    <section className="scheda mt-7 max-w-text">
      <h2>{t("prenota.quando.nessuno")}</h2>
      <p className="mt-1">
        {sede
          ? t("prenota.quando.nessunoInSede", { ...comune, sede })
          : t("prenota.quando.nessunoTesto", comune)}
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
    </section>
  );
}
