import type { ReactNode } from "react";

type Props = {
  titolo: string;
  /** The same, with what it is about: several stand on one page. */
  etichetta: string;
  children: ReactNode;
};

/** What a form does not do at one press: unfolded, it says what follows and has its own button. Without JavaScript too. */
export function ChiediPrima({ titolo, etichetta, children }: Props) {
  return (
    <details className="mt-1 print:hidden">
      <summary
        aria-label={etichetta}
        className="inline-flex min-h-11 cursor-pointer items-center gap-3 text-blue-30 underline underline-offset-4"
      >
        {titolo}
      </summary>
      {children}
    </details>
  );
}
