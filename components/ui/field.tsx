import type { InputHTMLAttributes } from "react";
import { described, Labelled } from "./labelled";

type Props = InputHTMLAttributes<HTMLInputElement> & {
  name: string;
  label: string;
  hint?: string;
  error?: string;
};

/** A labelled text field with its hint and its error, both tied to it. */
export function Field({ name, id = name, label, hint, error, className = "", ...input }: Props) {
  return (
    <Labelled id={id} chiave={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        name={name}
        {...described(id, hint, error)}
        className={`campo mt-1.5 ${className}`}
        {...input}
      />
    </Labelled>
  );
}
