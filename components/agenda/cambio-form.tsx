"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { ActionForm } from "@/components/ui/action-form";
import type { FormState } from "@/lib/actions/form-state";
import type { Mostrati } from "@/lib/appuntamenti/agenda/cambi/types";

export type TestiColpiti = Record<
  "titolo" | "testo" | "cambiato" | "proposte" | "nessuna" | "conferma" | "lascia",
  string
>;

type Props = {
  action: (previous: FormState<Mostrati>, formData: FormData) => Promise<FormState<Mostrati>>;
  titolo: string;
  testi: TestiColpiti;
  /** Where one goes on who changes nothing. */
  torna: string;
  className?: string;
  children: ReactNode;
};

/** A form that changes an agenda: it shows first which appuntamenti that hits. */
export function CambioForm({ testi, torna, children, ...form }: Props) {
  return (
    <ActionForm
      {...form}
      mostra={(dati, values) => <Colpiti dati={dati} values={values} testi={testi} torna={torna} />}
    >
      {children}
    </ActionForm>
  );
}

type ColpitiProps = Pick<Props, "testi" | "torna"> & { dati: Mostrati; values: Record<string, string> };

function Colpiti({ dati, values, testi: t, torna }: ColpitiProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is to be read anew
  useEffect(() => heading.current?.focus(), [dati]);
  return (
    <div className="scheda-evidenza mt-6">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="visti" value={dati.visti} />
      <h2 ref={heading} tabIndex={-1} className="outline-none">
        {t.titolo.replace("{n}", String(dati.colpiti.length))}
      </h2>
      {dati.cambiato && (
        <p role="alert" className="mt-2 font-semibold text-red-37">
          {t.cambiato}
        </p>
      )}
      <p className="mt-2 max-w-text">{t.testo}</p>
      <ul className="mt-5 grid gap-3">
        {dati.colpiti.map(({ numero, datore, quando, esperto, proposte }) => (
          <li key={numero} className="scheda grid gap-x-8 gap-y-3 tablet:grid-cols-2">
            <div className="min-w-0">
              <p className="font-bold first-letter:uppercase">{quando}</p>
              <p className="break-words">
                <a href={`/sede/appuntamenti/${numero}`} className="collegamento">
                  {datore}
                </a>
              </p>
              <p className="minore">
                {numero}, {esperto}
              </p>
            </div>
            <div className="min-w-0">
              <p className="minore">{proposte.length > 0 ? t.proposte : t.nessuna}</p>
              <ul>
                {proposte.map((proposta) => (
                  <li key={proposta} className="first-letter:uppercase">
                    {proposta}
                  </li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ul>
      <div className="mt-6 flex flex-wrap gap-3">
        <button type="submit" className="bottone">
          {t.conferma}
        </button>
        <a href={torna} className="bottone bottone-secondario">
          {t.lascia}
        </a>
      </div>
    </div>
  );
}
