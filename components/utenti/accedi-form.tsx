"use client";
import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { INITIAL } from "@/lib/actions/form-state";
import { accediAction } from "@/lib/utenti/actions";

type Testi = Record<
  "codiceFiscale" | "codiceFiscaleAiuto" | "pin" | "pinAiuto" | "accedi" | "riepilogo",
  string
>;

export function AccediForm({ testi, da }: { testi: Testi; da?: string }) {
  const [state, action, pending] = useActionState(accediAction, INITIAL);
  return (
    <form action={action} noValidate>
      <ErrorSummary state={state} titolo={testi.riepilogo} />
      {da && <input type="hidden" name="da" value={da} />}
      <Field
        name="codiceFiscale"
        label={testi.codiceFiscale}
        hint={testi.codiceFiscaleAiuto}
        error={state.fieldErrors?.codiceFiscale}
        defaultValue={state.values?.codiceFiscale}
        autoComplete="username"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        maxLength={24}
        className="max-w-80 uppercase tracking-wide"
      />
      <Field
        name="pin"
        type="password"
        label={testi.pin}
        hint={testi.pinAiuto}
        error={state.fieldErrors?.pin}
        autoComplete="current-password"
        maxLength={16}
        className="max-w-50 tracking-widest"
      />
      <button type="submit" aria-disabled={pending} className="bottone mt-7 min-w-40">
        {testi.accedi}
      </button>
    </form>
  );
}
