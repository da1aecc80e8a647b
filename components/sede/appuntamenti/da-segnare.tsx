import { useTranslations } from "next-intl";
import type { DaSegnare as Riga } from "@/lib/appuntamenti/giornata/queries";
import { GIORNI_PER_SEGNARE } from "@/lib/appuntamenti/giornata/rules";
import { formatIstante } from "@/lib/dates";

/** What is over and nobody marked: how many, and where each is marked. */
export function DaSegnare({ daSegnare }: { daSegnare: Riga[] }) {
  const t = useTranslations("appuntamenti.giornata");
  if (daSegnare.length === 0) return null;
  return (
    <section className="scheda mt-6 border-s-6 border-s-orange-48 print:hidden" aria-labelledby="da-segnare">
      <h2 id="da-segnare">{t("daSegnare.titolo", { n: daSegnare.length })}</h2>
      <p className="mt-1 max-w-text">{t("daSegnare.testo", { giorni: GIORNI_PER_SEGNARE })}</p>
      <ul className="mt-2">
        {daSegnare.map(({ id, numero, inizioAt, datoreNome, espertoNome }) => (
          <li key={id}>
            <a
              href={`/sede/appuntamenti/${numero}#concludi`}
              className="inline-flex min-h-11 items-center break-words"
            >
              {t("daSegnare.riga", { quando: formatIstante(inizioAt, "esteso"), chi: datoreNome })}
            </a>{" "}
            <span className="minore">{t("con", { esperto: espertoNome })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
