import type { ReactNode } from "react";

/** A table wider than a phone scrolls in its own box, by finger and by keyboard. */
export function ScrollBox({ nome, children }: { nome: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a pointer
    <section className="scorre overflow-x-auto" tabIndex={0} aria-label={nome}>
      {children}
    </section>
  );
}
