import type { ReactNode } from "react";
import { mayEnter } from "@/lib/auth/route-access";
import type { Viewer } from "@/lib/auth/viewer";

type Props = {
  viewer: Pick<Viewer, "scelto" | "scrivanie">;
  percorso: string | undefined;
  className: string;
  /** What the scripts of the page know it by. */
  segni: Record<string, string>;
  children: ReactNode;
};

/**
 * Leads to the list of drawers, each of which opens at the page one comes from. Who has chosen a profilo without a list
 * takes another for it on the way.
 */
export function ElencoLink({ viewer: { scelto, scrivanie }, percorso, className, segni, children }: Props) {
  const [scrivania] = scrivanie;
  if (mayEnter("deleganti", scelto) || !scrivania) {
    return (
      <a
        {...segni}
        href={percorso ? `/deleganti?da=${encodeURIComponent(percorso)}` : "/deleganti"}
        className={className}
      >
        {children}
      </a>
    );
  }
  return (
    <form method="post" action="/profilo/scelta">
      <input type="hidden" name="profilo" value={scrivania.profilo} />
      {percorso && <input type="hidden" name="da" value={percorso} />}
      <button {...segni} type="submit" className={`cursor-pointer ${className}`}>
        {children}
      </button>
    </form>
  );
}
