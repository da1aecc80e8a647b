"use client";
import { CircleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import type { FormState } from "@/lib/actions/form-state";

type Props = {
  state: Pick<FormState, "fieldErrors" | "formError" | "dettagli">;
  titolo: string;
  prefisso?: string;
};

/** What went wrong, on top of the form, with a link to each field; takes the focus when it appears. */
export function ErrorSummary({ state, titolo, prefisso = "" }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const fields = Object.entries(state.fieldErrors ?? {});
  const wrong = Boolean(state.formError) || fields.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is a new state, even with equal words
  useEffect(() => {
    if (wrong) box.current?.focus();
  }, [state]);
  if (!wrong) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="mt-5 flex gap-3 rounded-xl border border-red-80 border-s-6 border-s-red-44 bg-white p-4"
    >
      <CircleAlert aria-hidden size={24} className="mt-0.5 shrink-0 text-red-44" />
      <div className="min-w-0">
        {state.formError ? (
          <>
            <p className={state.dettagli ? "font-semibold" : undefined}>{state.formError}</p>
            {state.dettagli && (
              <ul className="mt-1 grid list-disc gap-2 ps-5">
                {state.dettagli.map((dettaglio) => (
                  <li key={dettaglio} className="break-words">
                    {dettaglio}
                  </li>
                ))}
              </ul>
            )}
          </>
        ) : (
          <>
            <p className="font-semibold">{titolo}</p>
            <ul>
              {fields.map(([name, message]) => (
                <li key={name}>
                  <a href={`#${prefisso}${name}`} className="collegamento">
                    {message}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}
