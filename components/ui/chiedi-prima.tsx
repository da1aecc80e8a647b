import type { ReactNode } from "react";

type Props = {
  titolo: string;
  /** The same, with what it is about: several stand on one page. */
  etichetta: string;
  /** Looks like the button it stands in place of, in a row of them. */
  bottone?: boolean;
  children: ReactNode;
};

const COLLEGAMENTO =
  "inline-flex min-h-11 cursor-pointer items-center gap-3 text-blue-30 underline underline-offset-4";
/** Opened, it leaves the colour to the button that acts. */
const BOTTONE =
  "bottone after:border-white group-open:bg-white group-open:text-blue-30 group-open:after:border-blue-30";

/** What a form does not do at one press: unfolded, it says what follows and has its own button. Without JavaScript too. */
export function ChiediPrima({ titolo, etichetta, bottone = false, children }: Props) {
  return (
    <details className={`print:hidden ${bottone ? "group open:basis-full" : "mt-1"}`}>
      <summary aria-label={etichetta} className={bottone ? BOTTONE : COLLEGAMENTO}>
        {titolo}
      </summary>
      {children}
    </details>
  );
}
