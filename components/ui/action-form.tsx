"use client";
import { createContext, type ReactNode, useActionState, useContext, useId } from "react";
import type { FormState } from "@/lib/actions/form-state";
import { ErrorSummary } from "./error-summary";
import { Field } from "./field";

const State = createContext<FormState<unknown> & { prefisso?: string }>({});

type Props<Dati> = {
  /** A server action: the form works without JavaScript too. */
  action: (previous: FormState<Dati>, formData: FormData) => Promise<FormState<Dati>>;
  /** Where a button or field that stands outside belongs to it. */
  id?: string;
  /** Above the list of what is wrong. */
  titolo: string;
  /** What the ids of its fields begin with, where several forms of one page have fields of one name. */
  prefisso?: string;
  className?: string;
  /** What stands in place of the fields when the action answers with something to look at first. */
  mostra?: (dati: Dati, values: Record<string, string>) => ReactNode;
  children: ReactNode;
};

/** A form with its errors on top, or what it came to; its fields find their own errors and values. */
export function ActionForm<Dati>({ action, id, titolo, prefisso, className, mostra, children }: Props<Dati>) {
  const [state, formAction] = useActionState(action, {} as Awaited<FormState<Dati>>);
  return (
    <form id={id} action={formAction} noValidate className={className}>
      <ErrorSummary state={state} titolo={titolo} prefisso={prefisso} />
      {state.fatto && (
        <p role="status" className="scheda-evidenza mt-5 font-semibold">
          {state.fatto}
        </p>
      )}
      {/* A refused form shows again what was typed: React empties it after every submit. */}
      <State.Provider key={JSON.stringify(state.values)} value={{ ...state, prefisso }}>
        {mostra && state.dati !== undefined ? mostra(state.dati, state.values ?? {}) : children}
      </State.Provider>
    </form>
  );
}

/** What the last answer says of a field, for kinds of field that stand in files of their own. */
export function useFormField(name: string): { id: string; error?: string; value?: string } {
  const { fieldErrors, values, prefisso = "" } = useContext(State);
  return { id: prefisso + name, error: fieldErrors?.[name], value: values?.[name] };
}

type FoldProps = {
  titolo: string;
  /** The same, with what it is about, where several stand on one page. */
  etichetta?: string;
  className?: string;
  children: ReactNode;
};

/** Part of an ActionForm that is folded away until asked for; refused, it is open, without JavaScript too. */
export function FormFold({ titolo, etichetta, className = "", children }: FoldProps) {
  const { fieldErrors, formError } = useContext(State);
  return (
    <details className={className} open={Boolean(fieldErrors || formError)}>
      <summary
        aria-label={etichetta}
        className="flex min-h-11 cursor-pointer items-center gap-4 font-semibold"
      >
        <span className="min-w-0 break-words">{titolo}</span>
      </summary>
      {children}
    </details>
  );
}

type FieldProps = Omit<Parameters<typeof Field>[0], "error">;

/** A field of an ActionForm. */
export function FormField({ defaultValue, ...field }: FieldProps) {
  const { id, error, value } = useFormField(field.name);
  return <Field id={id} {...field} error={error} defaultValue={value ?? defaultValue} />;
}

type Choice = { value: string; label: string; hint?: string };
type ChoiceGroup = { label: string; choices: Choice[] };
type ChoicesProps = {
  name: string;
  legend: string;
  defaultValue?: string;
} & ({ choices: Choice[]; groups?: undefined } | { choices?: undefined; groups: ChoiceGroup[] });

/** One of a few, or of groups of a few, each with what it means. */
export function FormChoices({ name, legend, choices, groups, defaultValue }: ChoicesProps) {
  const { id: anchor, error, value: given } = useFormField(name);
  const id = useId();
  const chosen = given || defaultValue;
  return (
    <fieldset className="mt-6 min-w-0" id={anchor} aria-describedby={error && `${id}-errore`}>
      <legend className="font-semibold">{legend}</legend>
      {error && (
        <p id={`${id}-errore`} className="font-semibold text-red-37">
          {error}
        </p>
      )}
      {choices && <Choices name={name} choices={choices} chosen={chosen} />}
      {groups?.map((group) => (
        <fieldset key={group.label} className="mt-5 min-w-0">
          <legend className="minore font-semibold">{group.label}</legend>
          <Choices name={name} choices={group.choices} chosen={chosen} />
        </fieldset>
      ))}
    </fieldset>
  );
}

function Choices({ name, choices, chosen }: { name: string; choices: Choice[]; chosen?: string }) {
  return choices.map(({ value, label, hint }) => (
    <label key={value} className="scelta">
      <input type="radio" name={name} value={value} defaultChecked={chosen === value} />
      <span className="min-w-0">
        <span className="block font-semibold break-words">{label}</span>
        {hint && <span className="minore block">{hint}</span>}
      </span>
    </label>
  ));
}
