"use client";
import { useId } from "react";
import { useFormField } from "./action-form";

type Props = {
  name: string;
  /** Where two of one name stand on a page. */
  id?: string;
  label: string;
  hint?: string;
  /** What stands there before anything is chosen. */
  vuoto: string;
  options: readonly (readonly [value: string, label: string])[];
  className?: string;
};

/** A field of an ActionForm for one of several, none at first. */
export function FormSelect({ name, id = name, label, hint, vuoto, options, className = "mt-5" }: Props) {
  const { error, value } = useFormField(name);
  const key = useId();
  const described = [hint && `${key}-aiuto`, error && `${key}-errore`].filter(Boolean).join(" ");
  return (
    <div className={`min-w-0 ${className}`}>
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${key}-aiuto`} className="minore">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${key}-errore`} className="font-semibold text-red-37">
          {error}
        </p>
      )}
      <select
        id={id}
        name={name}
        defaultValue={value ?? ""}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className="campo mt-1.5"
      >
        <option value="">{vuoto}</option>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
