import { useTranslations } from "next-intl";
import { ScrollBox } from "@/components/ui/scroll-box";
import { type Misure, ore, percento, SETTIMANE, type Settimana } from "@/lib/appuntamenti/capacita/rules";
import { addDays, formatData } from "@/lib/dates";
import { GraficoBarre } from "./grafico-barre";

/** Planned, asked for and used, week by week: the last eight, and eight from this one on. */
export function Capacita({ settimane }: { settimane: Settimana[] }) {
  const t = useTranslations("appuntamenti.capacita");
  return (
    <>
      <Periodo id="prossime" titolo={t("prossime")} settimane={settimane.slice(SETTIMANE)} />
      <Periodo id="passate" titolo={t("passate")} settimane={settimane.slice(0, SETTIMANE)} usate />
    </>
  );
}

type PeriodoProps = { id: string; titolo: string; settimane: Settimana[]; usate?: boolean };

function Periodo({ id, titolo, settimane, usate = false }: PeriodoProps) {
  const t = useTranslations("appuntamenti.capacita");
  const quota = (parte: number, tutto: number) => {
    const n = percento(parte, tutto);
    return n === null ? t("niente") : t("percento", { n });
  };
  return (
    <section className="sezione" aria-labelledby={id}>
      <h2 id={id}>{titolo}</h2>
      <GraficoBarre
        serie={[
          { nome: t("colonne.previsti"), segno: "vuoto" },
          { nome: t("colonne.prenotati"), segno: "chiaro" },
          ...(usate ? [{ nome: t("colonne.usati"), segno: "pieno" } as const] : []),
        ]}
        gruppi={settimane.map(({ lunedi, previsti, prenotati, usati }) => ({
          nome: formatData(lunedi, "giornoMese"),
          valori: [previsti, prenotati, ...(usate ? [usati] : [])].map((minuti) => ore(minuti) || null),
        }))}
      />
      <ScrollBox nome={titolo}>
        <table className="tabella mt-6">
          <caption className="pb-2 text-start text-lg font-semibold">{t("tabella", { titolo })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("colonne.settimana")}</th>
              {(["previsti", "prenotati", "quota", "usati", "quanti", "nonPresentati"] as const).map(
                (colonna) => (
                  <th key={colonna} scope="col" className="text-end">
                    {t(`colonne.${colonna}`)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {settimane.map((settimana) => (
              <tr key={settimana.lunedi}>
                <th scope="row" className="font-normal! whitespace-nowrap">
                  {t("dalAl", {
                    dal: formatData(settimana.lunedi, "giornoMese"),
                    al: formatData(addDays(settimana.lunedi, 6), "breve"),
                  })}
                </th>
                <td className="numero">{t("ore", { n: ore(settimana.previsti) })}</td>
                <td className="numero">{t("ore", { n: ore(settimana.prenotati) })}</td>
                <td className="numero">{quota(settimana.prenotati, settimana.previsti)}</td>
                <td className="numero">{t("ore", { n: ore(settimana.usati) })}</td>
                <td className="numero">{settimana.quanti}</td>
                <td className="numero">{settimana.nonPresentati}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

type PerMotivoProps = { motivi: (Misure & { motivo: string })[]; nomi: Map<string, string> };

/** What people come for, and how often they do not. */
export function CapacitaPerMotivo({ motivi, nomi }: PerMotivoProps) {
  const t = useTranslations("appuntamenti.capacita");
  return (
    <section className="sezione" aria-labelledby="motivi">
      <h2 id="motivi">{t("perMotivo")}</h2>
      <p className="minore max-w-text">{t("perMotivoTesto")}</p>
      {motivi.length === 0 ? (
        <p className="mt-3 font-semibold">{t("nessuno")}</p>
      ) : (
        <ScrollBox nome={t("perMotivo")}>
          <table className="tabella mt-4">
            <thead>
              <tr>
                <th scope="col">{t("colonne.motivo")}</th>
                {(["quanti", "tenuti", "nonPresentati", "annullati", "prenotati"] as const).map((colonna) => (
                  <th key={colonna} scope="col" className="text-end">
                    {t(`colonne.${colonna}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {motivi.map(({ motivo, quanti, tenuti, nonPresentati, annullati, prenotati }) => (
                <tr key={motivo}>
                  <th scope="row" className="min-w-48 font-normal! break-words">
                    {nomi.get(motivo) ?? motivo}
                  </th>
                  <td className="numero">{quanti}</td>
                  <td className="numero">{tenuti}</td>
                  <td className="numero">{nonPresentati}</td>
                  <td className="numero">{annullati}</td>
                  <td className="numero">{t("ore", { n: ore(prenotati) })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}
