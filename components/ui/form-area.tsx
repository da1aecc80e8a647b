"use client";
import { type Ref, useId } from "react";
import { useFormField } from "./action-form";
import { described, Labelled } from "./labelled";

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
export function FormArea({ name, id: given, label, hint, rows = 5, maxLength, defaultValue, area }: Props) {
  const { id: own, error, value } = useFormField(name);
  const id = given ?? own;
  const key = useId();
  return (
    <Labelled id={id} chiave={key} label={label} hint={hint} error={error}>
      <textarea
        ref={area}
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={value ?? defaultValue}
        {...described(key, hint, error)}
        className="campo mt-1.5"
      />
    </Labelled>
  );
}
