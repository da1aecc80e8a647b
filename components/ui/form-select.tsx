"use client";
import { useId } from "react";
import { useFormField } from "./action-form";
import { described, Labelled } from "./labelled";

type Props = {
  name: string;
  /** Where two of one name stand on a page. */
  id?: string;
  label: string;
  hint?: string;
  /** What stands there before anything is chosen. */
  vuoto: string;
  options: readonly (readonly [value: string, label: string])[];
  /** Chosen at first; nothing otherwise. */
  defaultValue?: string;
  className?: string;
};

/** A field of an ActionForm for one of several. */
export function FormSelect({
  name,
  id: given,
  label,
  hint,
  vuoto,
  options,
  defaultValue = "",
  className,
}: Props) {
  const { id: own, error, value } = useFormField(name);
  const id = given ?? own;
  const key = useId();
  return (
    <Labelled id={id} chiave={key} label={label} hint={hint} error={error} className={className}>
      <select
        id={id}
        name={name}
        defaultValue={value ?? defaultValue}
        {...described(key, hint, error)}
        className="campo mt-1.5"
      >
        <option value="">{vuoto}</option>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
