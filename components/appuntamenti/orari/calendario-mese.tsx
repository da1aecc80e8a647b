import { useTranslations } from "next-intl";
import { contaOrari, settimaneDi, type Vista } from "@/lib/appuntamenti/giorni/rules";
import { addDays, formatData } from "@/lib/dates";
import { nomeMese } from "./nomi";

type Props = { vista: Vista; indirizzo: (giorno: string) => string };

/** The month as on a wall calendar, on wide screens: days that have times are links. The list says the same. */
export function CalendarioMese({ vista, indirizzo }: Props) {
  const t = useTranslations("appuntamenti.prenota.quando");
  const quanti = new Map(vista.giorni.map((giorno) => [giorno.data, contaOrari(giorno)]));
  // 1 January 2024 was a Monday.
  const giorni = Array.from(
    { length: 7 },
    (_, n) => formatData(addDays("2024-01-01", n), "esteso").split(" ")[0],
  );
  return (
    <div className="scheda sticky top-6 max-desktop:hidden print:hidden">
      <table className="w-full table-fixed border-collapse text-center text-base">
        <caption className="mb-2 text-start text-lg font-bold">
          {t("calendario", { mese: nomeMese(vista.mese) })}
        </caption>
        <thead>
          <tr>
            {giorni.map((giorno) => (
              <th key={giorno} scope="col" abbr={giorno} className="!text-center font-semibold text-slate-36">
                <span aria-hidden>{giorno?.slice(0, 2)}</span>
                <span className="solo-lettori">{giorno}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {settimaneDi(vista.mese).map((settimana) => (
            <tr key={settimana.find(Boolean)}>
              {settimana.map((data, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a place of the week
                <td key={index} className="p-0.5">
                  {data && (
                    <Casella
                      data={data}
                      orari={quanti.get(data) ?? 0}
                      scelto={data === vista.giorno.data}
                      href={indirizzo(data)}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type CasellaProps = { data: string; orari: number; scelto: boolean; href: string };

function Casella({ data, orari, scelto, href }: CasellaProps) {
  const t = useTranslations("appuntamenti.prenota.quando");
  const giorno = Number(data.slice(8));
  if (orari === 0) return <span className="grid min-h-11 place-content-center text-slate-44">{giorno}</span>;
  return (
    <a
      href={href}
      aria-current={scelto ? "date" : undefined}
      aria-label={t("giornoConOrari", { data: formatData(data, "esteso"), n: orari })}
      className="grid min-h-11 place-content-center rounded bg-blue-97 font-bold hover:bg-blue-87 aria-[current]:bg-blue-40 aria-[current]:text-white"
    >
      {giorno}
    </a>
  );
}
