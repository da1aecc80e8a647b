"use client";
import { createContext, type ReactNode, useActionState, useContext, useId } from "react";
import type { FormState } from "@/lib/actions/form-state";
import { ErrorSummary } from "./error-summary";
import { Field } from "./field";

const State = createContext<FormState>({});

type Props = {
  /** A server action: the form works without JavaScript too. */
  action: (previous: FormState, formData: FormData) => Promise<FormState>;
  /** Above the list of what is wrong. */
  titolo: string;
  className?: string;
  children: ReactNode;
};

/** A form with its errors on top, or what it came to; its fields find their own errors and values. */
export function ActionForm({ action, titolo, className, children }: Props) {
  const [state, formAction] = useActionState(action, {});
  return (
    <form action={formAction} noValidate className={className}>
      <ErrorSummary state={state} titolo={titolo} />
      {state.fatto && (
        <p role="status" className="scheda-evidenza mt-5 font-semibold">
          {state.fatto}
        </p>
      )}
      {/* A refused form shows again what was typed: React empties it after every submit. */}
      <State.Provider key={JSON.stringify(state.values)} value={state}>
        {children}
      </State.Provider>
    </form>
  );
}

type FieldProps = Omit<Parameters<typeof Field>[0], "error">;

/** A field of an ActionForm. */
export function FormField({ defaultValue, ...field }: FieldProps) {
  const { fieldErrors, values } = useContext(State);
  return (
    <Field {...field} error={fieldErrors?.[field.name]} defaultValue={values?.[field.name] ?? defaultValue} />
  );
}

type Choice = { value: string; label: string; hint?: string };
type ChoicesProps = { name: string; legend: string; choices: Choice[]; defaultValue?: string };

/** One of a few, each with what it means. */
export function FormChoices({ name, legend, choices, defaultValue }: ChoicesProps) {
  const { fieldErrors, values } = useContext(State);
  const error = fieldErrors?.[name];
  const id = useId();
  return (
    <fieldset className="mt-6 min-w-0" id={name} aria-describedby={error && `${id}-errore`}>
      <legend className="font-semibold">{legend}</legend>
      {error && (
        <p id={`${id}-errore`} className="font-semibold text-red-37">
          {error}
        </p>
      )}
      {choices.map(({ value, label, hint }) => (
        <label key={value} className="scelta">
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={(values?.[name] || defaultValue) === value}
          />
          <span className="min-w-0">
            <span className="block font-semibold break-words">{label}</span>
            {hint && <span className="minore block">{hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
