import type { InputHTMLAttributes } from "react";

type Props = InputHTMLAttributes<HTMLInputElement> & {
  name: string;
  label: string;
  hint?: string;
  error?: string;
};

/** A labelled text field with its hint and its error, both tied to it. */
export function Field({ name, id = name, label, hint, error, className = "", ...input }: Props) {
  const described = [hint && `${id}-aiuto`, error && `${id}-errore`].filter(Boolean).join(" ");
  return (
    <div className="mt-5 min-w-0">
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-aiuto`} className="minore">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-errore`} className="font-semibold text-red-37">
          {error}
        </p>
      )}
      <input
        id={id}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className={`campo mt-1.5 ${className}`}
        {...input}
      />
    </div>
  );
}
