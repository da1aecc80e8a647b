import type { ReactNode } from "react";

type Props = {
  /** Of the control. */
  id: string;
  /** What the ids of hint and error begin with: where two controls of one name stand on a page, not the id. */
  chiave: string;
  label: string;
  hint?: string;
  error?: string;
  className?: string;
  children: ReactNode;
};

/** A control with its label above it, its hint and its error; `described` ties them to it. */
export function Labelled({ id, chiave, label, hint, error, className = "mt-5", children }: Props) {
  return (
    <div className={`min-w-0 ${className}`}>
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${chiave}-aiuto`} className="minore">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${chiave}-errore`} className="font-semibold text-red-37">
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

/** What the control itself says of its hint and its error. */
export function described(key: string, hint: string | undefined, error: string | undefined) {
  const ids = [hint && `${key}-aiuto`, error && `${key}-errore`].filter(Boolean).join(" ");
  return { "aria-invalid": error ? true : undefined, "aria-describedby": ids || undefined } as const;
}
