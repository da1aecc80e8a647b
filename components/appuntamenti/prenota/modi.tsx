import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { SegnoModo } from "@/components/appuntamenti/segno-modo";
import type { ModoAppuntamento } from "@/db/schema/agenda";
import { formatIstante } from "@/lib/dates";
import type { Voce } from "./nomi";

export type PrimoOrario = {
  modo: ModoAppuntamento;
  /** Null: nothing is free in this way. */
  primo: { inizio: Date; sede: string } | null;
};

type Props = { voce: Voce; primi: PrimoOrario[]; indirizzo: (modo: ModoAppuntamento) => string };

/** The ways in which one can meet an esperto, each with the first time that is free. */
export function Modi({ voce, primi, indirizzo }: Props) {
  const t = useTranslations("appuntamenti");
  return (
    <ul className="mt-6 grid gap-3">
      {primi.map(({ modo, primo }) => {
        return (
          <li key={modo}>
            <a
              href={indirizzo(modo)}
              className="scheda flex min-h-18 items-center gap-4 no-underline hover:border-blue-40 hover:bg-blue-97"
            >
              <SegnoModo modo={modo} size={28} />
              <span className="min-w-0 flex-1">
                <span className="block text-xl font-semibold underline underline-offset-4">
                  {t(`modi.${modo}`)}
                </span>
                <span className="minore block">{t(`${voce}.come.${modo}`)}</span>
                <span className={`mt-1 block ${primo ? "font-semibold text-slate-20" : "text-slate-36"}`}>
                  {primo
                    ? t("prenota.come.primo", {
                        quando: formatIstante(primo.inizio, "esteso"),
                        sede: primo.sede,
                      })
                    : t(`${voce}.come.nessuno`)}
                </span>
              </span>
              <ChevronRight aria-hidden size={24} className="shrink-0" />
            </a>
          </li>
        );
      })}
    </ul>
  );
}
