"use client";
import { type Ref, useId } from "react";
import { useFormField } from "./action-form";

type Props = {
  name: string;
  /** Where two of one name stand on a page. */
  id?: string;
  label: string;
  hint?: string;
  rows?: number;
  maxLength: number;
  defaultValue?: string;
  area?: Ref<HTMLTextAreaElement>;
};

/** A field of an ActionForm for a text of several lines. */
export function FormArea({ name, id = name, label, hint, rows = 5, maxLength, defaultValue, area }: Props) {
  const { error, value } = useFormField(name);
  const key = useId();
  const described = [hint && `${key}-aiuto`, error && `${key}-errore`].filter(Boolean).join(" ");
  return (
    <div className="mt-5 min-w-0">
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
      <textarea
        ref={area}
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={value ?? defaultValue}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className="campo mt-1.5"
      />
    </div>
  );
}
