"use client";
import { FolderOpen, Search } from "lucide-react";
import { useActionState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Empty } from "@/components/ui/empty";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { apriPosizioneAction, cercaPosizioniAction } from "@/lib/posizioni/ricerca/actions";
import type { PosizioneTrovata } from "@/lib/posizioni/ricerca/types";

export type TestiRicerca = Record<
  | "riepilogo"
  | "avviso"
  | "cerca"
  | "motivo"
  | "motivoAiuto"
  | "bottone"
  | "nessunaTesto"
  | "massimo"
  | "codiceFiscale"
  | "comune"
  | "sede"
  | "apri"
  | "apriDi",
  string
> & {
  /** By how many there are. */
  trovate: string[];
};

/** Searches by POST and shows below what was found: neither stands in an address. The reason opens the drawer, too. */
export function CercaPosizioni({ testi: t }: { testi: TestiRicerca }) {
  const [state, action] = useActionState(cercaPosizioniAction, {});
  const { fieldErrors, values, dati } = state;
  return (
    <>
      <form action={action} noValidate className="scheda mt-7 print:hidden">
        <p>{t.avviso}</p>
        <ErrorSummary state={{ fieldErrors, formError: state.formError }} titolo={t.riepilogo} />
        <div key={JSON.stringify(values)} className="grid gap-x-6 desktop:grid-cols-2">
          <Field
            name="cerca"
            label={t.cerca}
            error={fieldErrors?.cerca}
            defaultValue={values?.cerca}
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
          />
          <Field
            name="motivo"
            label={t.motivo}
            hint={t.motivoAiuto}
            error={fieldErrors?.motivo}
            defaultValue={values?.motivo}
            maxLength={300}
            autoComplete="off"
          />
        </div>
        <button type="submit" className="bottone mt-5">
          <Search aria-hidden size={20} />
          {t.bottone}
        </button>
      </form>
      {dati && <Trovate trovate={dati} motivo={values?.motivo ?? ""} testi={t} />}
    </>
  );
}

type TrovateProps = { trovate: PosizioneTrovata[]; motivo: string; testi: TestiRicerca };

function Trovate({ trovate, motivo, testi: t }: TrovateProps) {
  const titolo = t.trovate[trovate.length] ?? "";
  if (trovate.length === 0) {
    return (
      <div role="status">
        <Empty titolo={titolo}>{t.nessunaTesto}</Empty>
      </div>
    );
  }
  return (
    <section className="sezione" aria-labelledby="trovate">
      <h2 id="trovate" role="status">
        {titolo}
      </h2>
      {trovate.length === t.trovate.length - 1 && <p className="minore">{t.massimo}</p>}
      <ul className="mt-4 grid gap-3">
        {trovate.map(({ posizione, nome, cognome, codiceFiscale, comune, sede }) => (
          <li
            key={posizione}
            className="scheda flex flex-col gap-4 tablet:flex-row tablet:items-center tablet:justify-between"
          >
            <div className="min-w-0">
              <h3 className="break-words">
                {cognome} {nome}
              </h3>
              <p className="minore">
                {t.codiceFiscale}: {codiceFiscale}
                {comune && (
                  <>
                    <br />
                    {t.comune}: {comune}
                  </>
                )}
                <br />
                {t.sede}: {sede}
              </p>
            </div>
            <ActionForm action={apriPosizioneAction} titolo={t.riepilogo}>
              <input type="hidden" name="posizione" value={posizione} />
              <input type="hidden" name="motivo" value={motivo} />
              <button
                type="submit"
                aria-label={t.apriDi.replace("{chi}", `${nome} ${cognome}`)}
                className="bottone bottone-secondario"
              >
                <FolderOpen aria-hidden size={20} />
                {t.apri}
              </button>
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
