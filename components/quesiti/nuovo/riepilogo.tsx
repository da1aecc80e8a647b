import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatIndirizzo } from "@/components/ui/indirizzo";
import type { Sede } from "@/db/schema/sedi";
import type { AllegatoElencato } from "@/lib/allegati/queries";
import { formatByte } from "@/lib/allegati/rules";
import { formatData } from "@/lib/dates";
import type { BozzaElencata } from "@/lib/quesiti/bozze/queries";
import type { Tempi } from "@/lib/quesiti/queries";
import { nomeOggetto } from "../nomi";
import { TempiVeri } from "../tempi-veri";

type Props = {
  riga: BozzaElencata;
  allegati: AllegatoElencato[];
  sede: Sede;
  /** Null while there is no argomento: nobody can say by when. */
  termine: string | null;
  tempi: Tempi | null;
  /** `/cassetto/P/comunicazioni/nuova/ID`. */
  qui: string;
};

/** Everything that will be sent, to whom, and by when an answer may be expected. */
export function Riepilogo({ riga, allegati, sede, termine, tempi, qui }: Props) {
  const t = useTranslations("quesiti");
  const { quesito } = riga;
  return (
    <>
      <section className="scheda-evidenza mt-6">
        <h2>{t("riepilogo.aChi")}</h2>
        <p className="mt-1 text-xl font-bold">{sede.denominazione}</p>
        <p>{formatIndirizzo(sede)}</p>
        {!quesito && (
          <p className="minore mt-1">
            {t(riga.bozza.rapporto ? "riepilogo.sedeSpiega" : "riepilogo.sedeSpiegaPosizione")}
          </p>
        )}
        {termine && (
          <p className="mt-3 font-semibold">
            {t("riepilogo.rispostaEntro", { data: formatData(termine, "lungo") })}.
          </p>
        )}
        <TempiVeri tempi={tempi} />
        {quesito?.stato === "chiuso" && <p className="mt-2 font-semibold">{t("riepilogo.riapre")}</p>}
      </section>
      <section className="scheda mt-4">
        <h2>{t(quesito ? "riepilogo.messaggio" : "riepilogo.domanda")}</h2>
        <dl className="mt-2">
          <Argomento riga={riga} qui={qui} />
          <Parte nome={t("riepilogo.testo")} modifica={`${qui}/testo`}>
            <span className="block whitespace-pre-wrap break-words">
              {riga.bozza.testo.trim() || <Manca />}
            </span>
          </Parte>
          <Parte nome={t("riepilogo.allegati")} modifica={`${qui}/allegati`}>
            {allegati.length === 0 && t("riepilogo.nessunAllegato")}
            {allegati.map(({ id, nome, byte }) => (
              <span key={id} className="block break-all">
                {nome} <span className="minore">({formatByte(byte)})</span>
              </span>
            ))}
          </Parte>
        </dl>
      </section>
    </>
  );
}

function Argomento({ riga, qui }: Pick<Props, "riga" | "qui">) {
  const t = useTranslations("quesiti");
  const tp = useTranslations("pagamenti");
  const { bozza, quesito, argomento, categoria, lavoratore } = riga;
  const nome = nomeOggetto(t, quesito ? quesito.rapporto : bozza.rapporto, lavoratore);
  const trimestre =
    bozza.trimestre !== null && `, ${tp("trimestreAnno", { n: bozza.trimestre, anno: String(bozza.anno) })}`;
  return (
    <>
      <Parte nome={t("riepilogo.riguarda")} modifica={quesito ? undefined : qui}>
        {nome}
        {trimestre}
      </Parte>
      <Parte nome={t("riepilogo.argomento")} modifica={quesito ? undefined : qui}>
        {argomento ? (
          <>
            {argomento} <span className="minore block">{categoria}</span>
          </>
        ) : (
          <Manca />
        )}
      </Parte>
      <Parte nome={t("riepilogo.oggetto")} modifica={quesito ? undefined : `${qui}/testo`}>
        {quesito?.oggetto ?? (bozza.oggetto.length >= 3 ? bozza.oggetto : <Manca />)}
      </Parte>
    </>
  );
}

function Manca() {
  const t = useTranslations("quesiti.riepilogo");
  return <strong className="text-red-37">{t("mancante")}</strong>;
}

function Parte({ nome, modifica, children }: { nome: string; modifica?: string; children: ReactNode }) {
  const t = useTranslations("quesiti.riepilogo");
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 border-b border-slate-85 py-3 last:border-0">
      <dt className="minore w-32 shrink-0 pt-0.5">{nome}</dt>
      <dd className="min-w-0 flex-1 basis-60 break-words">{children}</dd>
      {modifica && (
        <dd className="-my-2.5 shrink-0">
          <a href={modifica} aria-label={t("modificaCosa", { cosa: nome })} className="collegamento">
            {t("modifica")}
          </a>
        </dd>
      )}
    </div>
  );
}
