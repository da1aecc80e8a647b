import type { AnchorHTMLAttributes } from "react";

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & { percorso: string | undefined };

/** Leads to the list of drawers; with JavaScript `CambiaCassetto` opens its dialog instead. */
export function CambiaLink({ percorso, children, ...rest }: Props) {
  return (
    <a {...rest} href={elencoDa(percorso)} data-cambia="" aria-keyshortcuts="Control+K Meta+K">
      {children}
    </a>
  );
}

/** The list of drawers, each of which opens at the page one comes from. */
export const elencoDa = (percorso: string | undefined) =>
  percorso ? `/deleganti?da=${encodeURIComponent(percorso)}` : "/deleganti";
