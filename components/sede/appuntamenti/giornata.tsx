import { useTranslations } from "next-intl";
import { Empty } from "@/components/ui/empty";
import type { Scelta } from "@/lib/appuntamenti/giornata/input";
import type { InGiornata } from "@/lib/appuntamenti/giornata/queries";
import { contaMomenti, scegli } from "@/lib/appuntamenti/giornata/rules";
import { formatData } from "@/lib/dates";
import { indirizzoGiornata, queryGiornata } from "./indirizzo-giornata";
import { RigaGiornata } from "./riga-giornata";

type Props = {
  giornata: InGiornata[];
  scelta: Scelta & { data: string };
  adesso: Date;
  now: Date;
  oggi: string;
};

/** The appuntamenti of a day by the hour, and how many stand where. */
export function Giornata({ giornata, scelta, adesso, now, oggi }: Props) {
  const t = useTranslations("appuntamenti.giornata");
  const esperto = scelta.esperto === "tutti" ? null : scelta.esperto;
  const suoi = esperto === null ? giornata : giornata.filter((riga) => riga.esperto === esperto);
  const mostrati = scegli(giornata, esperto, scelta.stato);
  const filtrato = esperto !== null || scelta.stato !== null;
  return (
    <>
      {suoi.length > 0 && (
        <ul aria-label={t("conti")} className="mt-6 flex flex-wrap gap-x-5 gap-y-1">
          {contaMomenti(suoi).map(({ momento, quanti }) => (
            <li key={momento}>
              <a
                href={indirizzoGiornata({ ...scelta, stato: momento })}
                className="inline-flex min-h-11 items-center gap-1.5"
              >
                <span className="font-bold tabular-nums">{quanti}</span>
                {t(`contati.${momento}`, { n: quanti })}
              </a>
            </li>
          ))}
        </ul>
      )}
      {mostrati.length === 0 ? (
        <Empty
          titolo={t(filtrato ? "nessunoFiltrato" : "nessuno", { data: formatData(scelta.data, "esteso") })}
        >
          {filtrato && giornata.length > 0 && (
            <a href={indirizzoGiornata({ data: scelta.data, esperto: "tutti" })} className="collegamento">
              {t("vediTutti")}
            </a>
          )}
        </Empty>
      ) : (
        <ol className="mt-4 border-t border-slate-85">
          {mostrati.map((riga) => (
            <RigaGiornata
              key={riga.id}
              riga={riga}
              adesso={adesso}
              now={now}
              oggi={oggi}
              da={queryGiornata(scelta)}
            />
          ))}
        </ol>
      )}
    </>
  );
}
