import { useTranslations } from "next-intl";
import type { GiornoAgenda, VoceAgenda } from "@/lib/appuntamenti/agenda/rules";
import { type DataIso, dayOfWeek, formatData } from "@/lib/dates";
import { Cosa, chiaveDi, espertoDi, type Nomi, Ore, Stato } from "./voce-agenda";

type Props = {
  giorni: GiornoAgenda[];
  oggi: DataIso;
  /** Given, each thing says whose it is. */
  nomi: Nomi | null;
};

const FONDO: Record<VoceAgenda["tipo"], string> = {
  appuntamento: "border-s-4 border-blue-40 bg-blue-97",
  prenotazione: "border-s-4 border-slate-60 bg-slate-93",
  libero: "border border-dashed border-slate-60",
  assenza: "border-s-4 border-orange-44 bg-orange-87",
};

/** A week: one list for each day, side by side where there is room. */
export function SettimanaAgenda({ giorni, oggi, nomi }: Props) {
  const t = useTranslations("appuntamenti.agenda");
  const mostrati = giorni.filter(({ data, voci }) => dayOfWeek(data) <= 5 || voci.length > 0);
  return (
    <div
      className={`mt-7 grid gap-x-3 gap-y-8 print:mt-4 print:grid-cols-5 print:gap-x-2 ${COLONNE[mostrati.length]}`}
    >
      {mostrati.map(({ data, festa, voci }) => (
        <section key={data} aria-labelledby={`giorno-${data}`} className="min-w-0">
          <h2
            id={`giorno-${data}`}
            className={`border-b-2 pb-1.5 text-lg print:text-base ${
              data === oggi ? "border-blue-40 text-blue-30" : "border-slate-20"
            }`}
          >
            <span className="block first-letter:uppercase">{formatData(data, "esteso").split(" ")[0]}</span>
            <span className="block text-base font-normal">
              {formatData(data, "giornoMese")}
              {data === oggi && `, ${t("oggi")}`}
            </span>
          </h2>
          {festa && <p className="mt-3 font-semibold">{t("voci.festa", { nome: festa })}</p>}
          {!festa && voci.length === 0 && <p className="minore mt-3">{t("vuoto.breve")}</p>}
          <ul className="mt-3 grid gap-2">
            {voci.map((voce) => (
              <li key={chiaveDi(voce)} className={`min-w-0 rounded px-2.5 py-2 ${FONDO[voce.tipo]}`}>
                <p className="font-bold">
                  <Ore voce={voce} />
                </p>
                <div className="leading-snug">
                  <Cosa voce={voce} />
                </div>
                {nomi && <p className="minore">{espertoDi(voce, nomi)}</p>}
                {isNotevole(voce) && (
                  <div className="mt-1">
                    <Stato voce={voce} />
                  </div>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const COLONNE: Record<number, string> = {
  5: "desktop:grid-cols-5",
  6: "desktop:grid-cols-3 print:grid-cols-6",
  7: "desktop:grid-cols-4 print:grid-cols-7",
};

const isNotevole = (voce: VoceAgenda) =>
  voce.tipo === "appuntamento" &&
  (voce.appuntamento.stato !== "confermato" || voce.appuntamento.daSpostareAt !== null);
