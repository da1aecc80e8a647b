import { useTranslations } from "next-intl";
import { keyOf, useParole } from "@/components/posizioni/da-sistemare";
import { StatoRapporto } from "@/components/rapporti/stato-rapporto";
import { ButtonLink } from "@/components/ui/button-link";
import { formatIndirizzo } from "@/components/ui/indirizzo";
import { formatData } from "@/lib/dates";
import { formatEuro } from "@/lib/money";
import type { ContributoElencato, VersamentoElencato } from "@/lib/pagamenti/queries";
import { anomalie, situazioni, totali } from "@/lib/pagamenti/rules";
import type { getAnagrafica } from "@/lib/posizioni/queries";
import type { RapportoElencato } from "@/lib/rapporti/queries";

type Anagrafica = Awaited<ReturnType<typeof getAnagrafica>>[number];
type Props = {
  /** What is being worked on: a quesito, an appuntamento. */
  di: { posizioneId: string; rapporto: string | null };
  anagrafica: Anagrafica;
  rapporti: RapportoElencato[];
  contributi: ContributoElencato[];
  versamenti: VersamentoElencato[];
  oggi: string;
};

const ULTIMI = 5;

/** What of the datore's drawer helps to answer, for reading only; the rest is one step away. */
export function RiepilogoCassetto({ di, anagrafica, rapporti, contributi, versamenti, oggi }: Props) {
  const t = useTranslations("sede.quesito.cassetto");
  const ta = useTranslations("anagrafica");
  const tr = useTranslations("rapporti");
  const tq = useTranslations("sede.quesito");
  const { soggetto, sede } = anagrafica;
  const tutte = situazioni(contributi, versamenti, oggi);
  const conti = totali(tutte, versamenti, oggi);
  const daSistemare = anomalie(tutte, rapporti);
  const rapporto = rapporti.find(({ codice }) => codice === di.rapporto);
  const base = `/cassetto/${di.posizioneId}`;
  const ultimi = [...versamenti].sort((a, b) => (a.data < b.data ? 1 : -1)).slice(0, ULTIMI);
  const righe = [
    [ta("codiceFiscale"), soggetto.codiceFiscale],
    [ta("indirizzo"), formatIndirizzo(soggetto)],
    [ta("cellulare"), soggetto.cellulare],
    [ta("telefono"), soggetto.telefono],
    [ta("email"), soggetto.email],
    [ta("sede"), sede.denominazione],
  ].filter(([, valore]) => valore);
  return (
    <aside aria-labelledby="cassetto" className="scheda min-w-0 text-base">
      <h2 id="cassetto" className="text-xl">
        {t("titolo")}
      </h2>
      <p className="minore">{t("testo")}</p>
      <h3 className="mt-4 text-lg break-words">
        {soggetto.nome} {soggetto.cognome}
      </h3>
      <dl className="mt-1 grid gap-1.5">
        {righe.map(([nome, valore]) => (
          <div key={nome} className="min-w-0">
            <dt className="text-slate-36">{nome}</dt>
            <dd className="font-semibold break-words">{valore}</dd>
          </div>
        ))}
      </dl>
      <ButtonLink href={base} secondario className="mt-4 w-full">
        {t("apri")}
      </ButtonLink>

      <h3 className="mt-6 text-lg">{t("rapporto")}</h3>
      {rapporto ? (
        <p className="mt-1">
          <StatoRapporto stato={rapporto.stato} />
          <span className="mt-1 block">
            <a
              href={`${base}/rapporti/${rapporto.codice}`}
              className="inline-flex min-h-11 items-center font-semibold"
            >
              {rapporto.nome} {rapporto.cognome}
            </a>
          </span>
          <span className="block text-slate-36">
            {tr("descrizione", {
              mansione: tr(`mansioni.${rapporto.mansione}`),
              livello: rapporto.livello,
              ore: rapporto.oreSettimanali,
            })}
            {", "}
            {rapporto.codice}
          </span>
        </p>
      ) : (
        <p>{tq("suPosizione")}</p>
      )}

      <h3 className="mt-6 text-lg">{t("daPagare")}</h3>
      <dl className="mt-1 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
        <dt>{t("scaduto")}</dt>
        <dd className={`numero font-semibold ${conti.daPagareScaduto > 0 ? "text-red-37" : ""}`}>
          {conti.daPagareScaduto > 0 ? formatEuro(conti.daPagareScaduto) : t("niente")}
        </dd>
        <dt>{t("inScadenza")}</dt>
        <dd className="numero font-semibold">
          {conti.inScadenza > 0 ? formatEuro(conti.inScadenza) : t("niente")}
        </dd>
      </dl>

      <h3 className="mt-6 text-lg">{t("daSistemare")}</h3>
      {daSistemare.length === 0 && <p>{t("nessunaAnomalia")}</p>}
      <ul className="mt-1 grid gap-1.5">
        {daSistemare.slice(0, ULTIMI).map((anomalia) => (
          <Anomalia key={keyOf(anomalia)} anomalia={anomalia} />
        ))}
      </ul>

      <h3 className="mt-6 text-lg">{t("ultimi")}</h3>
      {ultimi.length === 0 && <p>{t("nessunPagamento")}</p>}
      <ul className="mt-1 grid gap-1.5">
        {ultimi.map((versamento) => (
          <Pagamento key={versamento.identificativo} versamento={versamento} />
        ))}
      </ul>
    </aside>
  );
}

function Anomalia({ anomalia }: { anomalia: Parameters<typeof useParole>[0] }) {
  return <li className="border-s-4 border-orange-48 ps-3">{useParole(anomalia).titolo}</li>;
}

function Pagamento({ versamento }: { versamento: VersamentoElencato }) {
  const t = useTranslations("sede.quesito.cassetto");
  const tp = useTranslations("pagamenti");
  const { data, importo, anno, trimestre } = versamento;
  return (
    <li className="flex flex-wrap justify-between gap-x-4">
      <span className="tabular-nums">{formatData(data, "breve")}</span>
      <span className="tabular-nums">
        {t("pagamento", {
          importo: formatEuro(importo),
          trimestre: tp("trimestreAnno", { n: trimestre, anno: String(anno) }),
        })}
      </span>
    </li>
  );
}
