"use client";
import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { INITIAL } from "@/lib/actions/form-state";
import { cambiaPinAction } from "@/lib/utenti/actions";

type Testi = Record<"attuale" | "nuovo" | "ripetuto" | "regole" | "salva" | "riepilogo" | "vai", string>;

export function CambiaPinForm({ testi }: { testi: Testi }) {
  const [state, action, pending] = useActionState(cambiaPinAction, INITIAL);
  if (state.fatto) {
    return (
      <div className="scheda-evidenza mt-6" role="status">
        <p className="font-semibold">{state.fatto}</p>
        <a href="/cassetto" className="bottone mt-4">
          {testi.vai}
        </a>
      </div>
    );
  }
  const field = { type: "password", maxLength: 16, className: "max-w-50 tracking-widest" } as const;
  return (
    <form action={action} noValidate className="max-w-md">
      <ErrorSummary state={state} titolo={testi.riepilogo} />
      <Field
        {...field}
        name="pin"
        label={testi.attuale}
        error={state.fieldErrors?.pin}
        autoComplete="current-password"
      />
      <Field
        {...field}
        name="nuovo"
        label={testi.nuovo}
        hint={testi.regole}
        error={state.fieldErrors?.nuovo}
        autoComplete="new-password"
      />
      <Field
        {...field}
        name="ripetuto"
        label={testi.ripetuto}
        error={state.fieldErrors?.ripetuto}
        autoComplete="new-password"
      />
      <button type="submit" aria-disabled={pending} className="bottone mt-7">
        {testi.salva}
      </button>
    </form>
  );
}
