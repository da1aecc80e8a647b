import { Ban, KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { Empty } from "@/components/ui/empty";
import { SearchForm } from "@/components/ui/search-form";
import { SelectField } from "@/components/ui/select-field";
import { Tag } from "@/components/ui/tag";
import { formatIstante } from "@/lib/dates";
import { type CercaUtenti, FILTRI_UTENTI } from "@/lib/utenti/gestione/input";
import type { SchedaUtente } from "@/lib/utenti/gestione/queries";
import { nomeUtente, useNomeProfilo } from "./nomi";

type Props = {
  utenti: SchedaUtente[];
  scelta: CercaUtenti;
  /** Too many people answer to the words: only those of the institute were looked through. */
  troppoComune: boolean;
  altri: string | null;
};

/** Users by name, each with the way to their page. */
export function ElencoUtenti({ utenti, scelta: { cerca, filtro }, troppoComune, altri }: Props) {
  const t = useTranslations("utenti.gestione");
  const tc = useTranslations("comune");
  const titolo = cerca ? "trovati" : (filtro ?? "istituto");
  return (
    <section aria-labelledby="elenco">
      <SearchForm
        azione="/amministrazione/utenti"
        cerca={cerca}
        testi={{ cerca: t("cerca"), filtra: t("trova"), azzera: t("azzera") }}
        filtrato={cerca !== "" || filtro !== null}
      >
        <SelectField
          name="filtro"
          label={t("filtro")}
          value={filtro ?? ""}
          options={[
            ["", t("tutti")],
            ...FILTRI_UTENTI.map((chiave) => [chiave, t(`filtri.${chiave}`)] as const),
          ]}
          className="tablet:w-60"
        />
      </SearchForm>
      <h2 id="elenco" className="mt-9">
        {t(`elenco.${titolo}`)}
      </h2>
      {troppoComune && <p className="scheda-evidenza mt-3 max-w-text">{t("troppoComune")}</p>}
      {utenti.length === 0 && <Nessuno cerca={cerca} filtro={filtro} />}
      <ul className="mt-4 border-t border-slate-85 empty:hidden">
        {utenti.map((utente) => (
          <Riga key={utente.id} utente={utente} />
        ))}
      </ul>
      {altri && (
        <a href={altri} className="collegamento mt-4 non-stampare">
          {tc("successivi")}
        </a>
      )}
    </section>
  );
}

function Nessuno({ cerca, filtro }: Pick<CercaUtenti, "cerca" | "filtro">) {
  const t = useTranslations("utenti.gestione");
  if (cerca) return <Empty titolo={t("nessuno")}>{t("nessunoTesto")}</Empty>;
  if (filtro === "intermediari")
    return <Empty titolo={t("cercaIntermediari")}>{t("cercaIntermediariTesto")}</Empty>;
  return <Empty titolo={t("nessunoFiltro")} />;
}

function Riga({ utente }: { utente: SchedaUtente }) {
  const t = useTranslations("utenti.gestione");
  const nomeProfilo = useNomeProfilo();
  const { id, codiceFiscale, pinIniziale, sospesoAt, ultimoAccesso, profili } = utente;
  const chi = nomeUtente(utente);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-slate-85 py-4">
      <div className="min-w-0 flex-1 basis-72">
        <h3 className="text-lg break-words">{chi}</h3>
        <p className="minore">{codiceFiscale === chi ? t("senzaNome") : codiceFiscale}</p>
        <ul className="mt-1">
          {profili.map((profilo) => (
            <li key={profilo.id} className="break-words">
              {nomeProfilo(profilo)}
            </li>
          ))}
          {profili.length === 0 && <li className="minore">{t("nessunProfilo")}</li>}
        </ul>
        <p className="minore mt-1">
          {ultimoAccesso
            ? t("ultimoAccessoIl", { quando: formatIstante(ultimoAccesso, "lungo") })
            : t("maiEntratoBreve")}
        </p>
        <Segni sospeso={sospesoAt !== null} pinIniziale={pinIniziale} />
      </div>
      <a
        href={`/amministrazione/utenti/${id}`}
        aria-label={t("apriDi", { chi })}
        className="bottone bottone-secondario print:hidden"
      >
        {t("apri")}
      </a>
    </li>
  );
}

/** What is not as usual. */
export function Segni({ sospeso, pinIniziale }: { sospeso: boolean; pinIniziale: boolean }) {
  const t = useTranslations("utenti.gestione");
  if (!sospeso && !pinIniziale) return null;
  return (
    <p className="mt-1.5 flex flex-wrap gap-3">
      {sospeso && (
        <Tag tono="rosso" icon={Ban}>
          {t("sospeso")}
        </Tag>
      )}
      {pinIniziale && (
        <Tag tono="arancio" icon={KeyRound}>
          {t("pinIniziale")}
        </Tag>
      )}
    </p>
  );
}
