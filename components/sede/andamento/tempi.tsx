import { useTranslations } from "next-intl";
import { Empty } from "@/components/ui/empty";
import { ScrollBox } from "@/components/ui/scroll-box";
import { SelectField } from "@/components/ui/select-field";
import type { Tempi as Misure, TempiDellaCategoria, TempiDelMese } from "@/lib/quesiti/andamento/queries";
import { GraficoBarre } from "./grafico-barre";

type Props = { mesi: TempiDelMese[]; categorie: TempiDellaCategoria[]; categoria: string | null };

/** How long answers took, month by month and by categoria. */
export function Tempi({ mesi, categorie, categoria }: Props) {
  const t = useTranslations("sede.andamento");
  const nome = categorie.find(({ codice }) => codice === categoria)?.nome ?? t("tutte");
  const nessuno = mesi.every(({ risposte }) => risposte === 0);
  const titolo = t("perMese", { categoria: nome });
  return (
    <section className="sezione" aria-labelledby="tempi">
      <h2 id="tempi">{t("tempi")}</h2>
      <p className="minore max-w-text">{t("tempiTesto")}</p>
      <form action="/sede/andamento#tempi" className="mt-4 flex flex-wrap items-end gap-3 print:hidden">
        <SelectField
          name="categoria"
          label={t("categoria")}
          value={categoria ?? ""}
          options={[["", t("tutte")], ...categorie.map(({ codice, nome }) => [codice, nome] as const)]}
        />
        <button type="submit" className="bottone bottone-secondario">
          {t("mostra")}
        </button>
      </form>
      {nessuno ? (
        <Empty titolo={t("nessunTempo")} />
      ) : (
        <>
          <GraficoBarre
            serie={[
              { nome: t("colonneTempi.mediana"), segno: "pieno" },
              { nome: t("colonneTempi.novanta"), segno: "vuoto" },
            ]}
            gruppi={mesi.map(({ mese, mediana, novanta }) => ({
              nome: `${mese.slice(5, 7)}/${mese.slice(2, 4)}`,
              valori: [mediana, novanta],
            }))}
          />
          <Tabella
            titolo={titolo}
            prima={t("colonneTempi.mese")}
            righe={mesi.map((riga) => [nomeMese(riga.mese), riga])}
          />
        </>
      )}
      <Tabella
        titolo={t("perCategoria")}
        prima={t("colonneTempi.categoria")}
        righe={categorie.map((riga) => [riga.nome, riga])}
      />
    </section>
  );
}

type TabellaProps = { titolo: string; prima: string; righe: [string, Misure][] };

function Tabella({ titolo, prima, righe }: TabellaProps) {
  const t = useTranslations("sede.andamento");
  const giorni = (n: number | null) => (n === null ? t("niente") : t("giorni", { n }));
  return (
    <ScrollBox nome={titolo}>
      <table className="tabella mt-8">
        <caption className="pb-2 text-start text-lg font-semibold">{titolo}</caption>
        <thead>
          <tr>
            <th scope="col">{prima}</th>
            {(["risposte", "mediana", "novanta"] as const).map((colonna) => (
              <th key={colonna} scope="col" className="text-end">
                {t(`colonneTempi.${colonna}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {righe.map(([nome, { risposte, mediana, novanta }]) => (
            <tr key={nome}>
              <th scope="row" className="font-normal!">
                {nome}
              </th>
              <td className="numero">{risposte}</td>
              <td className="text-end tabular-nums">{giorni(mediana)}</td>
              <td className="text-end tabular-nums">{giorni(novanta)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

const mese = new Intl.DateTimeFormat("it-IT", { month: "long", year: "numeric", timeZone: "UTC" });
const nomeMese = (data: string) => mese.format(new Date(`${data}T00:00:00Z`));
