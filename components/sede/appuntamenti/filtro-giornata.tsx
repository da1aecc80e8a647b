import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import type { Scelta } from "@/lib/appuntamenti/giornata/input";
import { MOMENTI } from "@/lib/appuntamenti/giornata/rules";
import { addDays, formatData } from "@/lib/dates";
import { indirizzoGiornata } from "./indirizzo-giornata";

type Props = {
  /** With the day and the esperto that are shown, whatever stands in the address. */
  scelta: Scelta & { data: string };
  esperti: { id: string; nome: string }[];
  /** The viewer, if they are an esperto. */
  io: string | null;
  oggi: string;
};

/** Which day, whose, in which state: plain links and a form by GET. */
export function FiltroGiornata({ scelta, esperti, io, oggi }: Props) {
  const t = useTranslations("appuntamenti.giornata");
  const { data, esperto, stato } = scelta;
  const giorni = [
    [addDays(data, -1), "prima", ChevronLeft],
    [addDays(data, 1), "dopo", ChevronRight],
  ] as const;
  const altri = esperti.filter(({ id }) => id !== io);
  return (
    <div className="print:hidden">
      <nav aria-label={t("giorni")} className="mt-6 flex flex-wrap gap-2">
        {giorni.map(([giorno, quale, Segno]) => (
          <a
            key={quale}
            href={indirizzoGiornata({ ...scelta, data: giorno })}
            aria-label={t(`${quale}Di`, { data: formatData(giorno, "esteso") })}
            className={`bottone bottone-secondario ${quale === "dopo" ? "flex-row-reverse" : ""}`}
          >
            <Segno aria-hidden size={20} className="shrink-0" />
            {t(quale)}
          </a>
        ))}
        {data !== oggi && (
          <a href={indirizzoGiornata({ ...scelta, data: null })} className="bottone bottone-secondario">
            {t("oggi")}
          </a>
        )}
      </nav>
      <search>
        <form action="/sede/appuntamenti" className="mt-4 flex flex-wrap items-end gap-3">
          <div>
            <label htmlFor="data" className="block text-base font-semibold">
              {t("data")}
            </label>
            <input id="data" name="data" type="date" defaultValue={data} className="campo mt-1 tablet:w-48" />
          </div>
          <SelectField
            name="esperto"
            label={t("esperto")}
            value={esperto ?? "tutti"}
            options={[
              ...(io ? [[io, t("miei")] as const] : []),
              ["tutti", t("tutti")],
              ...altri.map(({ id, nome }) => [id, nome] as const),
            ]}
          />
          <SelectField
            name="stato"
            label={t("stato")}
            value={stato ?? ""}
            options={[
              ["", t("statoTutti")],
              ...MOMENTI.map((momento) => [momento, t(`momenti.${momento}`, { modo: "" })] as const),
            ]}
          />
          <button type="submit" className="bottone bottone-secondario">
            {t("mostra")}
          </button>
        </form>
      </search>
    </div>
  );
}
