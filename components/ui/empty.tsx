import type { ReactNode } from "react";

/** An empty list says what it means and what to do. */
export function Empty({ titolo, children }: { titolo: string; children?: ReactNode }) {
  return (
    <div className="scheda mt-4">
      <p className="font-semibold">{titolo}</p>
      {children && <div className="minore mt-1 max-w-text">{children}</div>}
    </div>
  );
}
